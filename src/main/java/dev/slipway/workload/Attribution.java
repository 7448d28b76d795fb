package dev.slipway.workload;

import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Listener;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.StatePath;
import dev.slipway.facts.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes into every fact which workload it belongs to. */
final class Attribution {
    private final SortedMap<String, Candidate> candidates;
    private final SortedMap<Integer, String> byPid = new TreeMap<>();
    private final Owners owners;
    private final Territory territory;

    private Attribution(HostFacts facts, SortedMap<String, Candidate> candidates) {
        this.candidates = candidates;
        this.territory = Territory.of(facts, candidates);
        candidates.forEach((id, candidate) -> candidate.pids().forEach(pid -> byPid.put(pid, id)));
        this.owners = new Owners(candidates, territory, byPid);
        learn(facts);
    }

    static Attribution of(HostFacts facts, SortedMap<String, Candidate> candidates) {
        return new Attribution(facts, candidates);
    }

    /** Configuration that is known to belong to a workload names more that does: its applications, and where their sessions are. */
    private void learn(HostFacts facts) {
        facts.webApplications().stream()
                .filter(application -> !application.bundled())
                .forEach(application -> territory
                        .owner(application.directory())
                        .or(() -> Optional.of(ofText("", application.evidence())))
                        .filter(id -> !id.isEmpty())
                        .ifPresent(id -> {
                            territory.name(application.name(), id);
                            territory.claim(application.directory(), id);
                        }));
        facts.proxyRoutes().stream()
                .filter(route -> route.root().startsWith("/"))
                .forEach(route -> {
                    String id = ofText(route.proxy(), route.evidence());
                    if (!id.isEmpty()) {
                        territory.claim(route.root(), id);
                    }
                });
        facts.sessionState().forEach(session -> {
            String id = owners.ofSession(session);
            if (!id.isEmpty() && session.path().startsWith("/")) {
                territory.claim(session.path(), id);
            }
        });
    }

    HostFacts apply(HostFacts facts) {
        List<ConfiguredPort> ports = facts.configuredPorts().stream()
                .map(port -> port.withWorkload(owners.ofConfiguration(port.product(), port.evidence())))
                .toList();
        HostFacts running = ofProcesses(facts, ports);
        return ofConfiguration(running).withConfiguredPorts(ports);
    }

    private HostFacts ofProcesses(HostFacts facts, List<ConfiguredPort> ports) {
        return facts.with(all -> all.processes(facts.processes().stream()
                        .map(process -> process.withWorkload(owner(process)))
                        .toList())
                .units(facts.units().stream().map(this::unit).toList())
                .listeners(facts.listeners().stream()
                        .map(listener -> listener(listener, ports))
                        .toList())
                .connections(facts.connections().stream()
                        .map(connection ->
                                connection.withWorkload(connection.pid().map(this::ownerOf)))
                        .toList())
                .jvms(facts.jvms().stream()
                        .map(jvm -> jvm.withWorkload(ownerOf(jvm.pid())))
                        .toList())
                .archives(facts.archives().stream()
                        .map(archive -> archive.withWorkload(owners.ofArchive(archive.path())))
                        .toList())
                .logs(facts.logs().stream().map(this::log).toList())
                .state(facts.state().stream().map(this::state).toList())
                .secretsFound(facts.secretsFound().stream()
                        .map(secret -> owners.ofSecret(secret))
                        .toList()));
    }

    private HostFacts ofConfiguration(HostFacts facts) {
        return facts.with(all -> all.sessionState(facts.sessionState().stream()
                        .map(session -> session.withWorkload(owners.ofSession(session)))
                        .toList())
                .configFiles(facts.configFiles().stream()
                        .map(file -> file.withWorkload(
                                territory.owner(file.path()).orElseGet(() -> ofText("", file.evidence()))))
                        .toList())
                .settings(facts.settings().stream()
                        .map(setting -> setting.withWorkload(ofText(setting.product(), setting.evidence())))
                        .toList())
                .endpoints(facts.endpoints().stream()
                        .map(endpoint -> endpoint.withWorkload(ofText("", endpoint.evidence())))
                        .toList())
                .webApplications(facts.webApplications().stream()
                        .map(application -> application.withWorkload(territory
                                .owner(application.directory())
                                .orElseGet(() -> ofText("", application.evidence()))))
                        .toList())
                .clusters(facts.clusters().stream()
                        .map(cluster -> cluster.withWorkload(owners.ofText(cluster.mechanism(), cluster.evidence())))
                        .toList())
                .certificates(facts.certificates().stream()
                        .map(certificate ->
                                certificate.withWorkload(ofText(certificate.product(), certificate.evidence())))
                        .toList())
                .proxyRoutes(facts.proxyRoutes().stream()
                        .map(route -> route.withWorkload(ofText(route.proxy(), route.evidence())))
                        .toList()));
    }

