package dev.slipway.draft;

import dev.slipway.facts.Connection;
import dev.slipway.facts.Dependency;
import dev.slipway.facts.Endpoint;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostsEntry;
import dev.slipway.facts.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who a workload talks to.
 *
 * @param callers who was seen calling it
 * @param needs what it calls, or its configuration names
 */
record PeerPlan(List<Caller> callers, List<Need> needs) {
    PeerPlan {
        callers = List.copyOf(callers);
        needs = List.copyOf(needs);
    }

    /**
     * Somebody who calls.
     *
     * @param port the workload's port on the host
     */
    record Caller(String range, int port, String source) {}

    /**
     * Something that is called.
     *
     * @param address as seen or written
     * @param role {@code mysql} ...; empty if not clear
     * @param range its address as a range; empty if only a name is known
     * @param peer the workload of the fleet that answers there
     * @param local whether it was reached on the same host
     */
    record Need(
            String address,
            int port,
            String protocol,
            String role,
            Optional<String> range,
            Optional<DraftIndex.Peer> peer,
            boolean local,
            String source) {

        String key() {
            return address + "\n" + port + "\n" + protocol;
        }
    }

    static PeerPlan of(Subject subject) {
        SortedMap<String, Caller> callers = new TreeMap<>();
        SortedMap<String, Need> needs = new TreeMap<>();
        for (Instance instance : subject.instances()) {
            connections(instance, subject, callers, needs);
            dependencies(instance, subject, needs);
        }
        return new PeerPlan(List.copyOf(callers.values()), List.copyOf(needs.values()));
    }

    private static void connections(
            Instance instance, Subject subject, SortedMap<String, Caller> callers, SortedMap<String, Need> needs) {
        for (Connection connection : instance.facts().connections()) {
            if (!connection.workload().is(instance.id())) {
                continue;
            }
            String source = Source.of(connection.evidence(), "its connections") + " on " + instance.hostName();
            if (connection.direction() == Connection.Direction.INBOUND) {
                IpText.range(connection.peerAddress())
                        .filter(range -> !connection.local())
                        .ifPresent(range -> callers.putIfAbsent(
                                range + "\n" + connection.localPort(),
                                new Caller(range, connection.localPort(), source)));
            } else if (isPort(connection.peerPort())) {
                String protocol = connection.protocol() == Protocol.UDP ? "UDP" : "TCP";
                add(
                        need(
                                instance,
                                subject,
                                connection.peerAddress(),
                                connection.peerPort(),
                                protocol,
                                connection.role(),
                                source),
                        needs);
            }
        }
    }

    private static void dependencies(Instance instance, Subject subject, SortedMap<String, Need> needs) {
        for (Endpoint endpoint : instance.facts().endpoints()) {
            if (endpoint.workload().equals(instance.id())
                    && isPort(endpoint.port())
                    && !endpoint.address().startsWith("/")
                    && endpoint.scope() != Endpoint.Scope.MULTICAST) {
                add(
                        need(
                                instance,
                                subject,
                                endpoint.address(),
                                endpoint.port(),
                                protocol(endpoint.role()),
                                endpoint.role(),
                                Source.of(endpoint.evidence(), "its configuration")),
                        needs);
            }
        }
        for (Dependency dependency : instance.workload().workload().dependencies()) {
            if (isPort(dependency.port()) && !dependency.address().startsWith("/")) {
                add(
                        need(
                                instance,
                                subject,
                                dependency.address(),
                                dependency.port(),
                                protocol(dependency.role()),
                                dependency.role(),
                                Source.of(dependency.evidence(), "its dependencies")),
                        needs);
            }
        }
    }

    private static boolean isPort(int port) {
        return port > 0 && port < 65536;
    }

    private static String protocol(String role) {
        return role.equals("syslog") || role.equals("dns") || role.equals("ntp") || role.equals("snmp") ? "UDP" : "TCP";
    }

    private static void add(Need need, SortedMap<String, Need> needs) {
        needs.putIfAbsent(need.key(), need);
    }

    private static Need need(
            Instance instance, Subject subject, String address, int port, String protocol, String role, String source) {
        boolean local = IpText.isLoopback(address) || isOwn(instance, address);
        Optional<String> known =
                local ? Optional.of(instance.hostName()) : resolved(instance.facts(), address, subject.index());
        Optional<DraftIndex.Peer> peer = known.flatMap(host -> subject.index().at(host, port));
        Optional<String> range = IpText.range(address)
                .or(() -> hostsEntry(instance.facts(), address).flatMap(IpText::range))
                .or(() -> known.flatMap(subject.index()::addressOf).flatMap(IpText::range));
        return new Need(address, port, protocol, role, range, peer, local, source);
    }

    private static boolean isOwn(Instance instance, String address) {
        return instance.facts().host().addresses().stream()
                        .anyMatch(own -> own.replaceFirst("/.*", "").equals(address))
                || instance.facts().host().hostName().is(address);
    }

    private static Optional<String> resolved(HostFacts facts, String address, DraftIndex index) {
        return index.hostAt(address).or(() -> hostsEntry(facts, address).flatMap(index::hostAt));
    }

    private static Optional<String> hostsEntry(HostFacts facts, String name) {
        return facts.hostsEntries().stream()
                .filter(entry -> entry.names().contains(name))
                .map(HostsEntry::address)
                .findFirst();
    }

    /** Whether something that it needs has this name. */
    boolean uses(String name) {
        return needs.stream().anyMatch(need -> need.address().equals(name));
    }

    /** Names whose address nobody knows here. */
    List<String> unresolved() {
        SortedSet<String> names = new TreeSet<>();
        needs.stream()
                .filter(need -> need.range().isEmpty() && need.peer().isEmpty() && !need.local())
                .forEach(need -> names.add(need.address() + ":" + need.port()));
        return new ArrayList<>(names);
    }
}
