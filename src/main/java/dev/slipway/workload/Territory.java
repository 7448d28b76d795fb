package dev.slipway.workload;

import dev.slipway.facts.HostFacts;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files and directories by the workload that they belong to. */
final class Territory {
    private static final Pattern BY_CUSTOM = Pattern.compile(
            "/(?:etc|opt|srv|data|var/(?:lib|log|cache|spool|opt|www)|usr/local(?:/etc)?|etc/(?:default|sysconfig)|run)/([^/]+?)(?:\\.log)?(?:/.*)?");

    private final SortedMap<String, SortedSet<String>> ownersByPath = new TreeMap<>();

    private final SortedMap<String, SortedSet<String>> ownersByName = new TreeMap<>();

    private Territory() {}

    /** What the workloads say themselves: their code, what they were given as configuration, their service's files, their logs. */
    static Territory of(HostFacts facts, SortedMap<String, Candidate> candidates) {
        Territory territory = new Territory();
        candidates.forEach((id, candidate) -> claims(candidate).forEach(path -> territory.claim(path, id)));
        candidates.forEach((id, candidate) -> names(candidate).forEach(name -> territory.name(name, id)));
        candidates.forEach((id, candidate) -> facts.logs().stream()
                .filter(log -> log.pids().stream().anyMatch(candidate.pids()::contains))
                .map(LogFile::path)
                .filter(path -> path.startsWith("/"))
                .forEach(path -> territory.claim(path, id)));
        return territory;
    }

    private static Stream<String> claims(Candidate candidate) {
        Stream<String> code = Stream.of(candidate.root(), candidate.artifact());
        Stream<String> given =
                Asks.of(candidate).flatMap(ask -> ask.arguments().stream()).filter(path -> path.startsWith("/"));
        Stream<String> directory = Aspect.WORKING_DIRECTORY.of(candidate.subject(), "").stream();
        Stream<String> unit = candidate.unit().stream()
                .flatMap(service -> Stream.concat(unitFiles(service), service.environmentFiles().stream()));
        return Stream.of(code, given, directory, unit).flatMap(paths -> paths);
    }

    /** Names by which the directories of a program are called: those of its service, its product, its program and its account. */
    private static Stream<String> names(Candidate candidate) {
        String user = candidate.subject().process().user().orElse("");
        return Stream.of(
                        Naming.name(candidate),
                        UnitName.plain(candidate.unitName()),
                        candidate.product(),
                        Interpreter.programRun(candidate.subject().process()),
                        Interpreter.of(candidate.subject().process()).isPresent() || user.equals("root") ? "" : user)
                .filter(name -> name.length() > 1);
    }

    /** From now on directories with this name count as this workload's, unless another one has a better claim. */
    void name(String name, String id) {
        ownersByName.computeIfAbsent(name, any -> new TreeSet<>()).add(id);
    }

    private static Stream<String> unitFiles(Unit unit) {
        return Stream.concat(Stream.of(unit.file()), unit.dropIns().stream());
    }

    /** A file takes the rest of its directory with it, if that is one program's. */
    void claim(String path, String id) {
        if (path.startsWith("/") && FilePath.ofOneProgram(path)) {
            add(path, id);
            String parent = FilePath.parent(path);
            if (FilePath.ofOneProgram(parent) && FilePath.name(path).matches(".+\\.[a-z]+")) {
                add(parent, id);
            }
        }
    }

    private void add(String path, String id) {
        ownersByPath.computeIfAbsent(path, any -> new TreeSet<>()).add(id);
    }

    /** The workload of the nearest file or directory above; none if that is not one workload's alone. */
    Optional<String> owner(String path) {
        SortedSet<String> owners = owners(path);
        return owners.size() == 1 ? Optional.of(owners.first()) : owners.isEmpty() ? byName(path) : Optional.empty();
    }

    /** By custom a program's directories carry its name: {@code /var/lib/redis}, {@code /etc/tomcat9}. */
    private Optional<String> byName(String path) {
        Matcher place = BY_CUSTOM.matcher(path);
        if (!place.matches()) {
            return Optional.empty();
        }
        String name = place.group(1);
        SortedSet<String> owners = ownersByName.getOrDefault(
                name, ownersByName.getOrDefault(name.replaceFirst("[-.]?[0-9][0-9.]*$", ""), new TreeSet<>()));
        return owners.size() == 1 ? Optional.of(owners.first()) : Optional.empty();
    }

    /** All that have a claim to the nearest file or directory above. */
    SortedSet<String> owners(String path) {
        return nearest(path).map(ownersByPath::get).orElse(new TreeSet<>());
    }

    /** Every workload that has a claim to this path or to something above it. */
    SortedSet<String> users(String path) {
        SortedSet<String> users = new TreeSet<>();
        ownersByPath.forEach((claimed, ids) -> {
            if (FilePath.within(path, claimed)) {
                users.addAll(ids);
            }
        });
        return users;
    }

    private Optional<String> nearest(String path) {
        List<String> above = ownersByPath.keySet().stream()
                .filter(claimed -> FilePath.within(path, claimed))
                .toList();
        return above.stream().max(Comparator.comparingInt(String::length));
    }
}
