package dev.slipway.workload;

import dev.slipway.facts.Workload.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Chooses the names of workloads, and ids that are each there once and stay the same from scan to scan. */
final class Naming {
    private Naming() {}

    /** The candidates under their ids, in the order of these. */
    static SortedMap<String, Candidate> ids(List<Candidate> candidates) {
        List<Candidate> ordered = new ArrayList<>(candidates);
        // Nothing here changes when a program is started again, but for the last.
        ordered.sort(Comparator.comparing(Naming::name)
                .thenComparing(candidate -> candidate.group().isEmpty())
                .thenComparing(Candidate::unitName)
                .thenComparing(Candidate::root)
                .thenComparing(candidate -> candidate.subject().ports().toString())
                .thenComparing(candidate -> candidate.subject().process().commandLine())
                .thenComparing(candidate -> candidate.subject().process().pid()));
        SortedMap<String, Candidate> ids = new TreeMap<>();
        SortedSet<String> names = new TreeSet<>();
        ordered.forEach(candidate -> names.add(name(candidate)));
        for (Candidate candidate : ordered) {
            String id = name(candidate);
            for (int number = 2; ids.containsKey(id) || number > 2 && names.contains(id); number++) {
                id = name(candidate) + "-" + number;
            }
            ids.put(id, candidate);
        }
        return ids;
    }

    /** The name for the cluster, the same wherever the same program runs. */
    static String name(Candidate candidate) {
        List<Supplier<Optional<String>>> sources = List.of(
                () -> withoutOwnName(candidate)
                        ? Optional.empty()
                        : ProductName.ofUnit(
                                candidate.unitName(), candidate.subject().ports()),
                () -> ProductName.ofFile(candidate.artifact()),
                () -> ownDirectory(candidate) ? ProductName.ofDirectory(candidate.root()) : Optional.empty(),
                () -> candidate
                        .match()
                        .filter(match -> !match.runtime().generic())
                        .map(match -> candidate.product()),
                () -> ProductName.ofClass(candidate.subject().java().main()),
                () -> Interpreter.command(candidate.subject().process()).flatMap(ProductName::ofCommand),
                () -> ProductName.ofFile(
                        Interpreter.programRun(candidate.subject().process())));
        return sources.stream()
                .flatMap(source -> source.get().stream())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .or(() -> Stream.of(candidate.unitName(), candidate.artifact(), candidate.product())
                        .filter(text -> !text.isEmpty())
                        .map(text -> ProductName.of(UnitName.plain(text)))
                        .filter(text -> !text.equals("java"))
                        .findFirst())
                .orElse("java-program");
    }

    /** A line of inittab has an id of two letters; a service of several programs has the name of none of them. */
    private static boolean withoutOwnName(Candidate candidate) {
        return candidate.kind() == Kind.CONTAINER
                || candidate.unitShared()
                || candidate.launcher().equals("inittab");
    }

    /** A program of the house is called like its directory; a database like its product, wherever it lies. */
    private static boolean ownDirectory(Candidate candidate) {
        return candidate.kind() == Kind.APPLICATION || candidate.match().isEmpty();
    }
}
