package dev.slipway.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.probe.ScanScript.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The probes that look at single processes and archives, run for real, on the virtual machine that runs this test. */
final class FoundProbesTest {
    private static final String MARKER = "fedcba9876543210";
    private static final String PID = String.valueOf(ProcessHandle.current().pid());

    @TempDir
    private Path dir;

    static Stream<List<String>> shells() {
        return ScanScriptTest.shells();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void a_virtual_machine_shows_its_options_counters_and_release(List<String> shell) throws Exception {
        Path arguments = Files.writeString(dir.resolve("app.args"), "-Xmx90m\n");

        List<EvidenceItem> items = run(shell, "jvm", List.of(PID, arguments.toString(), "not-a-pid", "4194303"));

        assertThat(text(items, "counters"))
                .contains("counters " + PID + " /")
                .contains("\njava.property.java.version=" + System.getProperty("java.version") + "\n")
                .contains("\nsun.rt.javaCommand=")
                .doesNotContain("4194303");
        assertThat(text(items, "programs")).startsWith(PID + " /").endsWith("/bin/java\n");
        assertThat(items)
                .filteredOn(
                        item -> item.section().equals("release") && !item.text().isEmpty())
                .singleElement()
                .satisfies(item -> assertThat(item.text()).contains("JAVA_VERSION="));
        assertThat(items)
                .filteredOn(item -> item.name().equals(arguments.toString()))
                .extracting(EvidenceItem::text)
                .containsExactly("-Xmx90m\n");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void values_of_the_environment_stay_on_the_host_unless_they_configure_a_runtime(List<String> shell)
            throws Exception {
        Process sleeper = sleeper();
        try {
            List<EvidenceItem> items = run(shell, "environment", List.of(String.valueOf(sleeper.pid())));

            assertThat(text(items, "variables").lines().skip(1).sorted())
                    .containsExactly(
                            "API_KEY",
                            "DB_PASSWORD_HOME",
                            "GREETING",
                            "HTTP_PROXY=http://[REDACTED]@proxy:3128",
                            "JAVA_OPTS=-Xmx64m -Dx=\"a b\"",
                            "LANG=C",
                            "PATH=/bin:/usr/bin");
        } finally {
            sleeper.destroyForcibly().waitFor();
        }
    }

    private static Process sleeper() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sleep", "60");
        builder.environment().clear();
        builder.environment().put("JAVA_OPTS", "-Xmx64m -Dx=\"a b\"");
        builder.environment().put("API_KEY", "k3y");
        builder.environment().put("DB_PASSWORD_HOME", "s3cret");
        builder.environment().put("GREETING", "hello\nJAVA_HOME=/forged\nSECRET=leak");
        builder.environment().put("HTTP_PROXY", "http://user:pass@proxy:3128");
        builder.environment().put("LANG", "C");
        builder.environment().put("PATH", "/bin:/usr/bin");
        return builder.start();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void limits_and_libraries_are_those_of_the_process(List<String> shell) throws Exception {
        assertThat(text(run(shell, "process-limits", List.of(PID)), "limits"))
                .contains("/proc/" + PID + "/limits:Max open files");
        assertThat(text(run(shell, "libraries", List.of(PID)), "libraries"))
                .startsWith("pid " + PID + "\n/")
                .contains("/server/libjvm.so\n");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void archives_show_manifest_and_entries(List<String> shell) throws Exception {
        Path jar = Files.write(dir.resolve("it's an app.jar"), jar());
        Files.write(dir.resolve("lib.jar"), jar());

        List<EvidenceItem> items =
                run(shell, "java-archive", List.of(jar.toString(), dir.toString(), "relative.jar", dir + "/absent"));

        assertThat(text(items, "archives")).isEqualTo("""
                archive %d %s
                manifest Main-Class: com.example.Main
                entry WEB-INF/web.xml
                others 1
                """.formatted(Files.size(jar), jar));
        assertThat(text(items, "directories")).isEqualTo("directory " + dir + "\nit's an app.jar\nlib.jar\n");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void servers_show_their_configuration_and_the_names_of_their_applications(List<String> shell) throws Exception {
        Files.createDirectories(dir.resolve("webapps/open/WEB-INF"));
        Files.writeString(dir.resolve("webapps/crm.war"), "");
        Files.writeString(dir.resolve("webapps/notes.txt"), "");
        Files.writeString(dir.resolve("start.ini"), "--module=http\n");
        Files.writeString(
                Files.createDirectory(dir.resolve("configuration")).resolve("standalone-ha.xml"), "<server/>");

        List<EvidenceItem> items = run(shell, "app-server", List.of(dir.toString(), dir + "/absent"));

        assertThat(items)
                .filteredOn(item -> item.kind() == EvidenceItem.Kind.FILE)
                .extracting(EvidenceItem::name, EvidenceItem::text)
                .containsExactly(
                        tuple(dir + "/configuration/standalone-ha.xml", "<server/>"),
                        tuple(dir + "/start.ini", "--module=http\n"));
        assertThat(text(items, "applications"))
                .isEqualTo("application " + dir + "/webapps/crm.war\napplication " + dir + "/webapps/open\n");
    }

    @Test
    void each_probe_says_what_it_needs() {
        for (String id : List.of(
                "jvm",
                "environment",
                "process-limits",
                "libraries",
                "java-archive",
                "spring",
                "java-logging",
                "app-server")) {
            Probe probe = ProbeCatalog.builtIn().find(id).orElseThrow();

            assertThat(probe.phase()).isEqualTo(Probe.Phase.FOUND);
            assertThat(probe.sections()).allMatch(Probe.Section::privileged);
        }
    }

    private static byte[] jar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write("Main-Class: com.example.Main\n\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
        }
        return bytes.toByteArray();
    }

    private static String text(List<EvidenceItem> items, String section) {
        return items.stream()
                .filter(item -> item.section().equals(section))
                .findFirst()
                .orElseThrow()
                .text();
    }

    static List<EvidenceItem> run(List<String> shell, String id, List<String> arguments)
            throws IOException, InterruptedException {
        ProbeCatalog catalog = ProbeCatalog.builtIn();
        Probe probe = catalog.find(id).orElseThrow();
        List<Request> requests = probe.sections().stream()
                .map(section -> new Request(id, section, arguments))
                .toList();
        Process process = new ProcessBuilder(
                        Stream.concat(shell.stream(), Stream.of("-s")).toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().write(ScanScript.assemble(catalog, requests, MARKER));
        process.getOutputStream().close();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        Transcript transcript = TranscriptReader.read(output, MARKER, 1 << 24);
        assertThat(transcript.complete()).isTrue();
        assertThat(transcript.items()).allMatch(item -> item.outcome() == Outcome.READ);
        return ItemDecoder.decode(transcript.items());
    }
}
