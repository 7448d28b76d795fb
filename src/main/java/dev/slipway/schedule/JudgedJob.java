package dev.slipway.schedule;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Job;

/**
 * A job and where it should run.
 *
 * @param runsPerDay average over a year
 * @param intervalSeconds shortest time between two runs; 0 if it does not repeat
 */
public record JudgedJob(
        @JsonUnwrapped Job job, Fact<Double> runsPerDay, Fact<Long> intervalSeconds, Recommendation recommendation) {}
