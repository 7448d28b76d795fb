package dev.slipway.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Archive;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.Listener;
import dev.slipway.facts.Protocol;
import dev.slipway.jvm.JavaCommand;
import dev.slipway.workload.Runtime.Sample;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sample in a runtime's file is recognised, or not, as it says there. */
final class RuntimeSamplesTest {
    private static final RuntimeCatalog CATALOG = RuntimeCatalog.builtIn();

    @TestFactory
    Stream<DynamicTest> samples_are_recognised_as_their_file_says() {
        return CATALOG.runtimes().stream()
                .flatMap(runtime -> runtime.samples().stream()
                        .map(sample ->
                                DynamicTest.dynamicTest(runtime.id() + ".yaml:" + sample.line(), () -> check(sample))));
    }

    @TestFactory
    Stream<DynamicTest> every_runtime_has_a_sample_and_a_near_miss() {
        return CATALOG.runtimes().stream()
                .map(runtime -> DynamicTest.dynamicTest(runtime.id(), () -> {
                    assertThat(runtime.samples()).anyMatch(sample -> sample.expected());
                    assertThat(runtime.samples()).anyMatch(sample -> !sample.expected());
                }));
    }

    private static void check(Sample sample) {
        Candidate candidate = candidate(sample);
        if (!sample.expected()) {
            assertThat(candidate.product()).isNotEqualTo(sample.product());
            return;
        }
        assertThat(candidate.product()).isEqualTo(sample.product());
        sample.version()
                .ifPresent(version -> assertThat(candidate
                                .match()
                                .flatMap(match -> match.runtime().version(candidate.subject())))
                        .contains(version));
        sample.root().ifPresent(root -> assertThat(candidate.root()).isEqualTo(root));
        sample.artifact().ifPresent(artifact -> assertThat(candidate.artifact()).isEqualTo(artifact));
        List<String> wants = Asks.of(candidate)
                .map(want -> want.probe() + " " + String.join(" ", want.arguments()))
                .toList();
        assertThat(wants).containsAll(sample.wants());
    }

    private static Candidate candidate(Sample sample) {
        HostProcess process = process(sample);
        HostFacts facts = HostFacts.unread("sample")
                .with(all -> all.processes(List.of(process))
                        .jvms(process.program().equals("java") ? List.of(Jvm.unread(process.pid())) : List.of())
                        .listeners(sample.ports().stream()
                                .map(port -> listener(port, process.pid()))
                                .toList()));
        JavaCommand java = JavaCommand.parse(process.arguments().orElse(List.of()));
        Optional<String> jar = FilePath.resolve(process.workingDirectory().orElse(""), java.main());
        List<Archive> archives = sample.libraries().isEmpty()
                ? List.of()
                : Stream.concat(
                                jar.stream(),
                                java.classPath().stream()
                                        .flatMap(entry -> FilePath.resolve(
                                                process.workingDirectory().orElse(""), entry.replace("/*", ""))
                                                .stream()))
                        .map(path -> Archive.unread(path).withLibraries(Fact.known(sample.libraries())))
                        .toList();
        return Candidates.of(facts.withArchives(archives), CATALOG).get(0);
    }

    private static HostProcess process(Sample sample) {
        String program = sample.command().get(0);
        String kernelName = FilePath.name(program);
        return HostProcess.unread(100)
                .with(process -> process.parentPid(1)
                        .name(
                                sample.name().isEmpty()
                                        ? kernelName.substring(0, Math.min(15, kernelName.length()))
                                        : sample.name())
                        .title(sample.title())
                        .arguments(sample.title().isEmpty() ? Fact.known(sample.command()) : Fact.unknown("a title"))
                        .executable(
                                sample.executable().isEmpty()
                                        ? Fact.unknown("not read")
                                        : Fact.known(sample.executable()))
                        .libraries(
                                sample.nativeLibraries().isEmpty()
                                        ? Fact.unknown("not read")
                                        : Fact.known(sample.nativeLibraries()))
                        .cgroup(Fact.known(
                                sample.unit().isEmpty() ? "/" : "/system.slice/" + sample.unit() + ".service"))
                        .workingDirectory(
                                sample.workingDirectory().isEmpty()
                                        ? Fact.known("/")
                                        : Fact.known(sample.workingDirectory())));
    }

    private static Listener listener(int port, int pid) {
        return new Listener(
                Protocol.TCP,
                "0.0.0.0",
                port,
                Listener.Scope.ALL,
                Fact.known("x"),
                Fact.known(pid),
                Fact.known("x"),
                Fact.known("x"),
                Fact.known(""),
                "",
                "socket",
                List.of());
    }
}
