package dev.slipway.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The manifests of one folder of drafts, by the folder below that they go to: {@code k8s}, {@code jobs}. */
final class Folder {
    private final String path;
    private final SortedMap<String, List<Manifest>> groups = new TreeMap<>();

    Folder(String path) {
        this.path = path;
    }

    /** Adds manifests and the list of them. */
    void add(String group, List<Manifest> manifests) {
        if (!manifests.isEmpty()) {
            List<Manifest> all = new ArrayList<>(manifests);
            all.add(KustomizationDraft.of(manifests));
            groups.put(group, all);
        }
    }

    void addOverlay(String name, Manifest kustomization) {
        groups.put("overlays/" + name, List.of(kustomization));
    }

    List<String> groups() {
        return List.copyOf(groups.keySet());
    }

    List<DraftFile> files() {
        List<DraftFile> files = new ArrayList<>();
        groups.forEach((group, manifests) -> manifests.forEach(
                manifest -> files.add(DraftFile.of(path + "/" + group + "/" + manifest.file(), manifest.text()))));
        return files;
    }

    /** Every question on a field, each once, in the order of the files. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        groups.forEach((group, manifests) -> manifests.forEach(manifest -> manifest.notes()
                .all()
                .forEach((pointer, notes) -> notes.stream()
                        .filter(note -> note.kind() == Note.Kind.QUESTION)
                        .map(note -> new Question(note.text(), note.rule(), group + "/" + manifest.file(), pointer))
                        .filter(question -> questions.stream()
                                .noneMatch(other -> other.text().equals(question.text())))
                        .forEach(questions::add))));
        return questions;
    }

    /** Every decision as data. */
    String decisions(String name, List<Question> questions) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("name", name);
        ArrayNode decisions = root.putArray("decisions");
        groups.forEach((group, manifests) -> manifests.forEach(manifest -> {
            JsonNode tree = ManifestYaml.tree(manifest.object());
            manifest.notes()
                    .all()
                    .forEach((pointer, notes) -> notes.forEach(note -> {
                        ObjectNode decision = decisions.addObject();
                        decision.put("file", group + "/" + manifest.file());
                        decision.put("field", pointer);
                        JsonNode value = tree.at(pointer);
                        if (value.isValueNode()) {
                            decision.set("value", value);
                        }
                        decision.put("kind", note.kind().term());
                        decision.put("reason", note.text());
                        decision.put("rule", note.rule());
                    }));
        }));
        ArrayNode asked = root.putArray("questions");
        for (Question question : questions) {
            asked.addObject()
                    .put("number", asked.size())
                    .put("question", question.text())
                    .put("rule", question.rule())
                    .put("file", question.file())
                    .put("field", question.pointer());
        }
        return PrettyJson.write(root);
    }
}
