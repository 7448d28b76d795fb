package dev.slipway.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.probe.ScanScript.Request;
import dev.slipway.testing.RequiresTool;
import dev.slipway.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All probes together, as a host's shell reads them. */
final class ProbeSyntaxTest {
    @TempDir
    private Path dir;

    static Stream<List<String>> shells() {
        return ScanScriptTest.shells();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void every_shell_understands_every_probe(List<String> shell) throws IOException {
        ProbeCatalog catalog = ProbeCatalog.builtIn();
        List<Request> all = catalog.probes().stream()
                .flatMap(probe -> probe.sections().stream().map(section -> new Request(probe.id(), section, List.of())))
                .toList();
        Path script = Files.write(dir.resolve("all.sh"), ScanScript.assemble(catalog, all, "0123456789abcdef"));

        String complaints = Shell.output(Stream.concat(shell.stream(), Stream.of("-n", script.toString()))
                .toList());

        // ksh93 warns of constructs that it finds old-fashioned.
        assertThat(complaints.lines().filter(line -> !line.contains("warning:")))
                .isEmpty();
    }

    @Test
    @RequiresTool("shellcheck")
    void shellcheck_finds_nothing() throws IOException {
        try (Stream<Path> probes = Files.list(Path.of("probes"))) {
            List<String> command = Stream.concat(
                            Stream.of("shellcheck"),
                            probes.map(Path::toString)
                                    .filter(name -> name.endsWith(".sh"))
                                    .sorted())
                    .toList();

            assertThat(Shell.output(command)).isEmpty();
        }
    }
}
