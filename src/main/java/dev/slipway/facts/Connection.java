package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * An established connection, merged by protocol, direction, peer, port and process.
 *
 * @param protocol tcp, or udp for a socket that has one fixed peer
 * @param direction {@code outbound} if this host opened it, {@code inbound} if the local port is a listener's
 * @param peerAddress address at the other end
 * @param peerPort port at the other end of an outbound connection; 0 for inbound, where it means nothing
 * @param localPort listener's port of an inbound connection; 0 for outbound
 * @param processName kernel's name of the local process
 * @param pid local process
 * @param workload id of the local workload; empty if none; unknown if the process is
 * @param count connections that were merged into this one, the highest number seen at once
 * @param local whether the peer is this host itself
 * @param role what the peer's port usually serves: {@code mysql}, {@code redis}; empty if not clear
 */
@RecordBuilder
public record Connection(
        Protocol protocol,
        Direction direction,
        String peerAddress,
        int peerPort,
        int localPort,
        Fact<String> processName,
        Fact<Integer> pid,
        Fact<String> workload,
        int count,
        boolean local,
        String role,
        List<EvidenceLine> evidence)
        implements ConnectionBuilder.With {

    public Connection {
        evidence = List.copyOf(evidence);
    }

    /** Who opened a connection. */
    public enum Direction implements Term {
        INBOUND,
        OUTBOUND
    }
}
