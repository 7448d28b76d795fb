package dev.slipway.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.probe.ScanScript.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The frame around the probes, run for real in every shell of this machine. */
final class ScanScriptTest {
    private static final String MARKER = "0123456789abcdef";

    /** A duration that no other test on this machine sleeps for. */
    private static final String LONG = "771" + ProcessHandle.current().pid();

    private static final String PROBE = """
            #!/bin/sh
            # probe: sample
            # title: a sample
            # why: a test
            # reads: nothing
            # without-root: nothing
            # phase: 1
            #: command hello
            echo hello
            #: command fails
            echo partly; return 3
            #: command hangs limit=1
            sleep LONG | cat
            #: command floods limit=5 max=1k
            while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done
            #: command tool-less tool=no-such-tool
            no-such-tool
            #: command eats-stdin
            cat; echo end
            #: files found
            file "$@"
            """;

    @TempDir
    private Path dir;

    /** The shells that hosts have, as far as this machine has them. */
    static Stream<List<String>> shells() {
        return Stream.of(
                        List.of("dash"),
                        List.of("bash"),
                        List.of("bash", "--posix"),
                        List.of("busybox", "sh"),
                        List.of("mksh"),
                        List.of("ksh93"))
                .filter(shell -> Stream.of("/bin/", "/usr/bin/")
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder + shell.get(0)))));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void frames_what_each_section_says_and_how_it_ended(List<String> shell) throws Exception {
        Path odd = Files.writeString(dir.resolve("it's $odd `name`"), "content\n@" + MARKER + "x E 0 0 0\nmore");
        Path empty = Files.writeString(dir.resolve("empty"), "");

        Transcript transcript = run(shell, List.of(odd.toString(), empty.toString(), dir + "/absent", dir.toString()));

        assertThat(transcript.started()).isTrue();
        assertThat(transcript.complete()).isTrue();
        assertThat(transcript.items())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("durationMillis")
                .containsExactly(
                        command("hello", Outcome.READ, 0, "hello\n"),
                        command("fails", Outcome.FAILED, 3, "partly\n"),
                        command("hangs", Outcome.TIMED_OUT, 124, ""),
                        new EvidenceItem("sample", "floods", "floods", Kind.COMMAND, Outcome.READ, 0, 0, true, flood()),
                        command("tool-less", Outcome.TOOL_MISSING, 0, ""),
                        command("eats-stdin", Outcome.READ, 0, "end\n"),
                        file(odd, "content\n@" + MARKER + "x E 0 0 0\nmore"),
                        file(empty, ""),
                        new EvidenceItem("sample", "found", "found", Kind.SECTION, Outcome.READ, 0, 0, false, ""));
        assertThat(new ProcessBuilder("pgrep", "-f", "^sleep " + LONG).start().waitFor())
                .as("no process stays behind")
                .isEqualTo(1);
    }

    private static String flood() {
        return "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n".repeat(24).substring(0, 1024);
    }

    private static EvidenceItem command(String section, Outcome outcome, int status, String text) {
        return new EvidenceItem("sample", section, section, Kind.COMMAND, outcome, status, 0, false, text);
    }

    private static EvidenceItem file(Path path, String text) {
        return new EvidenceItem("sample", "found", path.toString(), Kind.FILE, Outcome.READ, 0, 0, false, text);
    }

    private static Transcript run(List<String> shell, List<String> arguments) throws IOException, InterruptedException {
        Probe probe = ProbeFile.parse("sample", PROBE.replace("LONG", LONG));
        ProbeCatalog catalog = new ProbeCatalog(ProbeCatalog.builtIn().prelude(), List.of(probe));
        List<Request> requests = probe.sections().stream()
                .map(section -> new Request("sample", section, section.files() ? arguments : List.of()))
                .toList();
        Process process = new ProcessBuilder(
                        Stream.concat(shell.stream(), Stream.of("-s")).toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().write(ScanScript.assemble(catalog, requests, MARKER));
        process.getOutputStream().close();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return TranscriptReader.read(output, MARKER, 1 << 20);
    }
}
