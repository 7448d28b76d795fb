package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that daemons left in files, as far as processes of these numbers are still there. */
final class PidFiles {
    private static final Pattern LINE = Pattern.compile("(\\d{1,9}) (/.*)");

    private final SortedMap<String, Integer> numbers = new TreeMap<>();
    private final SortedSet<Integer> running = new TreeSet<>();

    PidFiles(Evidence evidence, List<HostProcess> processes) {
        processes.forEach(process -> running.add(process.pid()));
        evidence.command("units", "pids")
                .ifPresent(item -> item.lines().forEach(line -> {
                    Matcher form = LINE.matcher(line);
                    if (form.matches()) {
                        numbers.put(canonical(form.group(2)), Integer.parseInt(form.group(1)));
                    }
                }));
    }

    /** The process of the first of these files that is there; 0 if that one has ended. */
    Fact<Integer> process(List<String> paths) {
        return paths.stream()
                .filter(path -> numbers.containsKey(canonical(path)))
                .map(path -> numbers.get(canonical(path)))
                .findFirst()
                .map(pid -> Fact.known(running.contains(pid) ? pid : 0))
                .orElse(Fact.unknown("no pid file was found"));
    }

    private static String canonical(String path) {
        return path.startsWith("/var/run/") ? path.substring("/var".length()) : path;
    }
}
