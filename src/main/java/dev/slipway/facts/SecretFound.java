package dev.slipway.facts;

import java.util.List;

/**
 * A place on the host that holds a secret in the clear. Never its value.
 *
 * @param where absolute path, {@code command line of tomcat}, {@code environment of tomcat}
 * @param name key, option or variable: {@code db.password}; the kind where it has no name
 * @param kind {@code password}, {@code token}, {@code key}, {@code private-key}, {@code url-credentials}, {@code cloud-key}
 * @param workload id of the workload; empty if none
 */
public record SecretFound(String where, String name, String kind, String workload, List<EvidenceLine> evidence) {
    public SecretFound {
        evidence = List.copyOf(evidence);
    }
}
