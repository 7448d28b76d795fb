package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Options of a program that a file of variables of its service holds, and that its command line shows: where to change them. */
final class LaunchOptions {
    private final SortedMap<String, SortedSet<String>> words = new TreeMap<>();

    private LaunchOptions() {}

    /** The options in the files of the service that this process is the main process of, or runs in. */
    static LaunchOptions of(HostProcess process, List<Unit> units, Evidence evidence) {
        LaunchOptions options = new LaunchOptions();
        HostFiles files = HostFiles.of(evidence, "units", "environment");
        units.stream()
                .filter(unit -> runs(unit, process))
                .flatMap(unit -> unit.environmentFiles().stream())
                .flatMap(path -> files.find(path).stream())
                .forEach(options::add);
        return options;
    }

    private static boolean runs(Unit unit, HostProcess process) {
        return (process.pid() > 0 && unit.mainPid().is(process.pid()))
                || process.cgroup().orElse("").endsWith("/" + unit.name());
    }

    private void add(SourceFile file) {
        SortedSet<String> options = words.computeIfAbsent(file.path(), any -> new TreeSet<>());
        ShellText.parse(file.text())
                .entries()
                .forEach(entry -> Arrays.stream(entry.value().split("\\s+"))
                        .filter(word -> word.startsWith("-"))
                        .forEach(options::add));
    }

    /** The file that holds this option; else what is given. */
    String placeOf(String option, String otherwise) {
        return words.entrySet().stream()
                .filter(file -> file.getValue().contains(option))
                .map(file -> file.getKey())
                .findFirst()
                .orElse(otherwise);
    }
}
