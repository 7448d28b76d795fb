package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of systemd unit files, by the absolute path of the file. */
final class UnitFiles {
    private static final Pattern HEADER = Pattern.compile("# (/\\S+\\.(?:timer|service|conf))");
    private final SortedMap<String, List<Setting>> byPath = new TreeMap<>();

    /**
     * A line {@code Key=value} of a unit file.
     *
     * @param section {@code Timer}
     * @param value without the blanks around it, continued lines joined; empty resets a list
     * @param line line in the unit file, from 1
     */
    record Setting(String section, String key, String value, int line, EvidenceLine evidence) {}

    /** What {@code systemctl cat} prints: each file behind a comment with its path. */
    static UnitFiles ofCat(EvidenceItem cat) {
        UnitFiles files = new UnitFiles();
        List<String> lines = cat.lines();
        int start = 0;
        String path = "";
        for (int i = 0; i <= lines.size(); i++) {
            Matcher header = HEADER.matcher(i < lines.size() ? lines.get(i) : "");
            boolean begins = header.matches() && (i == 0 || lines.get(i - 1).isBlank());
            if (begins || i == lines.size()) {
                files.add(path, cat, start, lines.subList(start, i));
                path = begins ? header.group(1) : "";
                start = i + 1;
            }
        }
        return files;
    }

    /** A unit file that was read as it is. */
    void addFile(EvidenceItem file) {
        add(file.name(), file, 0, file.lines());
    }

    boolean has(String path) {
        return byPath.containsKey(path);
    }

    /** The settings of a unit: of its file and of those that extend it, in this order. */
    List<Setting> settings(List<String> paths, String section) {
        List<Setting> settings = new ArrayList<>();
        for (String path : paths) {
            byPath.getOrDefault(path, List.of()).stream()
                    .filter(setting -> setting.section().equals(section))
                    .forEach(settings::add);
        }
        return settings;
    }

    private void add(String path, EvidenceItem item, int offset, List<String> lines) {
        if (path.isEmpty() || byPath.containsKey(path)) {
            return;
        }
        List<Setting> settings = new ArrayList<>();
        String section = "";
        int next = 0;
        while (next < lines.size()) {
            int first = next;
            StringBuilder joined = new StringBuilder(lines.get(next++).strip());
            while (joined.length() > 0
                    && joined.charAt(joined.length() - 1) == '\\'
                    && !isComment(joined)
                    && next < lines.size()) {
                joined.setCharAt(joined.length() - 1, ' ');
                joined.append(lines.get(next++).strip());
            }
            String line = joined.toString();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
            } else if (!isComment(joined) && equals > 0) {
                settings.add(new Setting(
                        section,
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip(),
                        first + 1,
                        item.at(offset + first + 1, lines.get(first))));
            }
        }
        byPath.put(path, settings);
    }

    private static boolean isComment(CharSequence line) {
        return line.length() > 0 && (line.charAt(0) == '#' || line.charAt(0) == ';');
    }
}
