package dev.slipway.probe;

import dev.slipway.probe.Probe.Phase;
import dev.slipway.probe.Probe.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a probe's file: header comments {@code # key: value}, then sections that begin with
 * {@code #: command NAME [privileged] [limit=5] [max=64k] [tool=ss]} or {@code #: files NAME ...}.
 */
final class ProbeFile {
    private static final Pattern HEADER = Pattern.compile("# ([a-z-]+): (.+)");
    private static final Pattern CONTINUATION = Pattern.compile("#   (.+)");
    private static final Pattern SECTION =
            Pattern.compile("#: (command|files) ([a-z][a-z0-9-]*)((?: [a-z]+(?:=\\S+)?)*)");
    private static final List<String> KEYS = List.of("probe", "title", "why", "reads", "without-root", "phase");
    private static final int DEFAULT_LIMIT_SECONDS = 5;
    private static final int DEFAULT_MAX_BYTES = 64 * 1024;

    private final String id;
    private final SortedMap<String, String> header = new TreeMap<>();
    private final List<Section> sections = new ArrayList<>();

    private ProbeFile(String id) {
        this.id = id;
    }

    /** Throws IllegalArgumentException with file and line if the text is not of the form. */
    static Probe parse(String id, String text) {
        ProbeFile file = new ProbeFile(id);
        List<String> lines = text.lines().toList();
        int first = file.readHeader(lines);
        file.readSections(lines, first);
        return new Probe(
                id,
                file.key("title"),
                file.key("why"),
                file.key("reads"),
                file.key("without-root"),
                file.phase(),
                file.sections,
                text);
    }

    private int readHeader(List<String> lines) {
        String last = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher header = HEADER.matcher(line);
            Matcher continuation = CONTINUATION.matcher(line);
            if (line.startsWith("#: ")) {
                return i;
            } else if (continuation.matches() && !last.isEmpty()) {
                this.header.merge(last, continuation.group(1), (a, b) -> a + " " + b);
            } else if (header.matches()) {
                last = header.group(1);
                if (!KEYS.contains(last)) {
                    throw error(i, "unknown key '" + last + "'; known are " + String.join(", ", KEYS));
                }
                this.header.put(last, header.group(2));
            }
        }
        throw error(lines.size() - 1, "no section: a line '#: command NAME' or '#: files NAME' is missing");
    }

    private void readSections(List<String> lines, int first) {
        int start = first;
        while (start < lines.size()) {
            int end = start + 1;
            while (end < lines.size() && !lines.get(end).startsWith("#:")) {
                end++;
            }
            Matcher section = SECTION.matcher(lines.get(start));
            if (!section.matches()) {
                throw error(start, "not a section line: " + lines.get(start));
            }
            String body = String.join("\n", lines.subList(start + 1, end)).strip();
            sections.add(section(section, body, start));
            start = end;
        }
    }

    private Section section(Matcher line, String body, int index) {
        boolean privileged = false;
        int limitSeconds = DEFAULT_LIMIT_SECONDS;
        int maxBytes = DEFAULT_MAX_BYTES;
        String tool = "";
        for (String option : line.group(3).strip().split(" ")) {
            String value = option.substring(option.indexOf('=') + 1);
            switch (option.contains("=") ? option.substring(0, option.indexOf('=')) : option) {
                case "" -> {}
                case "privileged" -> privileged = true;
                case "limit" -> limitSeconds = Integer.parseInt(value);
                case "max" -> maxBytes = Integer.parseInt(value.replace("k", "")) * 1024;
                case "tool" -> tool = value;
                default -> throw error(index, "unknown option '" + option + "'");
            }
        }
        if (body.isEmpty()) {
            throw error(index, "the section is empty");
        }
        return new Section(
                line.group(2),
                line.group(1).equals("files"),
                privileged,
                limitSeconds,
                maxBytes,
                tool,
                body,
                index + 1);
    }

    private Phase phase() {
        return switch (key("phase")) {
            case "1" -> Phase.EVERY_HOST;
            case "2" -> Phase.FOUND;
            default -> throw error(0, "phase is 1 or 2");
        };
    }

    private String key(String key) {
        String value = header.get(key);
        if (value == null) {
            throw error(0, "the header has no '# " + key + ": ...'");
        }
        return value;
    }

    private IllegalArgumentException error(int index, String message) {
        return new IllegalArgumentException("probes/" + id + ".sh:" + (index + 1) + ": " + message);
    }
}
