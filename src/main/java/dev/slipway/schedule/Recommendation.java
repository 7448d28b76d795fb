package dev.slipway.schedule;

import dev.slipway.facts.Term;
import java.util.List;

/**
 * Where a job should run.
 *
 * @param target the place
 * @param reasons why, in words, the decisive one first
 * @param alternatives other places that would do, each with what it would cost
 * @param proof that the schedule means the same there, or how it differs; empty where nothing was translated
 */
public record Recommendation(Target target, List<String> reasons, List<String> alternatives, String proof) {
    public Recommendation {
        reasons = List.copyOf(reasons);
        alternatives = List.copyOf(alternatives);
    }

    /** Places for a job. */
    public enum Target implements Term {
        CRONJOB,
        GOCRON,
        SIDECAR,
        INIT_CONTAINER,
        LIVENESS_PROBE,
        JOB,
        DEPLOYMENT,
        MANAGED,
        DROP,
        MANUAL
    }
}
