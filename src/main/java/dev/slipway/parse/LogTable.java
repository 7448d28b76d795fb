package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place where all that is known of logs comes together: what is configured, what is open, what lies there. A file that
 * fits a configured pattern belongs to that row.
 */
final class LogTable {
    private static final int MAX_EVIDENCE = 5;

    private final PathLinks links;
    private final SortedMap<String, LogFile> files = new TreeMap<>();

    /** Patterns of rows by their folder; those whose folder is itself a pattern stand under the empty name. */
    private final SortedMap<String, SortedMap<String, Glob>> patterns = new TreeMap<>();

    private final SortedMap<String, LogFile> others = new TreeMap<>();

    LogTable(PathLinks links) {
        this.links = links;
    }

    /** Adds a log, or what is new about one that is there. */
    void add(LogFile log) {
        if (log.via() != Via.FILE || !log.path().startsWith("/")) {
            others.merge(log.via().term() + "\n" + log.path() + "\n" + log.writer(), log, LogTable::merged);
            return;
        }
        String path = links.resolve(log.path());
        String key = rowOf(path).orElse(path);
        if (!files.containsKey(key) && !Glob.isLiteral(key)) {
            patterns.computeIfAbsent(folder(key), folder -> new TreeMap<>()).put(key, Glob.of(key));
        }
        files.merge(key, log.with(row -> row.path(key)), LogTable::merged);
    }

    /** The path of the row that a file belongs to: its own, or a pattern that takes it in. */
    Optional<String> rowOf(String path) {
        if (files.containsKey(path)) {
            return Optional.of(path);
        }
        return Stream.of(folder(path), "")
                .flatMap(folder -> patterns.getOrDefault(folder, new TreeMap<>()).entrySet().stream())
                .filter(pattern -> pattern.getValue().matches(path))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String folder(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return Glob.isLiteral(folder) ? folder : "";
    }

    Optional<LogFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Changes each row that is a file. */
    void replaceFiles(UnaryOperator<LogFile> change) {
        files.replaceAll((path, log) -> change.apply(log));
    }

    void remove(String path) {
        files.remove(path);
        patterns.getOrDefault(folder(path), new TreeMap<>()).remove(path);
    }

    /** All rows, files first, by path. */
    List<LogFile> rows() {
        return Stream.concat(
                        files.values().stream(),
                        others.values().stream()
                                .sorted(Comparator.comparing(LogFile::via)
                                        .thenComparing(LogFile::path)
                                        .thenComparing(LogFile::writer)))
                .toList();
    }

    /** What two sources say about one log; where both know, the first has the word. */
    private static LogFile merged(LogFile first, LogFile second) {
        return first.with(log -> log.writer(joined(first.writer(), second.writer()))
                .pids(Stream.concat(first.pids().stream(), second.pids().stream())
                        .distinct()
                        .sorted()
                        .toList())
                .rotatedBy(first.rotatedBy().or(second.rotatedBy()))
                .keptDays(first.keptDays().or(second.keptDays()))
                .truncated(first.truncated() || second.truncated())
                .shippedBy(first.shippedBy().or(second.shippedBy()))
                .open(either(first.open(), second.open()))
                .sizeBytes(sum(first.sizeBytes(), second.sizeBytes()))
                .deleted(first.deleted() || second.deleted())
                .evidence(evidence(first, second)));
    }

    private static String joined(String first, String second) {
        SortedSet<String> names = new TreeSet<>(List.of(first.split(", ")));
        names.addAll(List.of(second.split(", ")));
        return names.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
    }

    private static Fact<Boolean> either(Fact<Boolean> first, Fact<Boolean> second) {
        return first.is(true) || second.is(true) ? Fact.known(true) : first.or(second);
    }

    private static Fact<Long> sum(Fact<Long> first, Fact<Long> second) {
        return first.isKnown() && second.isKnown()
                ? Fact.known(first.orElse(0L) + second.orElse(0L))
                : first.or(second);
    }

    private static List<EvidenceLine> evidence(LogFile first, LogFile second) {
        List<EvidenceLine> evidence = new ArrayList<>(first.evidence());
        second.evidence().stream()
                .filter(line -> evidence.size() < MAX_EVIDENCE && !evidence.contains(line))
                .forEach(evidence::add);
        return evidence;
    }
}
