package dev.slipway.report;

import dev.slipway.assess.AssessedWorkload;
import dev.slipway.assess.Assessment;
import dev.slipway.assess.Controller;
import dev.slipway.assess.Coverage;
import dev.slipway.assess.Disposition;
import dev.slipway.assess.Finding;
import dev.slipway.assess.Fleet;
import dev.slipway.assess.FleetBuilder;
import dev.slipway.assess.FleetIndex;
import dev.slipway.assess.UnknownAnswer;
import dev.slipway.facts.Connection;
import dev.slipway.facts.ConnectionBuilder;
import dev.slipway.facts.Dependency;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import dev.slipway.facts.JobBuilder;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.Listener;
import dev.slipway.facts.ListenerBuilder;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.SecretFound;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.StatePath;
import dev.slipway.facts.Unparsed;
import dev.slipway.facts.Workload;
import dev.slipway.facts.WorkloadBuilder;
import dev.slipway.rules.Rule;
import dev.slipway.rules.Severity;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.schedule.Recommendation;
import dev.slipway.score.Effort;
import dev.slipway.score.RuleStanding;
import dev.slipway.score.RuleStanding.Status;
import dev.slipway.score.Score;
import dev.slipway.score.ScoreModel;
import dev.slipway.score.Scorer;
import dev.slipway.score.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small fleet with a bit of everything, and one host whose every word is an attack. */
final class SampleFleet {
    /** Text that does harm wherever it becomes markup. */
    static final String ATTACK =
            "\"'><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">{{7*7}}\u202e\u001b[31m&lt;";

    private static final EvidenceLine CRON =
            new EvidenceLine("crontabs", "/etc/cron.d/shop", 3, "*/2 * * * * tomcat /opt/shop/bin/sync");
    private static final EvidenceLine SOCKET =
            new EvidenceLine("sockets", "ss", 4, "tcp LISTEN 0 100 *:8080 users:((\"java\",pid=812,fd=61))");

    static final Assessment SHOP = shop("shop-01");
    static final Assessment SHOP_TWIN = shop("shop-02");
    static final Assessment BATCH = assessment(
            host("batch-01", "batch-team"),
            List.of(workload("reports", "batch-team", "spring-boot", List.of(SampleRules.LOGS), List.of())),
            List.of());
    static final Assessment LICENSED = assessment(
            host("cad-01", "batch-team"),
            List.of(workload("cad", "batch-team", "native", List.of(SampleRules.LICENCE), List.of())),
            List.of());
    static final Assessment HOSTILE = hostile();

    private SampleFleet() {}

    static List<Assessment> all() {
        return List.of(SHOP, SHOP_TWIN, BATCH, LICENSED, HOSTILE);
    }

    static Fleet fleet() {
        return fleet(all());
    }

    static Fleet fleet(List<Assessment> assessments) {
        FleetIndex index = FleetIndex.of(List.of(), Optional.of("2026-11-24"));
        FleetBuilder builder = new FleetBuilder(index, SampleRules.catalog(), ScoreModel.defaults());
        assessments.forEach(builder::add);
        return builder.build();
    }

    static List<HostStatus> statuses() {
        return List.of(
                HostStatus.scanned("shop-01", "shop-team"),
                new HostStatus("shop-02", "shop-team", "partial", "2 items were cut off.", "Raise outputLimit."),
                HostStatus.scanned("batch-01", "batch-team"),
                HostStatus.scanned("cad-01", "batch-team"),
                new HostStatus(
                        "gone-01",
                        "unowned",
                        "unreachable",
                        "10.0.0.99:22: no route to host",
                        "Check the address and the jump host."),
                new HostStatus("<i>evil</i>", ATTACK, "authentication-failed", ATTACK, ATTACK));
    }

    private static Assessment shop(String name) {
        HostFacts facts = host(name, "shop-team")
                .withListeners(List.of(listener("::", 8080, "http"), listener("127.0.0.1", 8005, "shutdown")))
                .withConnections(List.of(ConnectionBuilder.builder()
                        .protocol(Protocol.TCP)
                        .direction(Connection.Direction.OUTBOUND)
                        .peerAddress("10.0.0.10")
                        .peerPort(3306)
                        .localPort(0)
                        .processName(Fact.known("java"))
                        .pid(Fact.known(812))
                        .workload(Fact.known("tomcat"))
                        .count(8)
                        .local(false)
                        .role("mysql")
                        .evidence(List.of())
                        .build()))
                .withJvms(List.of(Jvm.unread(812)
                        .with(jvm -> jvm.version(Fact.known("1.8.0_181"))
                                .vendor(Fact.known("Oracle Corporation"))
                                .flags(Fact.known(List.of("-Xmx512m", "-XX:+UseConcMarkSweepGC", "-Dshop.env=prod")))
                                .maxHeapBytes(Fact.known(512L << 20))
                                .maxHeapSet(Fact.known(true))
                                .workload("tomcat"))))
                .withSessionState(
                        List.of(SessionState.unread("Tomcat PersistentManager with FileStore", SessionState.Store.FILE)
                                .with(state -> state.workload("tomcat")
                                        .path("/opt/tomcat/sessions")
                                        .sticky("jvmRoute shop1")
                                        .survivesRestart(Fact.known(true))
                                        .inUse(Fact.known(true))
                                        .count(Fact.known(37)))))
                .withLogs(List.of(LogFile.unread("/opt/tomcat/logs/catalina.out", LogFile.Via.FILE)
                        .with(log -> log.writer("tomcat")
                                .rotatedBy(Fact.known(""))
                                .shippedBy(Fact.known("rsyslog imfile"))
                                .sizeBytes(Fact.known(734_003_200L))
                                .workload("tomcat"))))
                .withState(List.of(StatePath.unread("/var/lib/shop/uploads", "upload")
                        .with(path -> path.sizeBytes(Fact.known(1_610_612_736L)).workload("tomcat"))))
                .withSecretsFound(List.of(
                        new SecretFound("/opt/tomcat/conf/context.xml", "password", "password", "tomcat", List.of())))
                .withUnparsed(List.of(new Unparsed(
                        new EvidenceLine("crontabs", "/etc/cron.d/shop", 9, "61 * * * * root nothing"), "bad minute")))
                .withGaps(List.of(new Gap(
                        "jobs",
                        "crontabs",
                        "/var/spool/cron/crontabs: permission denied",
                        "scan as root or with sudo")));
        AssessedWorkload tomcat = workload(
                "tomcat",
                "shop-team",
                "tomcat",
                List.of(SampleRules.SESSIONS, SampleRules.LOGS, SampleRules.OLD_JAVA),
                List.of(SampleRules.PORT));
        return assessment(facts, List.of(tomcat, sshd()), jobs());
    }

    private static Assessment hostile() {
        EvidenceLine line = new EvidenceLine(ATTACK, "/etc/" + ATTACK, 1, ATTACK);
        HostFacts facts = host(ATTACK, ATTACK)
                .withListeners(List.of(listener(ATTACK, 80, ATTACK)))
                .withJvms(List.of(Jvm.unread(1)
                        .with(jvm -> jvm.version(Fact.known(ATTACK)).flags(Fact.known(List.of(ATTACK))))))
                .withSecretsFound(List.of(new SecretFound(ATTACK, ATTACK, ATTACK, ATTACK, List.of(line))))
                .withUnparsed(List.of(new Unparsed(line, ATTACK)))
                .withGaps(List.of(new Gap("logs", ATTACK, ATTACK, ATTACK)));
        AssessedWorkload workload =
                workload(ATTACK, ATTACK, ATTACK, List.of(SampleRules.EVIL, SampleRules.LOGS), List.of());
        return assessment(facts, List.of(workload), List.of(job("cron:1", ATTACK, ATTACK, ATTACK)));
    }

    private static HostFacts host(String name, String owner) {
        HostFacts facts = HostFacts.unread(name);
        return facts.withHost(facts.host()
                .with(host -> host.owner(owner)
                        .address("10.0.0.11")
                        .scannedAt("2026-11-24T08:15:30Z")
                        .account(new Host.Account("scan", false))
                        .os(new Host.Os(
                                Fact.known("debian"),
                                Fact.known("12"),
                                Fact.known("Debian GNU/Linux 12 (bookworm)"),
                                Fact.known("6.1.0-28-amd64"),
                                Fact.known("x86_64")))
                        .cpuCount(Fact.known(4))
                        .memoryBytes(Fact.known(8L << 30))
                        .timeZone(Fact.known("Europe/Paris"))));
    }

    private static Listener listener(String address, int port, String role) {
        return ListenerBuilder.builder()
                .protocol(Protocol.TCP)
                .address(address)
                .port(port)
                .scope(Listener.Scope.ALL)
                .processName(Fact.known("java"))
                .pid(Fact.unknown("needs root"))
                .user(Fact.unknown("needs root"))
                .openedBy(Fact.known("root"))
                .workload(Fact.known("tomcat"))
                .role(role)
                .attribution("configuration")
                .evidence(List.of(SOCKET))
                .build();
    }

    private static List<JudgedJob> jobs() {
        return List.of(
                job("/etc/cron.d/shop:3", "/etc/cron.d/shop", "*/2 * * * *", "/opt/shop/bin/sync"),
                job("/etc/cron.d/shop:4", "/etc/cron.d/shop", "30 3 * * 1-5", "/opt/shop/bin/report --mail"));
    }

    private static JudgedJob job(String id, String source, String schedule, String command) {
        Job job = JobBuilder.builder()
                .id(id)
                .source(source)
                .line(3)
                .origin(Job.Origin.CRON_D)
                .flavour("debian")
                .user(Fact.known("tomcat"))
                .schedule(schedule)
                .command(command)
                .environment(new TreeMap<>(Map.of("SHELL", "/bin/bash")))
                .active(true)
                .inactiveReason("")
                .timeZone("Europe/Paris")
                .workload(Fact.known("tomcat"))
                .lastRun(Fact.unknown("no log"))
                .lastRunSeconds(Fact.unknown("no log"))
                .evidence(List.of(CRON))
                .build();
        return new JudgedJob(
                job,
                Fact.known(720d),
                Fact.known(120L),
                new Recommendation(
                        Recommendation.Target.GOCRON,
                        List.of("It runs every two minutes: a pod for each run costs more than the run."),
                        List.of("CronJob: 720 pods a day."),
                        "The same times until 2028."));
    }

    private static AssessedWorkload workload(
            String name, String owner, String runtime, List<Rule> fired, List<Rule> unknown) {
        List<RuleStanding> standings = new ArrayList<>();
        for (Rule rule : SampleRules.ALL) {
            Status status =
                    fired.contains(rule) ? Status.FIRED : unknown.contains(rule) ? Status.UNKNOWN : Status.QUIET;
            standings.add(new RuleStanding(rule, status, status == Status.FIRED ? 1 : 0));
        }
        Workload workload = builder(name, Workload.Kind.APPLICATION, runtime).build();
        Score score = new Scorer(ScoreModel.defaults()).score(standings);
        boolean blocked = fired.stream().anyMatch(rule -> rule.severity() == Severity.BLOCKER);
        return new AssessedWorkload(
                workload,
                Controller.DEPLOYMENT,
                "it keeps nothing that must survive",
                blocked ? Disposition.REFACTOR : Disposition.MIGRATE_AFTER_FIXES,
                Optional.of("drafts/" + owner + "/" + name),
                Optional.of(score),
                Optional.of(Effort.of(workload, standings, ScoreModel.defaults())),
                Verdict.of(score, blocked, ScoreModel.defaults()));
    }

    private static AssessedWorkload sshd() {
        return new AssessedWorkload(
                builder("sshd", Workload.Kind.SYSTEM, "sshd").build(),
                Controller.NONE,
                "part of the operating system",
                Disposition.NOT_MIGRATED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Verdict.NOT_SCORED);
    }

    private static WorkloadBuilder builder(String name, Workload.Kind kind, String runtime) {
        return WorkloadBuilder.builder()
                .id(name)
                .name(name)
                .kind(kind)
                .family("java")
                .runtime(new Workload.Product(runtime, Fact.known("9.0.98")))
                .launcher("systemd")
                .unit(name + ".service")
                .user(Fact.known("tomcat"))
                .userId(Fact.known(1000))
                .pids(List.of(812))
                .ports(List.of(8005, 8080))
                .executable(Fact.known("/usr/bin/java"))
                .command(Fact.known("/usr/bin/java -Xmx512m org.apache.catalina.startup.Bootstrap start"))
                .workingDirectory(Fact.known("/opt/tomcat"))
                .rootDirectory("/opt/tomcat")
                .artifact("")
                .applications(List.of("shop", "ROOT"))
                .environment(Fact.unknown("needs root"))
                .dependencies(
                        List.of(new Dependency(Dependency.Kind.CONNECTION, "10.0.0.10", 3306, "mysql", "", List.of())))
                .instances(2)
                .memoryBytes(Fact.known(640L << 20))
                .peakMemoryBytes(Fact.known(812L << 20))
                .cpuCores(Fact.known(0.34))
                .startedAt(Fact.known(1L))
                .threads(Fact.known(64))
                .confidence(1)
                .signature(name)
                .evidence(List.of());
    }

    private static Assessment assessment(HostFacts facts, List<AssessedWorkload> workloads, List<JudgedJob> jobs) {
        List<Finding> findings = new ArrayList<>();
        List<UnknownAnswer> unknowns = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        for (AssessedWorkload workload : workloads) {
            workload.score().ifPresent(score -> {
                scores.add(score);
                score.trace()
                        .forEach(loss ->
                                findings.add(finding(loss, workload.workload().id())));
            });
        }
        facts.gaps()
                .forEach(gap -> unknowns.add(new UnknownAnswer(
                        "u",
                        SampleRules.PORT.id(),
                        SampleRules.PORT.concern(),
                        SampleRules.PORT.severity(),
                        "",
                        "",
                        gap.reason())));
        Score score = new Scorer(ScoreModel.defaults()).mean(scores, true);
        return new Assessment(
                facts.withWorkloads(
                        workloads.stream().map(AssessedWorkload::workload).toList()),
                new Coverage(93, List.of(new Coverage.OfProbe("crontabs", "partial", "spool: denied"))),
                jobs,
                workloads,
                findings,
                unknowns,
                List.of(),
                score,
                Verdict.of(score, false, ScoreModel.defaults()));
    }

    private static Finding finding(Score.Loss loss, String workload) {
        Rule rule = SampleRules.texts().find(loss.rule()).orElseThrow();
        return new Finding(
                rule.id() + ":" + workload,
                rule.id(),
                rule.concern(),
                rule.severity(),
                rule.residual(),
                workload,
                workload,
                workload + ": " + rule.text().title(),
                "",
                List.of(SOCKET, CRON),
                loss.points(),
                rule.effort());
    }
}
