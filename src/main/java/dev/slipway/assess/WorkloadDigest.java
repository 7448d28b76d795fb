package dev.slipway.assess;

import dev.slipway.facts.Workload;

/**
 * As much of a workload as the rest of the fleet needs to know.
 *
 * @param owner owner of its host
 * @param scored whether it may get a draft
 */
public record WorkloadDigest(String host, String owner, String id, String name, String signature, boolean scored) {

    static WorkloadDigest of(String host, String owner, Workload workload) {
        return new WorkloadDigest(host, owner, workload.id(), workload.name(), workload.signature(), workload.scored());
    }
}
