package dev.slipway.draft;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The example of a Secret, and the program that asks for its values. */
record SecretDraft(Subject subject, SecretPlan secrets) {
    private static final String PLACEHOLDER = "CHANGE_ME";

    /** What the program asks for. Both texts are words of a shell. */
    record Asked(String key, String description) {}

    /** What fills the program's template. */
    record Model(String name, String namespace, String secret, List<Asked> entries) {}

    Manifest example() {
        Notes notes = new Notes();
        SortedMap<String, String> data = new TreeMap<>();
        for (SecretPlan.Entry entry : secrets.entries()) {
            data.put(entry.key(), PLACEHOLDER);
            notes.from(
                    "/stringData/" + Notes.key(entry.key()),
                    entry.original() + " in " + String.join(", ", entry.where()));
        }
        notes.assumed("/stringData", "placeholders; create-secrets.sh asks for the values. Base64 is not encryption");
        return new Manifest(
                "secret.example.yaml",
                new SecretBuilder()
                        .withMetadata(Labels.meta(subject.namespace(), secrets.name(), subject.namespace()))
                        .withType("Opaque")
                        .withStringData(data)
                        .build(),
                notes);
    }

    String program() {
        List<Asked> asked = secrets.entries().stream()
                .map(entry -> new Asked(
                        PlainText.shellWord(entry.key()),
                        PlainText.shellWord(
                                entry.original() + ", " + entry.kind() + " in " + String.join(", ", entry.where()))))
                .toList();
        return Template.fill(
                "create-secrets.mustache", new Model(subject.name(), subject.namespace(), secrets.name(), asked));
    }
}
