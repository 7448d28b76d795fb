package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A cluster that a program forms with its likes on other hosts.
 *
 * @param mechanism what forms it: {@code Tomcat SimpleTcpCluster}, {@code JGroups udp}, {@code redis cluster}
 * @param discovery how members find each other
 * @param members addresses as written: {@code 10.0.0.11:4000}; empty if they are found otherwise
 * @param group multicast group or name of the cluster: {@code 228.0.0.4:45564}; empty if none
 * @param workload id of the workload; empty if none that runs
 */
@RecordBuilder
public record ClusterMembership(
        String mechanism,
        Discovery discovery,
        List<String> members,
        String group,
        String workload,
        List<EvidenceLine> evidence)
        implements ClusterMembershipBuilder.With {

    public ClusterMembership {
        members = List.copyOf(members);
        evidence = List.copyOf(evidence);
    }

    /** How members of a cluster find each other. */
    public enum Discovery implements Term {
        MULTICAST,
        /** A list of addresses in the configuration. */
        MEMBER_LIST,
        DNS,
        KUBERNETES,
        /** A registry, a database or a broker that all know. */
        REGISTRY,
        UNKNOWN
    }
}
