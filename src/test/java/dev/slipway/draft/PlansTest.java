package dev.slipway.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Jvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlansTest {
    private static final MemoryPlan MEMORY = new MemoryPlan(1664, 1664, 1024, Note.Kind.FROM, "");

    private static JvmPlan plan(int java, String... flags) {
        return JvmPlan.of(
                Jvm.unread(1)
                        .withMajorVersion(Fact.known(java))
                        .withMaxHeapSet(Fact.known(true))
                        .withMaxHeapBytes(Fact.known(1L << 30))
                        .withInitialHeapBytes(Fact.known(0L))
                        .withFlags(Fact.known(List.of(flags))),
                MEMORY,
                0);
    }

    @Test
    void the_heap_becomes_a_share_of_the_limit_that_leaves_room_for_the_rest() {
        assertThat(plan(17, "-Xms512m", "-Xmx1g", "-XX:NewSize=100m").options())
                .startsWith("-XX:MaxRAMPercentage=61.0")
                .noneMatch(option -> option.startsWith("-Xm") || option.contains("NewSize"));
    }

    @ParameterizedTest
    @CsvSource({
        "17, -XX:+UseConcMarkSweepGC, 'Java 17 has no CMS collector; G1 takes its place'",
        "17, -XX:MaxPermSize=256m, Java 17 does not need or know it",
        "8, -XX:+PrintGCDetails, the collector logs to standard output",
        "8, -Xloggc:/var/log/gc.log, the collector logs to standard output",
        "11, -agentlib:jdwp=transport=dt_socket, an open door without authentication; use kubectl port-forward when needed",
        "11, -javaagent:/opt/apm.jar, the agent's files have to be in the image first",
        "11, -XX:ParallelGCThreads=8, the JVM derives it from the container's limits",
        "11, -Ddb.password=[REDACTED], it carries a secret; mount it as a file instead",
        "11, -Dapi.key=x, it carries a secret; mount it as a file instead",
    })
    void an_option_that_does_not_fit_a_container_is_left_out_with_a_reason(int java, String option, String reason) {
        JvmPlan plan = plan(java, option);

        assertThat(plan.dropped()).containsExactly(new JvmPlan.Dropped(option, reason));
        assertThat(plan.toolOptions()).doesNotContain(option.substring(0, Math.min(12, option.length())) + "UseConc");
    }

    @ParameterizedTest
    @CsvSource({
        "8, -XX:+UseConcMarkSweepGC",
        "17, -XX:+UseG1GC",
        "17, -Dfile.encoding=ISO-8859-1",
        "17, -Xss512k",
        "21, --enable-preview"
    })
    void other_options_stay(int java, String option) {
        assertThat(plan(java, option).options()).contains(option);
    }

    @Test
    void each_java_gets_the_form_of_gc_log_that_it_knows() {
        assertThat(plan(8).options()).contains("-XX:+PrintGCDetails").noneMatch(option -> option.startsWith("-Xlog"));
        assertThat(plan(11).options())
                .contains("-Xlog:gc*:stdout:time,level,tags")
                .doesNotContain("-XX:+PrintGCDetails");
    }

    @Test
    void an_option_with_blanks_is_quoted_and_expands_nothing() {
        assertThat(plan(17, "-Dtitle=a $(b) c").toolOptions()).contains(" '-Dtitle=a $$(b) c' ");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1/32",
        "2001:db8::1, 2001:db8::1/128",
        "127.0.0.1, ''",
        "0.0.0.0, ''",
        "300.1.1.1, ''",
        "1.2.3, ''",
        "::, ''",
        ":::1, ''",
        "db.example.com, ''",
        "cafe, ''",
    })
    void an_address_is_a_range_of_itself(String text, String range) {
        assertThat(IpText.range(text).orElse("")).isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/opt/shop/bin/import-orders.sh >> /var/log/x 2>&1 | import-orders",
                "flock -n /run/lock/x /opt/shop/bin/heartbeat.sh | heartbeat",
                "mysqldump -h 10.0.0.10 shop | mysqldump",
                "/usr/bin/php /srv/app/cron.php | cron",
                "123 $(x) | job",
            })
    void a_job_is_named_after_what_it_runs(String command, String name) {
        assertThat(JobsDraft.program(command)).isEqualTo(name);
    }
}
