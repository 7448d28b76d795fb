package dev.slipway.assess;

import dev.slipway.facts.HostFacts;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.score.Score;
import dev.slipway.score.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * All that slipway says about one host.
 *
 * @param facts what was seen; its jobs and workloads are also, with what was found out about them, in {@code jobs} and
 *     {@code workloads}
 * @param unknowns rules that could not be answered
 * @param waived findings that somebody accepted
 * @param score mean of the scored workloads
 */
public record Assessment(
        HostFacts facts,
        Coverage coverage,
        List<JudgedJob> jobs,
        List<AssessedWorkload> workloads,
        List<Finding> findings,
        List<UnknownAnswer> unknowns,
        List<Finding> waived,
        Score score,
        Verdict verdict) {

    /** Version of the JSON form. */
    public static final int SCHEMA_VERSION = 1;

    public Assessment {
        jobs = List.copyOf(jobs);
        workloads = List.copyOf(workloads);
        findings = List.copyOf(findings);
        unknowns = List.copyOf(unknowns);
        waived = List.copyOf(waived);
    }

    public Optional<AssessedWorkload> workload(String id) {
        return workloads.stream()
                .filter(workload -> workload.workload().id().equals(id))
                .findFirst();
    }
}
