package dev.slipway.facts;

import java.util.List;

/**
 * Something that a workload needs to reach.
 *
 * @param kind how it was found
 * @param address host name or address
 * @param port port; 0 if not known
 * @param role {@code mysql}, {@code redis}, {@code syslog}, {@code http} ...; empty if not clear
 * @param workload id of the workload of this host that it is; empty if it is elsewhere
 */
public record Dependency(
        Kind kind, String address, int port, String role, String workload, List<EvidenceLine> evidence) {
    public Dependency {
        evidence = List.copyOf(evidence);
    }

    /** How a dependency was found. */
    public enum Kind implements Term {
        /** An open connection was seen. */
        CONNECTION,
        /** A configuration file or option names it. */
        CONFIGURATION,
        /** It is on the same host and reached by loopback or a unix socket. */
        LOCAL,
        /** Both use the same files. */
        FILE
    }
}
