package dev.slipway.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Dependency;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import dev.slipway.facts.Workload;
import dev.slipway.parse.FactParser;
import dev.slipway.probe.ItemDecoder;
import dev.slipway.probe.Transcript;
import dev.slipway.probe.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the transcript of a whole host to its workloads and what belongs to each of them. */
final class RecordedWorkloadsTest {
    private static final Path HOSTS = Path.of("src/test/resources/hosts");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian-12/workloads/tomcat-root",
                "debian-12/workloads/tomcat-user",
                "debian-11/workloads/sysv-root",
                "debian-13/workloads/supervised-root",
                "busybox-1.35/workloads/inittab-user"
            })
    void workloads_of_a_host(String name) throws IOException {
        HostFacts parsed = FactParser.parse(evidence(name));
        HostFacts facts = WorkloadGrouping.group(parsed);

        String listing = workloads(facts) + listeners(facts) + logs(facts) + state(facts) + jobs(facts) + wants(parsed);

        Path expected = HOSTS.resolve(name + ".expected");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, listing);
        }
        assertThat(listing).isEqualTo(Files.readString(expected));
        assertThat(WorkloadGrouping.group(parsed)).isEqualTo(facts);
    }

    private static Evidence evidence(String name) throws IOException {
        Transcript transcript = TranscriptReader.read(Files.readAllBytes(HOSTS.resolve(name + ".transcript")), 1 << 26);
        return new Evidence(
                "host",
                "",
                "2026-11-28T05:52:00Z",
                transcript.hostEpochSeconds(),
                transcript.user(),
                transcript.userId(),
                transcript.complete(),
                ItemDecoder.decode(transcript.items()),
                List.of());
    }

    private static String workloads(HostFacts facts) {
        StringBuilder text = new StringBuilder();
        for (Workload workload : facts.workloads()) {
            text.append("workload " + workload.id() + ": " + workload.kind().term() + ", " + workload.family() + ", "
                    + workload.runtime().name() + " "
                    + workload.runtime().version().orElse("?") + ", "
                    + workload.confidence() + "\n");
            text.append("  started by " + workload.launcher() + " " + workload.unit() + " as "
                    + workload.user().orElse("?") + ", pids " + workload.pids() + ", ports " + workload.ports() + "\n");
            text.append("  code " + workload.rootDirectory() + " " + workload.artifact() + " " + workload.applications()
                    + "; same as " + workload.signature() + "\n");
            workload.dependencies().forEach(dependency -> text.append("  needs " + dependency(dependency) + "\n"));
        }
        return text.toString();
    }

    private static String dependency(Dependency dependency) {
        return dependency.kind().term() + " " + dependency.address() + " " + dependency.port() + " " + dependency.role()
                + " " + dependency.workload();
    }

    private static String listeners(HostFacts facts) {
        return facts.listeners().stream()
                .map(listener -> "listener " + listener.protocol().term() + " " + listener.address() + " "
                        + listener.port() + ": "
                        + listener.workload().orElse("? " + listener.workload().reason())
                        + " by " + listener.attribution() + "\n")
                .collect(Collectors.joining());
    }

    private static String logs(HostFacts facts) {
        return facts.logs().stream()
                .filter(log -> !log.workload().isEmpty())
                .map(log -> "log " + log.path() + ": " + log.workload() + "\n")
                .collect(Collectors.joining());
    }

    private static String state(HostFacts facts) {
        return facts.state().stream()
                .map(state -> "state " + state.path() + ": " + state.workload() + " " + state.sharedWith() + "\n")
                .collect(Collectors.joining());
    }

    private static String jobs(HostFacts facts) {
        return facts.jobs().stream()
                .filter(job -> !job.osDefault())
                .map(RecordedWorkloadsTest::job)
                .collect(Collectors.joining());
    }

    private static String job(Job job) {
        return "job " + job.id() + ": "
                + job.workload().orElse("? " + job.workload().reason()) + "\n";
    }

    private static String wants(HostFacts parsed) {
        return SecondPhase.wants(parsed).stream()
                .map(want -> "asks " + want.probe() + " " + String.join(" ", want.arguments()) + "\n")
                .collect(Collectors.joining());
    }
}