    private String ofText(String product, List<EvidenceLine> evidence) {
        return owners.ofConfiguration(product, evidence);
    }

    private String ownerOf(int pid) {
        return byPid.getOrDefault(pid, "");
    }

    private String owner(HostProcess process) {
        return ownerOf(process.pid());
    }

    private Unit unit(Unit unit) {
        return unit.withWorkload(candidates.entrySet().stream()
                .filter(entry -> entry.getValue().unitName().equals(unit.name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> ownerOf(unit.mainPid().orElse(0))));
    }

    /** A listener whose process is hidden may still show by its port in a configuration, or by the only program of its user. */
    private Listener listener(Listener listener, List<ConfiguredPort> ports) {
        if (listener.pid().isKnown()) {
            return listener.withWorkload(listener.pid().map(this::ownerOf));
        }
        Optional<String> configured = ports.stream()
                .filter(port -> !port.workload().isEmpty() && port.protocol() == listener.protocol())
                .filter(port -> port.port() == listener.port()
                        && (port.port() > 0 || port.address().equals(listener.address())))
                .map(ConfiguredPort::workload)
                .findFirst();
        return configured
                .map(id -> listener.withAttribution("configuration").withWorkload(Fact.known(id)))
                .or(() -> onlyOf(listener.openedBy())
                        .map(id -> listener.withAttribution("user").withWorkload(Fact.known(id))))
                .orElse(listener);
    }

    private Optional<String> onlyOf(Fact<String> user) {
        List<String> theirs = candidates.entrySet().stream()
                .filter(entry -> user.isKnown()
                        && entry.getValue().subject().process().user().equals(user))
                .filter(entry -> entry.getValue().group().isPresent())
                .map(Map.Entry::getKey)
                .toList();
        return theirs.size() == 1 && !user.is("root") ? Optional.of(theirs.get(0)) : Optional.empty();
    }

    /** Who writes it; a log that a logging daemon writes for a program stays the daemon's. */
    private LogFile log(LogFile log) {
        return log.withWorkload(supervised(log)
                .or(() -> log.pids().stream()
                        .map(this::ownerOf)
                        .filter(id -> !id.isEmpty())
                        .findFirst())
                .or(() -> log.path().startsWith("/") ? territory.owner(log.path()) : Optional.empty())
                .orElseGet(() -> owners.ofConfiguration(log.writer(), log.evidence())));
    }

    /** A supervisor holds the logs of what it starts open; their names say whose they are. */
    private Optional<String> supervised(LogFile log) {
        boolean held = log.pids().stream()
                .flatMap(pid -> Optional.ofNullable(candidates.get(ownerOf(pid))).stream())
                .anyMatch(
                        candidate -> Launchers.of(candidate.subject().process()).isPresent());
        String file = FilePath.name(log.path());
        return candidates.entrySet().stream()
                .filter(entry -> held
                        && List.of("supervisord", "pm2")
                                .contains(entry.getValue().launcher()))
                .filter(entry -> file.matches(Pattern.quote(entry.getKey()) + "[._-].*"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private StatePath state(StatePath state) {
        String id = territory.owner(state.path()).orElseGet(() -> ofText("", state.evidence()));
        SortedSet<String> users = territory.users(state.path());
        users.remove(id);
        return state.with(path -> path.workload(id)
                .sharedWith(Stream.concat(state.sharedWith().stream(), users.stream())
                        .distinct()
                        .sorted()
                        .toList()));
    }
}
