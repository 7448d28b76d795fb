package dev.slipway.workload;

import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Workload.Kind;
import dev.slipway.jvm.JavaCommand;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Decides what to ask a host in the second phase: only what belongs to the workloads that the first has shown. */
public final class SecondPhase {
    private SecondPhase() {}

    /** The probes with their arguments, by probe. A probe that nobody has written is to be ignored. */
    public static List<Want> wants(HostFacts facts) {
        SortedMap<String, SortedSet<String>> wants = new TreeMap<>();
        for (Candidate candidate : Candidates.of(facts, RuntimeCatalog.builtIn())) {
            if (candidate.kind() == Kind.CONTAINER) {
                // Its paths are those inside; from outside they would name other files.
                ofProcesses(candidate).forEach(want -> add(wants, want));
            } else if (candidate.kind() != Kind.SYSTEM && candidate.kind() != Kind.AGENT) {
                Stream.concat(ofProcesses(candidate), Asks.of(candidate)).forEach(want -> add(wants, want));
            }
        }
        return wants.entrySet().stream()
                .map(entry -> new Want(entry.getKey(), ordered(entry.getValue())))
                .toList();
    }

    private static void add(SortedMap<String, SortedSet<String>> wants, Want want) {
        wants.computeIfAbsent(want.probe(), probe -> new TreeSet<>()).addAll(want.arguments());
    }

    private static Stream<Want> ofProcesses(Candidate candidate) {
        if (candidate.group().isEmpty()) {
            return Stream.of();
        }
        List<String> pid = List.of(String.valueOf(candidate.subject().process().pid()));
        Stream<Want> all =
                Stream.of("environment", "libraries", "process-limits").map(probe -> new Want(probe, pid));
        Stream<Want> machine = candidate.subject().jvm().stream()
                .map(jvm -> new Want(
                        "jvm",
                        Stream.concat(pid.stream(), optionFiles(candidate.subject()))
                                .toList()));
        return Stream.concat(all, machine);
    }

    private static Stream<String> optionFiles(Subject subject) {
        return JavaCommand.parse(subject.process().arguments().orElse(List.of())).optionFiles().stream()
                .flatMap(file -> subject.absolute(file).stream());
    }

    /** Process ids by number, paths by name. */
    private static List<String> ordered(SortedSet<String> arguments) {
        return arguments.stream()
                .sorted(Comparator.comparing((String text) -> !text.matches("\\d{1,9}"))
                        .thenComparing(text -> text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0)
                        .thenComparing(text -> text))
                .toList();
    }
}
