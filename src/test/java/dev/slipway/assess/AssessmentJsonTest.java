package dev.slipway.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import dev.slipway.facts.JobBuilder;
import dev.slipway.facts.Listener;
import dev.slipway.facts.ListenerBuilder;
import dev.slipway.facts.Protocol;
import dev.slipway.rules.Concern;
import dev.slipway.rules.Severity;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.schedule.Recommendation;
import dev.slipway.score.Score;
import dev.slipway.score.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AssessmentJsonTest {
    private static final EvidenceLine LINE = new EvidenceLine("crontabs", "/etc/cron.d/shop", 3, "*/2 * * * * ...");

    private static final Assessment ASSESSMENT = new Assessment(
            HostFacts.unread("shop-01")
                    .withListeners(List.of(ListenerBuilder.builder()
                            .protocol(Protocol.TCP)
                            .address("::")
                            .port(8080)
                            .scope(Listener.Scope.ALL)
                            .processName(Fact.known("java"))
                            .pid(Fact.unknown("needs root"))
                            .user(Fact.known("tomcat"))
                            .openedBy(Fact.known("root"))
                            .workload(Fact.known("tomcat"))
                            .role("http")
                            .attribution("configuration")
                            .evidence(List.of())
                            .build()))
                    .withGaps(List.of(new Gap("jobs", "crontabs", "spool: denied", "scan with sudo"))),
            new Coverage(93, List.of(new Coverage.OfProbe("crontabs", "partial", "spool: denied"))),
            List.of(new JudgedJob(
                    JobBuilder.builder()
                            .id("/etc/cron.d/shop:3")
                            .source("/etc/cron.d/shop")
                            .line(3)
                            .origin(Job.Origin.CRON_D)
                            .flavour("debian")
                            .user(Fact.known("tomcat"))
                            .schedule("*/2 * * * *")
                            .command("/opt/shop/bin/sync")
                            .environment(new TreeMap<>(Map.of("SHELL", "/bin/bash")))
                            .active(true)
                            .inactiveReason("")
                            .timeZone("Etc/UTC")
                            .workload(Fact.known("tomcat"))
                            .lastRun(Fact.unknown("no log"))
                            .lastRunSeconds(Fact.unknown("no log"))
                            .evidence(List.of(LINE))
                            .build(),
                    Fact.known(720d),
                    Fact.known(120L),
                    new Recommendation(Recommendation.Target.GOCRON, List.of("every two minutes"), List.of(), ""))),
            List.of(),
            List.of(new Finding(
                    "SCHED-002:tomcat:/etc/cron.d/shop:3",
                    "SCHED-002",
                    Concern.SCHEDULING,
                    Severity.MEDIUM,
                    Severity.LOW,
                    "/etc/cron.d/shop:3",
                    "tomcat",
                    "too often",
                    "太频繁",
                    List.of(LINE),
                    1.5,
                    2)),
            List.of(),
            List.of(),
            new Score(
                    Optional.of(53),
                    Optional.of(74),
                    Optional.of(47),
                    Optional.of(55),
                    0.82,
                    "medium",
                    new TreeMap<>(),
                    "",
                    List.of(),
                    List.of()),
            Verdict.MAJOR_REWORK);

    @Test
    void what_could_not_be_read_is_null_and_words_are_as_in_the_contract() {
        String json = new String(AssessmentJson.write(ASSESSMENT), StandardCharsets.UTF_8);

        assertThat(json).contains("""
                  "listeners" : [
                    {
                      "protocol" : "tcp",
                      "address" : "::",
                      "port" : 8080,
                      "scope" : "all",
                      "processName" : "java",
                      "pid" : null,
                      "user" : "tomcat",
                      "openedBy" : "root",
                      "workload" : "tomcat",
                      "role" : "http",
                      "attribution" : "configuration",
                      "evidence" : [ ]
                    }
                  ],
                """);
        assertThat(json)
                .contains("\"origin\" : \"cron.d\"", "\"verdict\" : \"major-rework\"", "\"runsPerDay\" : 720.0");
        assertThat(json).startsWith("{\n  \"schemaVersion\" : 1,\n  \"host\" : {\n    \"name\" : \"shop-01\",");
    }

    @Test
    void reads_back_what_it_wrote() throws IOException {
        byte[] json = AssessmentJson.write(ASSESSMENT);

        Assessment again = AssessmentJson.read(json);

        assertThat(AssessmentJson.write(again)).isEqualTo(json);
        assertThat(again.facts().listeners().get(0).pid().isKnown()).isFalse();
    }
}
