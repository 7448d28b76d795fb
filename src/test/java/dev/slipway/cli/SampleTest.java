package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.slipway.Golden;
import dev.slipway.assess.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo over the sample inventory: what it writes is what is committed under reports/sample, on any machine. */
final class SampleTest {
    @TempDir
    private Path dir;

    @Test
    void the_committed_sample_is_what_the_demo_writes() throws IOException {
        Path run = demo("run");

        SortedMap<String, String> sample = new TreeMap<>();
        sample.putAll(files(run, "report"));
        sample.putAll(files(run, "drafts"));
        Golden.check(Path.of("reports/sample"), sample);
    }

    @Test
    void the_same_evidence_gives_the_same_bytes_in_any_zone_and_language() throws IOException {
        SortedMap<String, String> here = files(demo("here"), "");
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            SortedMap<String, String> there = files(demo("there"), "");

            here.remove("scan.json"); // says how long the scan took
            there.remove("scan.json");
            assertThat(there.keySet()).containsExactlyElementsOf(here.keySet());
            here.forEach((name, text) -> assertThat(there.get(name)).as(name).isEqualTo(text));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void what_is_written_is_valid_by_the_committed_schemas() throws IOException {
        Path run = demo("run");

        List<String> mistakes = new ArrayList<>(mistakes("fleet", run.resolve("fleet.json")));
        try (Stream<Path> assessments = Files.list(run.resolve("assessment"))) {
            for (Path assessment : assessments.sorted().toList()) {
                mistakes.addAll(mistakes("assessment", assessment));
            }
        }
        assertThat(mistakes).isEmpty();
    }

    private Path demo(String name) {
        Path run = dir.resolve(name);
        Console console = Console.run("demo", "-o", run.toString());
        assertThat(console.status()).as(console.err()).isZero();
        assertThat(console.out()).contains(run.resolve("report/index.html").toString());
        return run;
    }

    private static List<String> mistakes(String schema, Path file) throws IOException {
        JsonNode definition =
                Json.read(Files.readAllBytes(Path.of("docs/schema/" + schema + ".schema.json")), JsonNode.class);
        JsonNode content = Json.read(Files.readAllBytes(file), JsonNode.class);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(definition).validate(content).stream()
                .map(mistake -> file.getFileName() + ": " + mistake)
                .toList();
    }

    private static SortedMap<String, String> files(Path run, String folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(run.resolve(folder))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = run.relativize(file).toString();
                if (!name.startsWith("evidence/") && !name.startsWith(".")) {
                    files.put(name, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }
}
