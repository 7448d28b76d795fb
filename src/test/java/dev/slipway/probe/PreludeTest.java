package dev.slipway.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.probe.ScanScript.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions by which probes read files, in every shell of this machine. */
final class PreludeTest {
    private static final String MARKER = "0123456789abcdef";

    @TempDir
    private Path dir;

    static Stream<List<String>> shells() {
        return ScanScriptTest.shells();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void never_touches_a_network_file_system(List<String> shell) throws Exception {
        Path here = Files.createDirectories(dir.resolve("here"));
        Path remote = Files.createDirectories(dir.resolve("nas/export"));
        Files.writeString(here.resolve("local"), "one\n");
        Files.writeString(remote.resolve("file"), "never\n");
        Files.createSymbolicLink(here.resolve("link"), remote.resolve("file"));
        Files.writeString(Files.createDirectories(dir.resolve("nasty")).resolve("file"), "two\n");

        assertThat(items(shell, """
                NET="$NL%s/nas$NL"
                file "$1/here/local" "$1/here/link" "$1/nas/export/file" "$1/nasty/file"
                certificate "$1/nas/export/file"
                """.formatted(dir)))
                .containsExactly(
                        "file here/local read one",
                        "file here/link remote",
                        "file nas/export/file remote",
                        "file nasty/file read two",
                        "section found read");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void takes_of_a_certificate_s_file_the_first_certificate_only(List<String> shell) throws Exception {
        Files.writeString(dir.resolve("bundle.pem"), """
                -----BEGIN PRIVATE KEY-----
                c2VjcmV0
                -----END PRIVATE KEY-----
                -----BEGIN CERTIFICATE-----
                Zmlyc3Q=
                -----END CERTIFICATE-----
                -----BEGIN CERTIFICATE-----
                c2Vjb25k
                -----END CERTIFICATE-----
                """);
        Files.writeString(dir.resolve("key.pem"), "-----BEGIN EC PRIVATE KEY-----\nc2VjcmV0\n");

        assertThat(items(shell, "certificate \"$1/bundle.pem\" \"$1/key.pem\" \"$1/absent.pem\""))
                .containsExactly(
                        "file bundle.pem read -----BEGIN CERTIFICATE-----|Zmlyc3Q=|-----END CERTIFICATE-----",
                        "file key.pem read",
                        "section found read");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void says_once_what_may_not_be_looked_into(List<String> shell) throws Exception {
        Path closed = Files.createDirectories(dir.resolve("closed/inner"));
        Files.createDirectories(dir.resolve("open"));
        Files.setPosixFilePermissions(closed.getParent(), PosixFilePermissions.fromString("---------"));
        boolean root = "root".equals(System.getProperty("user.name"));
        String body = "file \"$1/closed/a\" \"$1/closed/b\" \"$1/closed/inner/c\" \"$1/open/d\" \"$1/none/e\"";

        // root may look everywhere; then nobody does it
        List<String> items = items(root ? asNobody(shell) : shell, body);

        Files.setPosixFilePermissions(closed.getParent(), PosixFilePermissions.fromString("rwx------"));
        assertThat(items).containsExactly("directory closed denied", "section found read");
    }

    private List<String> asNobody(List<String> shell) throws Exception {
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Stream.concat(Stream.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), shell.stream())
                .toList();
    }

    private List<String> items(List<String> shell, String body) throws Exception {
        Probe probe = ProbeFile.parse("sample", """
                # probe: sample
                # title: a sample
                # why: a test
                # reads: nothing
                # without-root: nothing
                # phase: 2
                #: files found
                """ + body);
        ProbeCatalog catalog = new ProbeCatalog(ProbeCatalog.builtIn().prelude(), List.of(probe));
        List<Request> requests = List.of(new Request("sample", probe.sections().get(0), List.of(dir.toString())));
        Process process = new ProcessBuilder(
                        Stream.concat(shell.stream(), Stream.of("-s")).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().write(ScanScript.assemble(catalog, requests, MARKER));
        process.getOutputStream().close();
        Transcript transcript = TranscriptReader.read(process.getInputStream().readAllBytes(), MARKER, 1 << 20);
        assertThat(transcript.complete())
                .as(new String(transcript.noise().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isTrue();
        return transcript.items().stream().map(this::line).collect(Collectors.toList());
    }

    private String line(EvidenceItem item) {
        String text = item.text().strip().replace("\n", "|");
        String name = item.name().startsWith("/")
                ? dir.relativize(Path.of(item.name())).toString()
                : item.name();
        return String.join(" ", item.kind().term(), name, item.outcome().term(), text)
                .strip();
    }
}
