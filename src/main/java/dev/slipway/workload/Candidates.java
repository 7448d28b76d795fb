package dev.slipway.workload;

import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Listener;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.Unit;
import dev.slipway.facts.Workload.Kind;
import dev.slipway.workload.RuntimeCatalog.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds everything on a host that becomes a workload. */
final class Candidates {
    private final HostFacts facts;
    private final RuntimeCatalog runtimes;
    private final Subjects subjects;

    private Candidates(HostFacts facts, RuntimeCatalog runtimes) {
        this.facts = facts;
        this.runtimes = runtimes;
        this.subjects = new Subjects(facts);
    }

    /** What runs, and the house's own services that do not run now. */
    static List<Candidate> of(HostFacts facts, RuntimeCatalog runtimes) {
        Candidates candidates = new Candidates(facts, runtimes);
        List<Candidate> running =
                Grouping.of(facts).stream().map(candidates::ofGroup).toList();
        List<Candidate> all = new ArrayList<>(running);
        IdleServices.of(facts, running.stream().map(Candidate::unitName).toList())
                .forEach(unit -> all.add(candidates.ofUnit(unit)));
        return all.stream()
                .map(candidate -> candidate.withUnitShared(!candidate.unitName().isEmpty()
                        && all.stream()
                                        .filter(other -> other.unitName().equals(candidate.unitName()))
                                        .count()
                                > 1))
                .toList();
    }

    private Candidate ofGroup(ProcessGroup group) {
        Optional<Unit> unit = facts.units().stream()
                .filter(candidate -> candidate.name().equals(group.origin().unit()))
                .findFirst();
        Subject subject = subjects.of(
                group.main(), ports(group.pids()), unit, group.origin().unit());
        return candidate(
                Optional.of(group), unit, group.origin().unit(), group.origin().launcher(), subject);
    }

    /** A service that does not run shows what it would start. */
    private Candidate ofUnit(Unit unit) {
        HostProcess process = IdleServices.process(unit);
        return candidate(
                Optional.empty(),
                Optional.of(unit),
                unit.name(),
                unit.manager(),
                subjects.of(process, List.of(), Optional.of(unit), unit.name()));
    }

    private Candidate candidate(
            Optional<ProcessGroup> group, Optional<Unit> unit, String unitName, String launcher, Subject subject) {
        Optional<Match> match = runtimes.recognise(subject);
        List<View> roots = match.map(found -> found.runtime().root()).orElse(UnknownProgram.ROOT);
        List<View> artifacts = match.map(found -> found.runtime().artifact()).orElse(UnknownProgram.ARTIFACT);
        Kind kind = KindChoice.of(group, unit, subject, match, publicPorts(group));
        return new Candidate(
                group,
                unit,
                unitName,
                false,
                launcher,
                subject,
                match,
                kind,
                Runtime.first(roots, subject)
                        .filter(FilePath::ofOneProgram)
                        .map(FilePath::whole)
                        .orElse(""),
                Runtime.first(artifacts, subject)
                        .filter(path -> path.startsWith("/"))
                        .orElse(""));
    }

    private List<Integer> ports(List<Integer> pids) {
        return listeners(pids).map(Listener::port).sorted().distinct().toList();
    }

    private boolean publicPorts(Optional<ProcessGroup> group) {
        return listeners(group.map(ProcessGroup::pids).orElse(List.of()))
                .anyMatch(
                        listener -> listener.protocol() == Protocol.TCP && listener.scope() != Listener.Scope.LOOPBACK);
    }

    private Stream<Listener> listeners(List<Integer> pids) {
        return facts.listeners().stream()
                .filter(listener ->
                        listener.pid().toOptional().filter(pids::contains).isPresent())
                .filter(PortChoice::service);
    }
}
