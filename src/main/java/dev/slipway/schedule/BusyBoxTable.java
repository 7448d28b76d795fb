package dev.slipway.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a whole crontab as BusyBox crond does: {@code #} begins a comment anywhere, a backslash at the end of a line joins the
 * next one to it, and of the settings it knows three.
 */
final class BusyBoxTable {
    private static final int FIELDS = 5;
    private static final int MOST_LINES = 255;
    private static final List<String> SETTINGS = List.of("MAILTO", "SHELL", "PATH");

    private final TableKind kind;
    private final List<CrontabLine> lines = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private final SortedMap<String, String> environment = new TreeMap<>();
    private int taken;

    BusyBoxTable(TableKind kind) {
        this.kind = kind;
    }

    Crontab read(String text) {
        List<String> physical = Crontab.lines(text);
        int next = 0;
        while (next < physical.size()) {
            int number = next + 1;
            StringBuilder line = new StringBuilder(physical.get(next++));
            while (line.length() > 0 && line.charAt(line.length() - 1) == '\\' && next < physical.size()) {
                line.setLength(line.length() - 1);
                line.append(physical.get(next++));
            }
            add(number, line.toString());
        }
        return new Crontab(Flavour.BUSYBOX, kind, lines, settings, "");
    }

    private void add(int number, String line) {
        int comment = line.indexOf('#');
        String content = (comment < 0 ? line : line.substring(0, comment)).replaceAll("^[ \\t]+", "");
        if (content.isEmpty()) {
            return;
        }
        taken++;
        String[] words = content.split("[ \\t]+", FIELDS + 1);
        String name = words[0].substring(0, Math.max(0, words[0].indexOf('=')));
        if (taken > MOST_LINES && kind == TableKind.USER) {
            lines.add(new BadLine(
                    number, line, "too many lines: crond reads " + MOST_LINES + " for other users than root"));
        } else if (SETTINGS.contains(name)) {
            environment.put(name, words[0].substring(name.length() + 1));
            settings.add(new Setting(number, name, environment.getOrDefault(name, "")));
        } else if (words[0].startsWith("@")) {
            lines.add(macro(number, line, words[0], content.substring(words[0].length())));
        } else if (words.length <= FIELDS || words[FIELDS].isEmpty()) {
            lines.add(new BadLine(number, line, "crond passes over a line of fewer than six words"));
        } else {
            lines.add(entry(number, line, words));
        }
    }

    private CrontabLine entry(int number, String line, String[] words) {
        BusyBoxFields fields = new BusyBoxFields();
        CronFields times = fields.read(words[0], words[1], words[2], words[3], words[4]);
        String schedule = String.join(" ", List.of(words).subList(0, FIELDS));
        return entry(number, line, schedule, new Timing.AtTimes(times), words[FIELDS], fields.defect());
    }

    private CrontabLine macro(int number, String line, String name, String rest) {
        if (rest.isBlank()) {
            return new BadLine(number, line, "crond passes over a line without a command");
        } else if (name.equals("@reboot")) {
            return entry(number, line, name, new Timing.AtBoot(), rest, "");
        }
        return CronMacro.of(name)
                .<CrontabLine>map(times -> entry(number, line, name, new Timing.AtTimes(times), rest, ""))
                .orElseGet(
                        () -> new BadLine(number, line, "crond passes over \"" + name + "\", which it does not know"));
    }

    private CrontabEntry entry(int number, String line, String schedule, Timing timing, String command, String defect) {
        return new CrontabEntry(
                number, line, schedule, timing, "", command.strip(), environment, false, true, false, defect);
    }
}
