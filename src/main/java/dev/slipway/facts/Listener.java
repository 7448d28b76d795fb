package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A socket that takes connections or datagrams. A dual-stack socket is one listener; so is a service that binds the same
 * port on {@code 0.0.0.0} and {@code ::} from one process.
 *
 * @param address bound address: {@code 0.0.0.0}, {@code ::}, {@code 127.0.0.1}; the path of a unix socket
 * @param port port; 0 for a unix socket
 * @param scope who can reach it
 * @param processName kernel's name of the owner
 * @param pid process that has it: of several the one that the others descend from
 * @param user owner's user name
 * @param openedBy name of the user who opened it; a server may have become another user since
 * @param workload id of the workload that owns it; empty if none does; unknown if the owner is
 * @param role what it is for: {@code http}, {@code ajp}, {@code jmx}, {@code ssh}, {@code client-socket} ...; empty if not clear
 * @param attribution how the owner was found: {@code socket}, {@code configuration}, {@code user}, or {@code none}
 */
@RecordBuilder
public record Listener(
        Protocol protocol,
        String address,
        int port,
        Scope scope,
        Fact<String> processName,
        Fact<Integer> pid,
        Fact<String> user,
        Fact<String> openedBy,
        Fact<String> workload,
        String role,
        String attribution,
        List<EvidenceLine> evidence)
        implements ListenerBuilder.With {

    public Listener {
        evidence = List.copyOf(evidence);
    }

    /** Who can reach a socket. */
    public enum Scope implements Term {
        /** Bound to all addresses of the host. */
        ALL,
        /** Bound to a loopback address, or a unix socket. */
        LOOPBACK,
        /** Bound to one address of the host. */
        ADDRESS
    }
}
