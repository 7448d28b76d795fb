package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Connection;
import dev.slipway.facts.Connection.Direction;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Listener;
import dev.slipway.facts.Listener.Scope;
import dev.slipway.facts.Protocol;
import dev.slipway.parse.SocketOwners.Owner;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Listeners and connections of TCP and UDP.
 *
 * @param item where the rows stand
 * @param rows all sockets, without the scan's own connection
 * @param ephemeral ports that the kernel hands out by itself
 * @param onlyRoot whether every process runs as root, so that nobody else can have a socket that root opened
 */
record InternetSockets(
        EvidenceItem item,
        List<SocketRow> rows,
        SocketOwners owners,
        UserNames users,
        PortRange ephemeral,
        boolean onlyRoot) {
    private static final int MAX_EVIDENCE = 4;
    private static final Comparator<Listener> LISTENER_ORDER = Comparator.comparing(Listener::protocol)
            .thenComparing(Listener::port)
            .thenComparing(Listener::address)
            .thenComparing(listener -> listener.pid().orElse(0));
    private static final Comparator<Connection> CONNECTION_ORDER = Comparator.comparing(Connection::direction)
            .thenComparing(Connection::protocol)
            .thenComparing(Connection::peerAddress)
            .thenComparing(Connection::peerPort)
            .thenComparing(Connection::localPort)
            .thenComparing(connection -> connection.pid().orElse(0));

    /** Sockets that take connections or datagrams; one for all address families and for all sockets of a family of processes. */
    List<Listener> listeners() {
        SortedMap<String, Listener> merged = new TreeMap<>();
        rows.stream()
                .filter(SocketRow::listens)
                // Version 4 first: of a pair its address is the one to show.
                .sorted(Comparator.comparing(row -> row.localAddress().contains(":")))
                .map(this::listener)
                .forEach(listener -> merged.merge(key(listener), listener, InternetSockets::merge));
        return merged.values().stream().sorted(LISTENER_ORDER).toList();
    }

    private Listener listener(SocketRow row) {
        Fact<Owner> owner = owners.owner(row.inode(), row.userId());
        Fact<HostProcess> process = owner.map(Owner::process);
        return new Listener(
                row.protocol(),
                row.localAddress(),
                row.localPort(),
                row.anyAddress() ? Scope.ALL : row.loopback() ? Scope.LOOPBACK : Scope.ADDRESS,
                process.map(HostProcess::name),
                process.map(HostProcess::pid),
                user(row, process),
                Fact.known(users.nameOf(row.userId())),
                process.map(any -> ""),
                role(row, process),
                owner.map(Owner::attribution).orElse("none"),
                List.of(row.at(item)));
    }

    /** A server that root started may have become another user since: then only its descriptors tell whose the socket is. */
    private Fact<String> user(SocketRow row, Fact<HostProcess> owner) {
        if (owner.toOptional().isPresent()) {
            return owner.toOptional().get().user();
        }
        return row.userId() != 0 || onlyRoot
                ? Fact.known(users.nameOf(row.userId()))
                : Fact.unknown("root opened it, who has it now: " + owner.reason());
    }

    private String role(SocketRow row, Fact<HostProcess> owner) {
        boolean client = row.protocol() == Protocol.UDP
                && ephemeral.contains(row.localPort())
                && PortRoles.ofPort(Protocol.UDP, row.localPort()).isEmpty();
        return client ? "client-socket" : PortRoles.ofListener(row.protocol(), row.localPort(), owner.toOptional());
    }

    private static String key(Listener listener) {
        boolean either = listener.scope() == Scope.ALL
                || listener.address().equals("127.0.0.1")
                || listener.address().equals("::1");
        return String.join(
                " ",
                listener.protocol().term(),
                String.valueOf(listener.port()),
                either ? listener.scope().term() : listener.address(),
                String.valueOf(listener.pid().orElse(0)),
                listener.pid().isKnown() ? "" : listener.openedBy().orElse(""));
    }

    private static Listener merge(Listener one, Listener two) {
        return one.withEvidence(join(one.evidence(), two.evidence()));
    }

    private static List<EvidenceLine> join(List<EvidenceLine> one, List<EvidenceLine> two) {
        return Stream.concat(one.stream(), two.stream()).limit(MAX_EVIDENCE).toList();
    }

    /** Established connections, those of one process with one peer counted together. */
    List<Connection> connections() {
        SortedSet<String> listening = new TreeSet<>();
        rows.stream().filter(SocketRow::listens).forEach(row -> listening.add(row.protocol() + " " + row.localPort()));
        SortedSet<String> own = new TreeSet<>();
        rows.forEach(row -> own.add(row.localAddress()));
        SortedMap<String, Connection> merged = new TreeMap<>();
        for (SocketRow row : rows) {
            if (row.connected() && !owners.foreign(row.inode())) {
                boolean inbound = listening.contains(row.protocol() + " " + row.localPort())
                        || (!ephemeral.contains(row.localPort()) && ephemeral.contains(row.peerPort()));
                Connection connection = connection(row, inbound, own.contains(row.peerAddress()));
                merged.merge(key(connection), connection, InternetSockets::merge);
            }
        }
        return merged.values().stream().sorted(CONNECTION_ORDER).toList();
    }

    private Connection connection(SocketRow row, boolean inbound, boolean local) {
        Fact<Owner> owner = owners.owner(row.inode(), row.userId());
        Fact<HostProcess> process = owner.map(Owner::process);
        int servicePort = inbound ? row.localPort() : row.peerPort();
        return new Connection(
                row.protocol(),
                inbound ? Direction.INBOUND : Direction.OUTBOUND,
                row.peerAddress(),
                inbound ? 0 : row.peerPort(),
                inbound ? row.localPort() : 0,
                process.map(HostProcess::name),
                process.map(HostProcess::pid),
                process.map(any -> ""),
                1,
                local || SocketRow.isLoopback(row.peerAddress()),
                PortRoles.ofPort(row.protocol(), servicePort),
                List.of(row.at(item)));
    }

    private static String key(Connection connection) {
        return String.join(
                " ",
                connection.protocol().term(),
                connection.direction().term(),
                connection.peerAddress(),
                String.valueOf(connection.peerPort()),
                String.valueOf(connection.localPort()),
                String.valueOf(connection.pid().orElse(0)));
    }

    private static Connection merge(Connection one, Connection two) {
        return one.with(connection ->
                connection.count(one.count() + two.count()).evidence(join(one.evidence(), two.evidence())));
    }

    /**
     * A range of ports, both ends included.
     */
    record PortRange(int first, int last) {
        boolean contains(int port) {
            return first <= port && port <= last;
        }
    }
}
