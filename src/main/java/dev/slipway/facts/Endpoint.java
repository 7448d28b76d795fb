package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Another party that configuration names: a database, a broker, a service.
 *
 * @param address host name or address as written: {@code 10.0.0.10}, {@code db.example.com}; the path of a unix socket
 * @param port port, the protocol's own where none is written; 0 if it has none
 * @param role what answers there: {@code mysql}, {@code postgresql}, {@code redis}, {@code kafka}, {@code smtp}, {@code http},
 *     {@code nacos}; empty if not clear
 * @param name database, virtual host, namespace or path behind it: {@code shop}; empty if none
 * @param key what names it in the file: {@code spring.datasource.url}; empty if it has no name
 * @param scope how far away the address is
 * @param workload id of the workload that needs it; empty if none that runs
 */
@RecordBuilder
public record Endpoint(
        String address,
        int port,
        String role,
        String name,
        String key,
        Scope scope,
        String workload,
        List<EvidenceLine> evidence)
        implements EndpointBuilder.With {

    public Endpoint {
        evidence = List.copyOf(evidence);
    }

    /** How far away an address is. */
    public enum Scope implements Term {
        /** {@code 127.0.0.1}, {@code ::1}, {@code localhost}, or a unix socket. */
        LOOPBACK,
        /** An address or the name of the host itself. */
        HOST,
        /** An address of a private network. */
        PRIVATE,
        /** Any other unicast address. */
        PUBLIC,
        /** A group address. */
        MULTICAST,
        /** A name; where it leads is not known. */
        NAME
    }
}
