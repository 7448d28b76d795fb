package dev.slipway.assess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.Golden;
import dev.slipway.facts.HostFacts;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.score.Score;
import dev.slipway.score.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The JSON Schemas that are committed are those of the records that are written. */
final class SchemaDocsTest {
    @Test
    void the_schemas_are_those_of_the_records() {
        TreeMap<String, String> pages = new TreeMap<>();
        pages.put("assessment.schema.json", text(assessment()));
        pages.put("fleet.schema.json", text(fleet()));
        Golden.check(Path.of("docs/schema"), pages);
    }

    private static ObjectNode assessment() {
        JsonSchema schema = new JsonSchema();
        ObjectNode facts = schema.properties(HostFacts.class);
        ObjectNode properties = JsonSchema.node();
        properties.set("schemaVersion", JsonSchema.node().put("const", Assessment.SCHEMA_VERSION));
        properties.set("host", facts.remove("host"));
        properties.set("verdict", schema.of(Verdict.class));
        properties.set("score", schema.of(Score.class));
        properties.set("coverage", schema.of(Coverage.class));
        facts.remove(List.of("jobs", "workloads"));
        properties.set("workloads", array(schema.of(AssessedWorkload.class)));
        properties.set("findings", array(schema.of(Finding.class)));
        properties.set("unknowns", array(schema.of(UnknownAnswer.class)));
        properties.set("waived", array(schema.of(Finding.class)));
        properties.set("jobs", array(schema.of(JudgedJob.class)));
        properties.setAll(facts);
        return document("slipway: assessment of a host", schema, properties);
    }

    private static ObjectNode fleet() {
        JsonSchema schema = new JsonSchema();
        return document("slipway: all hosts together", schema, schema.properties(Fleet.class));
    }

    private static ObjectNode document(String title, JsonSchema schema, ObjectNode properties) {
        ObjectNode document = JsonSchema.node()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", title);
        document.setAll(JsonSchema.object(properties));
        document.set("$defs", schema.definitions());
        return document;
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode array = JsonSchema.node().put("type", "array");
        array.set("items", items);
        return array;
    }

    private static String text(ObjectNode schema) {
        return new String(Json.write(schema), StandardCharsets.UTF_8);
    }
}
