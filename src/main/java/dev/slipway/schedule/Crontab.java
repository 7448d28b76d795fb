package dev.slipway.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A crontab as its scheduler understands it.
 *
 * @param lines what it runs and what it refuses, in order; comments, empty lines and settings are not there
 * @param settings what its lines set, in order
 * @param ignored why its scheduler ignores the whole table: Debian's cron drops it for one bad line or a missing last line
 *     feed; empty if it does not
 */
public record Crontab(
        Flavour flavour, TableKind kind, List<CrontabLine> lines, List<Setting> settings, String ignored) {
    private static final int DEBIAN_MOST_LINES = 10_000;

    public Crontab {
        lines = List.copyOf(lines);
        settings = List.copyOf(settings);
    }

    /** Reads a table by the rules of this scheduler; whatever the text is, each of its lines is accounted for. */
    public static Crontab read(String text, Flavour flavour, TableKind kind) {
        return switch (flavour) {
            case DEBIAN, CRONIE -> vixie(text, flavour, kind);
            case BUSYBOX -> new BusyBoxTable(kind).read(text);
            case KUBERNETES, GOCRON -> expressions(text, flavour, kind);
        };
    }

    /** The lines that run something. */
    public List<CrontabEntry> entries() {
        return lines.stream()
                .filter(CrontabEntry.class::isInstance)
                .map(CrontabEntry.class::cast)
                .toList();
    }

    /** The lines that are not understood. */
    public List<BadLine> badLines() {
        return lines.stream()
                .filter(BadLine.class::isInstance)
                .map(BadLine.class::cast)
                .toList();
    }

    private static Crontab vixie(String text, Flavour flavour, TableKind kind) {
        List<String> physical = lines(text);
        List<CrontabLine> lines = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        SortedMap<String, String> environment = new TreeMap<>();
        for (int i = 0; i < physical.size(); i++) {
            String line = physical.get(i);
            String content = withoutLeadingBlanks(line);
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            boolean cut = i == physical.size() - 1 && !text.endsWith("\n");
            Optional<Setting> setting = Setting.parse(i + 1, content, flavour);
            if (cut) {
                lines.add(new BadLine(i + 1, line, "missing newline before the end of the file"));
            } else if (setting.isPresent()) {
                settings.add(setting.get());
                environment.put(setting.get().name(), setting.get().value());
            } else {
                lines.add(VixieLine.read(i + 1, line, flavour, kind, environment));
            }
        }
        String ignored = flavour == Flavour.DEBIAN ? debianIgnores(lines, physical.size()) : "";
        return new Crontab(flavour, kind, lines, settings, ignored);
    }

    private static String debianIgnores(List<CrontabLine> lines, int count) {
        if (count > DEBIAN_MOST_LINES) {
            return "cron ignores a table of more than " + DEBIAN_MOST_LINES + " lines";
        }
        return lines.stream()
                .filter(BadLine.class::isInstance)
                .map(BadLine.class::cast)
                .findFirst()
                .map(bad -> "cron ignores the whole table because of line " + bad.line() + ": " + bad.reason())
                .orElse("");
    }

    private static Crontab expressions(String text, Flavour flavour, TableKind kind) {
        List<String> physical = lines(text);
        List<CrontabLine> lines = new ArrayList<>();
        for (int i = 0; i < physical.size(); i++) {
            String line = physical.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(GoExpression.read(i + 1, line, flavour));
            }
        }
        return new Crontab(flavour, kind, lines, List.of(), "");
    }

    /** The lines between line feeds; a carriage return is part of its line, as cron sees it. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    private static String withoutLeadingBlanks(String line) {
        int start = 0;
        while (start < line.length() && LineCursor.isBlank(line.charAt(start))) {
            start++;
        }
        return line.substring(start);
    }
}
