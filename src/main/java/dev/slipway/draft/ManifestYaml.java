package dev.slipway.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes an object as YAML with its notes as comments. The order of keys is the object's own, but names come first. */
final class ManifestYaml {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDTH = 120;

    private final Notes notes;
    private final StringBuilder out = new StringBuilder();

    private ManifestYaml(Notes notes) {
        this.notes = notes;
    }

    /** The text of a manifest. */
    static String write(Object object, Notes notes) {
        ManifestYaml writer = new ManifestYaml(notes);
        writer.fields(tree(object), "", 0, "");
        return writer.out.toString();
    }

    /** The object as a tree of JSON. */
    static JsonNode tree(Object object) {
        return object instanceof JsonNode node ? node : JSON.valueToTree(object);
    }

    /** The entries of a mapping; what stands before the first of them ({@code "- "}) takes the place of its indentation. */
    private void fields(JsonNode mapping, String pointer, int indent, String lead) {
        String before = lead;
        for (Map.Entry<String, JsonNode> field : ordered(mapping, pointer)) {
            field(field.getKey(), field.getValue(), pointer + "/" + Notes.key(field.getKey()), indent, before);
            before = "";
        }
    }

    private static List<Map.Entry<String, JsonNode>> ordered(JsonNode mapping, String pointer) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
        mapping.properties().forEach(field -> {
            if (field.getKey().equals("name") && !pointer.isEmpty()) {
                fields.add(0, field);
            } else {
                fields.add(field);
            }
        });
        return fields;
    }

    private void field(String key, JsonNode value, String pointer, int indent, String lead) {
        String start = (lead.isEmpty() ? " ".repeat(indent) : " ".repeat(indent - lead.length()) + lead)
                + YamlScalar.of(key) + ":";
        if (value.isObject() && !value.isEmpty()) {
            line(start, pointer, indent);
            fields(value, pointer, indent + 2, "");
        } else if (value.isArray() && !value.isEmpty()) {
            line(start, pointer, indent);
            items(value, pointer, indent + 2);
        } else {
            single(start + " ", value, pointer, indent);
        }
    }

    /** One value, a text of several lines as a block. */
    private void single(String start, JsonNode value, String pointer, int indent) {
        if (value.isTextual() && YamlScalar.isBlock(value.textValue())) {
            line(start + "|", pointer, indent);
            value.textValue()
                    .lines()
                    .forEach(text -> out.append(text.isEmpty() ? "" : " ".repeat(indent + 2) + text)
                            .append('\n'));
        } else {
            line(start + scalar(value), pointer, indent);
        }
    }

    private void items(JsonNode list, String pointer, int indent) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            String place = pointer + "/" + i;
            if (item.isObject() && !item.isEmpty()) {
                above(place, indent);
                fields(item, place, indent + 2, "- ");
            } else {
                single(" ".repeat(indent) + "- ", item, place, indent);
            }
        }
    }

    private static String scalar(JsonNode value) {
        if (value.isTextual()) {
            return YamlScalar.of(value.textValue());
        }
        return value.toString();
    }

    /** A line with its notes: behind it if there is room, else above it. */
    private void line(String text, String pointer, int indent) {
        List<Note> on = notes.on(pointer);
        if (on.size() == 1 && text.length() + on.get(0).comment().length() + 4 <= WIDTH) {
            out.append(text).append("  # ").append(on.get(0).comment()).append('\n');
        } else {
            above(pointer, text.startsWith(" ".repeat(indent)) ? indent : indent - 2);
            out.append(text).append('\n');
        }
    }

    private void above(String pointer, int indent) {
        for (Note note : notes.on(pointer)) {
            for (String part : wrap(note.comment(), WIDTH - indent - 2)) {
                out.append(" ".repeat(indent)).append("# ").append(part).append('\n');
            }
        }
    }

    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
