package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A port that a configuration file opens, whether or not somebody listens on it now.
 *
 * @param product whose configuration it is: {@code tomcat}, {@code nginx}, {@code spring-boot}
 * @param protocol TCP, UDP, or a unix socket
 * @param address address as written; empty for all addresses; the path of a unix socket
 * @param port port; 0 for a unix socket
 * @param role what it is for: {@code http}, {@code https}, {@code ajp}, {@code shutdown}, {@code management}, {@code redis}
 * @param tls whether connections are encrypted
 * @param workload id of the workload; empty if none that runs
 */
@RecordBuilder
public record ConfiguredPort(
        String product,
        Protocol protocol,
        String address,
        int port,
        String role,
        boolean tls,
        String workload,
        List<EvidenceLine> evidence)
        implements ConfiguredPortBuilder.With {

    public ConfiguredPort {
        evidence = List.copyOf(evidence);
    }
}
