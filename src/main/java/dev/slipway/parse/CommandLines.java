package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command lines of all processes, as {@code head} prints many files. An argument may look like the header of another
 * process's command line; then that one occurs twice, and neither is believed.
 */
final class CommandLines {
    private static final Pattern HEADER = Pattern.compile("==> (?:(\\d{1,9})/cmdline|/dev/null) <==");

    private final EvidenceItem item;
    private final SortedMap<Integer, CommandLine> byPid = new TreeMap<>();
    private final SortedSet<Integer> forged = new TreeSet<>();

    CommandLines(EvidenceItem item) {
        this.item = item;
        Optional<Integer> pid = Optional.empty();
        StringBuilder raw = new StringBuilder();
        int start = 0;
        int number = 0;
        for (String line : item.text().split("\n", -1)) {
            number++;
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                put(pid, raw, start);
                pid = Optional.ofNullable(header.group(1)).map(Integer::parseInt);
                raw.setLength(0);
                start = number + 1;
            } else {
                raw.append(number == start ? "" : "\n").append(line);
            }
        }
        put(pid, raw, start);
    }

    private void put(Optional<Integer> pid, StringBuilder raw, int line) {
        if (pid.isPresent() && byPid.put(pid.get(), new CommandLine(raw.toString(), line)) != null) {
            forged.add(pid.get());
        }
    }

    /** The command line of a process, if one was read and it is certain to be its own. */
    Optional<CommandLine> find(int pid) {
        return forged.contains(pid) ? Optional.empty() : Optional.ofNullable(byPid.get(pid));
    }

    /** Why a process has no command line here. */
    String reason(int pid) {
        return forged.contains(pid) ? "an argument of another process looks like its command line" : "not read";
    }

    /** The place of a command line. */
    EvidenceLine at(CommandLine command, String text) {
        return item.at(command.line(), text);
    }
}
