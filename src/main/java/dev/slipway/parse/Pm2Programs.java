package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Unit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs that pm2 starts again after a boot: named lines of the list that it saved. */
final class Pm2Programs {
    private static final Pattern LIST = Pattern.compile("list (\\S+) (/.*)");
    private static final Pattern VALUE = Pattern.compile("    \"(\\w+)\": (?:\"(.*)\"|(\\S+?)),?");
    private static final int DEFAULT_KILL_MILLIS = 1600;

    private final EvidenceItem item;
    private final SortedMap<String, Unit> units = new TreeMap<>();
    private final SortedMap<String, String> values = new TreeMap<>();
    private EvidenceLine place;
    private String user = "";
    private String file = "";

    private Pm2Programs(EvidenceItem item) {
        this.item = item;
        this.place = item.at(0, "");
    }

    static List<Unit> of(Evidence evidence) {
        return evidence.command("units", "pm2").stream()
                .flatMap(item -> new Pm2Programs(item).read().stream())
                .toList();
    }

    private List<Unit> read() {
        List<String> lines = SourceFile.of(item).lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher list = LIST.matcher(lines.get(i));
            Matcher value = VALUE.matcher(lines.get(i));
            if (list.matches()) {
                // A list that a running pm2 names too was named by its account before.
                user = list.group(1).equals("-") ? "" : list.group(1);
                file = list.group(2);
            } else if (value.matches()) {
                values.put(value.group(1), value.group(2) == null ? value.group(3) : value.group(2));
                place = value.group(1).equals("name")
                        ? item.at(i + 1, lines.get(i).strip())
                        : place;
            } else if (lines.get(i).startsWith("  }")) {
                program();
                values.clear();
            }
        }
        return List.copyOf(units.values());
    }

    private void program() {
        String name = values.getOrDefault("name", "");
        String path = values.getOrDefault("pm_exec_path", "");
        if (name.isEmpty() && path.isEmpty()) {
            return;
        }
        String interpreter = values.getOrDefault("exec_interpreter", "");
        String command = Stream.of(interpreter.equals("none") ? "" : interpreter, path)
                .filter(word -> !word.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        String output = values.getOrDefault("pm_out_log_path", "");
        Unit unit = Unit.unread("pm2:" + (name.isEmpty() ? CronTables.name(path) : name), "pm2")
                .with(u -> u.state(Fact.known("enabled"))
                        .file(file)
                        .execStart(command.isEmpty() ? List.of() : List.of(command))
                        .type(values.getOrDefault("exec_mode", ""))
                        .user(values.getOrDefault("username", user))
                        .workingDirectory(values.getOrDefault("pm_cwd", ""))
                        .restart(values.getOrDefault("autorestart", "true").equals("false") ? "no" : "always")
                        .killSignal("SIGINT")
                        .stopTimeoutSeconds((millis() + 999) / 1000)
                        .standardOutput(output.isEmpty() ? "" : "file:" + output)
                        .mainPid(Fact.unknown("pm2 was not asked"))
                        .evidence(List.of(place)));
        units.merge(
                file + "\n" + unit.name(), unit, (first, second) -> first.user().isEmpty() ? second : first);
    }

    private long millis() {
        String text = values.getOrDefault("kill_timeout", "");
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : DEFAULT_KILL_MILLIS;
    }
}
