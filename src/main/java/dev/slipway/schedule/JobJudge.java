package dev.slipway.schedule;

import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import java.util.List;

/** Judges where each job of a host should run, and why. */
public final class JobJudge {
    private JobJudge() {}

    /** Every job of the host with its frequency and its recommendation, in the order of the facts. */
    public static List<JudgedJob> judge(HostFacts facts) {
        JobBinding binding = new JobBinding(facts);
        String zone = facts.host().timeZone().orElse("");
        List<Job> bound = facts.jobs().stream()
                .map(binding::bound)
                .map(job -> job.timeZone().isEmpty() ? job.withTimeZone(zone) : job)
                .toList();
        HostFacts seen = facts.withJobs(bound);
        return bound.stream()
                .map(job -> JobView.of(job, seen, binding.hostNames()))
                .map(view -> new JudgedJob(
                        view.job(), view.runsPerDay(), view.intervalSeconds(), DecisionTable.choose(view)))
                .toList();
    }
}
