package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ProcessDetailsParserTest {

    @Test
    void with_root_variables_limits_and_libraries_are_known() {
        HostProcess tomcat = read(RecordedHost.read("debian-12/runtimes/found-root"), 162);

        assertThat(tomcat.environment().orElse(new TreeMap<>()))
                .containsEntry("PAYMENT_API_KEY", "")
                .containsEntry("JAVA_HOME", "/usr/lib/jvm/java-17-openjdk-amd64")
                .containsKey("SHOP_SMTP_PASSWORD");
        assertThat(tomcat.limits().orElse(new TreeMap<>()))
                .containsEntry("open-files", "16384")
                .containsEntry("core-file-size", "0")
                .containsEntry("cpu-time", "unlimited");
        assertThat(tomcat.libraries().orElse(List.of()))
                .contains("/usr/lib/x86_64-linux-gnu/libc.so.6")
                .allMatch(path -> path.startsWith("/"));
    }

    @Test
    void without_root_what_is_refused_is_unknown_with_its_reason() {
        HostProcess tomcat = read(RecordedHost.read("debian-12/runtimes/found-user"), 162);

        assertThat(tomcat.environment()).isEqualTo(Fact.unknown("needs root"));
        assertThat(tomcat.libraries()).isEqualTo(Fact.unknown("needs root"));
        assertThat(tomcat.limits().orElse(new TreeMap<>())).containsEntry("open-files", "16384");
    }

    @Test
    void a_small_system_says_the_same() {
        HostProcess program = read(RecordedHost.read("busybox-1.35/runtimes/found-root"), 7);

        assertThat(program.environment().orElse(new TreeMap<>()))
                .contains(Map.entry("HOME", "/"), Map.entry("TERM", ""));
        assertThat(program.limits().orElse(new TreeMap<>())).containsEntry("open-files", "1024");
        assertThat(program.libraries()).isEqualTo(Fact.known(List.of()));
        assertThat(read(RecordedHost.read("busybox-1.35/runtimes/found-user"), 7)
                        .environment())
                .isEqualTo(Fact.unknown("needs root"));
    }

    @Test
    void a_process_that_was_not_asked_for_is_not_read() {
        HostProcess other = read(RecordedHost.read("debian-12/runtimes/found-root"), 163);

        assertThat(other.environment()).isEqualTo(Fact.unknown("not read"));
        assertThat(other.limits()).isEqualTo(Fact.unknown("not read"));
        assertThat(other.libraries()).isEqualTo(Fact.unknown("not read"));
    }

    @Test
    void lines_out_of_form_are_passed_over() {
        Evidence evidence = RecordedHost.asRoot()
                .command("environment", "variables", "LOST=1\npid 5\nA=b=c\n=d\npid x\nE\n")
                .command("process-limits", "limits", "/proc/5/limits:Max open files 3\n/proc/5/limits:Max \n\u0000")
                .command("libraries", "libraries", "pid 5\n/a.so\nnot a path\npid 99999999999\n")
                .evidence();

        HostProcess process = read(evidence, 5);

        assertThat(process.environment().orElse(new TreeMap<>()))
                .containsExactly(Map.entry("", "d"), Map.entry("A", "b=c"), Map.entry("E", ""), Map.entry("pid x", ""));
        assertThat(process.limits().isKnown()).isFalse();
        assertThat(process.libraries()).isEqualTo(Fact.known(List.of("/a.so")));
    }

    private static HostProcess read(Evidence evidence, int pid) {
        HostFacts host = HostFacts.unread("host").withProcesses(List.of(HostProcess.unread(pid)));
        return new ProcessDetailsParser().read(evidence, host).processes().get(0);
    }
}
