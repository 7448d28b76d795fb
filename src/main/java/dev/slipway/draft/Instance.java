package dev.slipway.draft;

import dev.slipway.assess.AssessedWorkload;
import dev.slipway.assess.Assessment;
import dev.slipway.facts.HostFacts;

/** A workload as it was seen on one host. */
public record Instance(Assessment host, AssessedWorkload workload) {
    String hostName() {
        return host.facts().host().name();
    }

    HostFacts facts() {
        return host.facts();
    }

    /** The workload's id on that host. */
    String id() {
        return workload.workload().id();
    }
}
