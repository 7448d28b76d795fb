package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A rule by which a proxy on this host passes requests on.
 *
 * @param proxy {@code nginx}, {@code haproxy}, {@code httpd}
 * @param kind what is spoken to the members, or that files are served
 * @param address address that it listens on as written; empty for all
 * @param port port that it listens on; 0 if not clear
 * @param serverNames host names it answers to
 * @param location path or condition: {@code /shop/}; empty for all
 * @param upstream name of the group or the target as written
 * @param members targets: {@code shop:8080}; with {@code down}, {@code backup} or {@code disabled} behind it where so marked
 * @param sticky what ties a client to a member: {@code ip_hash}, {@code cookie SRV insert}; empty if nothing does
 * @param tls whether it terminates TLS
 * @param root directory of the files that it serves; empty if it serves none
 * @param features what else the rule does and its replacement has to do: {@code rewrite}, {@code limit_req}, {@code auth_basic},
 *     {@code websocket}, {@code client_max_body_size 20m}
 * @param workload id of the proxy's workload; empty if it does not run
 */
@RecordBuilder
public record ProxyRoute(
        String proxy,
        Kind kind,
        String address,
        int port,
        List<String> serverNames,
        String location,
        String upstream,
        List<String> members,
        String sticky,
        boolean tls,
        String root,
        List<String> features,
        String workload,
        List<EvidenceLine> evidence)
        implements ProxyRouteBuilder.With {

    public ProxyRoute {
        serverNames = List.copyOf(serverNames);
        members = List.copyOf(members);
        features = List.copyOf(features);
        evidence = List.copyOf(evidence);
    }

    /** What a rule does with a request. */
    public enum Kind implements Term {
        HTTP,
        TCP,
        UDP,
        FASTCGI,
        AJP,
        UWSGI,
        GRPC,
        /** Answers with files of its own. */
        STATIC,
        /** Sends the client elsewhere. */
        REDIRECT
    }
}
