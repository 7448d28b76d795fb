package dev.slipway.assess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.facts.HostFacts;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.score.Score;
import dev.slipway.score.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An assessment as JSON: the host's facts, and what was found out, in one object. */
public final class AssessmentJson {
    private AssessmentJson() {}

    public static byte[] write(Assessment assessment) {
        return Json.write(tree(assessment));
    }

    static ObjectNode tree(Assessment assessment) {
        ObjectNode facts = (ObjectNode) Json.tree(assessment.facts());
        ObjectNode root = facts.objectNode();
        root.put("schemaVersion", Assessment.SCHEMA_VERSION);
        root.set("host", facts.remove("host"));
        root.set("verdict", Json.tree(assessment.verdict()));
        root.set("score", Json.tree(assessment.score()));
        root.set("coverage", Json.tree(assessment.coverage()));
        facts.remove(List.of("jobs", "workloads"));
        root.set("workloads", Json.tree(assessment.workloads()));
        root.set("findings", Json.tree(assessment.findings()));
        root.set("unknowns", Json.tree(assessment.unknowns()));
        root.set("waived", Json.tree(assessment.waived()));
        root.set("jobs", Json.tree(assessment.jobs()));
        root.setAll(facts);
        return root;
    }

    /**
     * The assessment in this text.
     *
     * @throws IOException if it is not one, or of another version
     */
    public static Assessment read(byte[] text) throws IOException {
        JsonNode root = Json.read(text, JsonNode.class);
        int version = root.path("schemaVersion").asInt();
        if (version != Assessment.SCHEMA_VERSION) {
            throw new IOException("this assessment has version " + version + ", not " + Assessment.SCHEMA_VERSION
                    + ": run 'slipway assess' again");
        }
        return new Assessment(
                Json.value(root, HostFacts.class),
                Json.value(root.path("coverage"), Coverage.class),
                list(root.path("jobs"), JudgedJob.class),
                list(root.path("workloads"), AssessedWorkload.class),
                list(root.path("findings"), Finding.class),
                list(root.path("unknowns"), UnknownAnswer.class),
                list(root.path("waived"), Finding.class),
                Json.value(root.path("score"), Score.class),
                Json.value(root.path("verdict"), Verdict.class));
    }

    private static <T> List<T> list(JsonNode array, Class<T> type) throws IOException {
        List<T> items = new ArrayList<>();
        for (JsonNode item : array) {
            items.add(Json.value(item, type));
        }
        return items;
    }
}
