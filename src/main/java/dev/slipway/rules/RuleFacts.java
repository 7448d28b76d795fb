package dev.slipway.rules;

import dev.slipway.facts.HostFacts;
import java.util.List;

/**
 * What rules are asked about.
 *
 * @param facts the host's facts, every one attributed to its workload
 * @param judgedJobs the jobs with what was recommended for them, as records of the type that the schema was made with
 * @param target the cluster, as a record of the type that the schema was made with
 */
public record RuleFacts(HostFacts facts, List<? extends Record> judgedJobs, Record target) {
    public RuleFacts {
        judgedJobs = List.copyOf(judgedJobs);
    }
}
