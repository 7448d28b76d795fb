package dev.slipway.workload;

import dev.slipway.facts.Connection;
import dev.slipway.facts.Dependency;
import dev.slipway.facts.Endpoint;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Listener;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.ProxyRoute;
import dev.slipway.facts.StatePath;
import dev.slipway.facts.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a workload needs to reach: what it is connected to, what its configuration names, what it shares on the host. */
final class Dependencies {
    private static final Pattern MEMBER = Pattern.compile("(?:[a-z]+://)?([^\\s:/]+|\\[[^]]+]):(\\d{1,5})\\b.*");

    private final Workload workload;
    private final HostFacts facts;
    private final SortedMap<String, Dependency> found = new TreeMap<>();

    private Dependencies(Workload workload, HostFacts facts) {
        this.workload = workload;
        this.facts = facts;
    }

    static List<Dependency> of(Workload workload, HostFacts facts) {
        return new Dependencies(workload, facts).all();
    }

    private List<Dependency> all() {
        facts.connections().stream()
                .filter(connection -> connection.workload().is(workload.id())
                        && connection.direction() == Connection.Direction.OUTBOUND)
                .forEach(this::connection);
        facts.endpoints().stream()
                .filter(endpoint -> endpoint.workload().equals(workload.id()))
                .forEach(this::endpoint);
        facts.proxyRoutes().stream()
                .filter(route -> route.workload().equals(workload.id()))
                .forEach(this::route);
        facts.logs().stream()
                .filter(log -> log.workload().equals(workload.id()) && log.via() == LogFile.Via.SYSLOG)
                .findFirst()
                .ifPresent(this::syslog);
        facts.state().stream()
                .filter(state -> state.workload().equals(workload.id()))
                .forEach(this::shared);
        return new ArrayList<>(found.values());
    }

    private void connection(Connection connection) {
        Optional<String> other = connection.local() ? listening(connection.peerPort()) : Optional.empty();
        if (other.filter(workload.id()::equals).isEmpty()) {
            add(new Dependency(
                    connection.local() ? Dependency.Kind.LOCAL : Dependency.Kind.CONNECTION,
                    connection.peerAddress(),
                    connection.peerPort(),
                    connection.role(),
                    other.orElse(""),
                    connection.evidence()));
        }
    }

    private void endpoint(Endpoint endpoint) {
        boolean here = endpoint.scope() == Endpoint.Scope.LOOPBACK || endpoint.scope() == Endpoint.Scope.HOST;
        Optional<String> other = !here
                ? Optional.empty()
                : endpoint.port() > 0 ? listening(endpoint.port()) : listening(endpoint.address());
        if (endpoint.scope() != Endpoint.Scope.MULTICAST
                && other.filter(workload.id()::equals).isEmpty()) {
            add(new Dependency(
                    here ? Dependency.Kind.LOCAL : Dependency.Kind.CONFIGURATION,
                    endpoint.address(),
                    endpoint.port(),
                    endpoint.role(),
                    other.orElse(""),
                    endpoint.evidence()));
        }
    }

    private void route(ProxyRoute route) {
        for (String member : route.members()) {
            Matcher address = MEMBER.matcher(member);
            String socket = member.replaceFirst("^unix:", "").replaceFirst("[\\s:|].*$", "");
            if (socket.startsWith("/")) {
                local(socket, 0, route, listening(socket));
            } else if (address.matches()) {
                int port = Integer.parseInt(address.group(2));
                boolean here = address.group(1).matches("localhost|127\\..*|\\[::1]|::1");
                if (here) {
                    local(address.group(1), port, route, listening(port));
                } else {
                    add(new Dependency(
                            Dependency.Kind.CONFIGURATION,
                            address.group(1),
                            port,
                            route.kind().term(),
                            "",
                            route.evidence()));
                }
            }
        }
    }

    private void local(String address, int port, ProxyRoute route, Optional<String> other) {
        if (other.filter(workload.id()::equals).isEmpty()) {
            add(new Dependency(
                    Dependency.Kind.LOCAL, address, port, route.kind().term(), other.orElse(""), route.evidence()));
        }
    }

    private void syslog(LogFile log) {
        Optional<Listener> daemon = facts.listeners().stream()
                .filter(listener ->
                        listener.role().equals("syslog") && !listener.workload().is(workload.id()))
                .findFirst();
        daemon.ifPresent(listener -> add(new Dependency(
                Dependency.Kind.LOCAL,
                listener.address(),
                listener.port(),
                "syslog",
                listener.workload().orElse(""),
                log.evidence())));
    }

    private void shared(StatePath state) {
        state.sharedWith()
                .forEach(other ->
                        add(new Dependency(Dependency.Kind.FILE, state.path(), 0, "", other, state.evidence())));
    }

    /** The same target found twice is one; what an open connection shows counts more than what is written. */
    private void add(Dependency dependency) {
        String key = dependency.address() + "\n" + dependency.port() + "\n"
                + (dependency.kind() == Dependency.Kind.FILE ? dependency.workload() : "");
        found.merge(
                key,
                dependency,
                (seen, other) -> seen.role().isEmpty() && !other.role().isEmpty()
                        ? new Dependency(
                                seen.kind(),
                                seen.address(),
                                seen.port(),
                                other.role(),
                                seen.workload(),
                                seen.evidence())
                        : seen);
    }

    private Optional<String> listening(int port) {
        return facts.listeners().stream()
                .filter(listener -> listener.port() == port && listener.protocol() != Protocol.UNIX)
                .flatMap(listener -> listener.workload().toOptional().stream())
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private Optional<String> listening(String path) {
        String plain = path.replaceFirst("^/var/run/", "/run/");
        return facts.listeners().stream()
                .filter(listener -> listener.protocol() == Protocol.UNIX)
                .filter(listener ->
                        listener.address().replaceFirst("^/var/run/", "/run/").equals(plain))
                .flatMap(listener -> listener.workload().toOptional().stream())
                .filter(id -> !id.isEmpty())
                .findFirst();
    }
}
