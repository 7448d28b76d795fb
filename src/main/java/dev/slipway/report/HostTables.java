package dev.slipway.report;

import dev.slipway.facts.Connection;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Listener;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.ProxyRoute;
import java.util.List;

/** What a host talks to and who talks to it. */
final class HostTables {
    private final HostFacts facts;
    private final Words words;
    private final Gaps gaps;

    HostTables(HostFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
        this.gaps = new Gaps(facts, words);
    }

    List<Table> all() {
        return List.of(listeners(), connections(), endpoints(), routes());
    }

    private Table listeners() {
        Table.Builder table = Table.named("listeners", words)
                .note(gaps.of("listeners"))
                .text("socket")
                .text("scope")
                .text("role")
                .text("process")
                .text("user")
                .text("workload");
        for (Listener listener : facts.listeners()) {
            table.row(
                    Part.code(socket(listener)),
                    words.term("scope", listener.scope()),
                    listener.role(),
                    Part.fact(listener.processName(), name -> name, words),
                    Part.fact(listener.user(), user -> user, words),
                    Part.fact(listener.workload(), workload -> workload, words));
        }
        return table.build();
    }

    private static String socket(Listener listener) {
        String address = listener.address().contains(":") && listener.protocol() != Protocol.UNIX
                ? "[" + listener.address() + "]"
                : listener.address();
        return listener.protocol().term() + " " + (listener.port() == 0 ? address : address + ":" + listener.port());
    }

    private Table connections() {
        Table.Builder table = Table.named("connections", words)
                .note(gaps.of("connections"))
                .text("direction")
                .text("peer")
                .number("port")
                .text("role")
                .text("process")
                .text("workload")
                .number("count");
        for (Connection connection : facts.connections()) {
            boolean outbound = connection.direction() == Connection.Direction.OUTBOUND;
            table.row(
                    words.say(outbound ? "connections-to" : "connections-from"),
                    Part.code(connection.peerAddress()),
                    String.valueOf(outbound ? connection.peerPort() : connection.localPort()),
                    connection.role(),
                    Part.fact(connection.processName(), name -> name, words),
                    Part.fact(connection.workload(), workload -> workload, words),
                    Amount.whole(connection.count()));
        }
        return table.build();
    }

    private Table endpoints() {
        Table.Builder table = Table.named("endpoints", words)
                .note(gaps.of("endpoints"))
                .text("address")
                .text("role")
                .text("name")
                .text("workload")
                .text("source");
        facts.endpoints()
                .forEach(endpoint -> table.row(
                        Part.code(
                                endpoint.port() == 0 ? endpoint.address() : endpoint.address() + ":" + endpoint.port()),
                        endpoint.role(),
                        endpoint.name(),
                        endpoint.workload(),
                        List.of(Part.plain(endpoint.key()), Place.cell(endpoint.evidence()))));
        return table.build();
    }

    private Table routes() {
        Table.Builder table = Table.named("routes", words)
                .note(gaps.of("proxyRoutes"))
                .text("from")
                .text("location")
                .text("to")
                .text("features")
                .text("source");
        for (ProxyRoute route : facts.proxyRoutes()) {
            String port = route.port() == 0 ? "" : ":" + route.port();
            table.row(
                    List.of(
                            Part.code(route.proxy() + " " + route.address() + port + (route.tls() ? " tls" : "")),
                            Part.plain(String.join(", ", route.serverNames()))),
                    Part.code(route.location()),
                    List.of(
                            Part.code(route.upstream()),
                            Part.code(route.root()),
                            Part.plain(String.join(", ", route.members()))),
                    List.of(Part.plain(String.join(", ", route.features())), Part.plain(route.sticky())),
                    Place.cell(route.evidence()));
        }
        return table.build();
    }
}
