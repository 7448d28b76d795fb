package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A rule by which a proxy on this host passes requests on.
 *
 * @param proxy {@code nginx}, {@code haproxy}, {@code httpd}
 * @param port port that it listens on; 0 if not clear
 * @param serverNames host names it answers to
 * @param location path or condition: {@code /shop/}; empty for all
 * @param upstream name of the group or the target as written
 * @param members targets: {@code shop:8080}; with {@code down}, {@code backup} or {@code disabled} behind it where so marked
 * @param sticky what ties a client to a member: {@code ip_hash}, {@code cookie SRV insert}; empty if nothing does
 * @param tls whether it terminates TLS
 * @param workload id of the proxy's workload; empty if it does not run
 */
@RecordBuilder
public record ProxyRoute(
        String proxy,
        int port,
        List<String> serverNames,
        String location,
        String upstream,
        List<String> members,
        String sticky,
        boolean tls,
        String workload,
        List<EvidenceLine> evidence)
        implements ProxyRouteBuilder.With {

    public ProxyRoute {
        serverNames = List.copyOf(serverNames);
        members = List.copyOf(members);
        evidence = List.copyOf(evidence);
    }
}
