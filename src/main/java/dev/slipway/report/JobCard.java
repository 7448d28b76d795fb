package dev.slipway.report;

import dev.slipway.assess.Assessment;
import dev.slipway.facts.Job;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.schedule.Recommendation;
import dev.slipway.schedule.ScheduleWords;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A scheduled job and where it should run.
 *
 * @param written its schedule as written
 * @param inWords the same in words
 * @param runs how often it runs
 * @param inactive why it does not run; empty if it does
 */
record JobCard(
        String written,
        String inWords,
        Part targetPart,
        String runs,
        String inactive,
        String jobCommand,
        List<Property> jobProperties,
        List<String> reasons,
        List<String> alternatives,
        String proof,
        List<Place> jobPlaces) {

    boolean hasAlternatives() {
        return !alternatives.isEmpty();
    }

    /** The jobs that are not the distribution's own, those that run first, the most often first. */
    static List<JobCard> of(Assessment assessment, Words words) {
        return assessment.jobs().stream()
                .filter(job -> !job.job().osDefault())
                .sorted(Comparator.comparing((JudgedJob job) -> !job.job().active())
                        .thenComparing(job -> -job.runsPerDay().orElse(0d))
                        .thenComparing(job -> job.job().id()))
                .map(job -> of(job, words))
                .toList();
    }

    private static JobCard of(JudgedJob judged, Words words) {
        Job job = judged.job();
        Recommendation recommendation = judged.recommendation();
        return new JobCard(
                job.schedule(),
                ScheduleWords.of(job),
                Part.chip(words.term("target", recommendation.target()), "target"),
                runs(judged, words),
                job.active() ? "" : job.inactiveReason(),
                job.command(),
                properties(job, words),
                recommendation.reasons(),
                recommendation.alternatives(),
                recommendation.proof(),
                Place.of(job.evidence()));
    }

    /** How often it runs; nothing is said of what does not repeat. */
    private static String runs(JudgedJob judged, Words words) {
        return judged.runsPerDay()
                .map(runs ->
                        runs == 0 ? "" : words.say(runs == 1 ? "runs-per-day-one" : "runs-per-day-many", often(runs)))
                .toOptional()
                .orElseGet(() -> words.say("runs-unknown", judged.runsPerDay().reason()));
    }

    private static String often(double runs) {
        return runs < 0.1 ? Amount.exact(runs) : Amount.decimal(runs);
    }

    private static List<Property> properties(Job job, Words words) {
        String source = job.line() == 0 ? job.source() : job.source() + ":" + job.line();
        String environment = job.environment().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
        return Property.present(List.of(
                Property.of(words.say("job-source"), Part.code(source)),
                Property.of(words.say("job-origin"), Part.plain(words.term("origin", job.origin()))),
                Property.of(words.say("job-user"), Part.fact(job.user(), user -> user, words)),
                Property.of(words.say("job-workload"), Part.fact(job.workload(), workload -> workload, words)),
                Property.of(words.say("job-zone"), Part.plain(job.timeZone())),
                Property.of(words.say("job-environment"), Part.code(environment)),
                Property.of(words.say("job-last-run"), Part.fact(job.lastRun(), run -> run, words)),
                Property.of(words.say("job-duration"), Part.fact(job.lastRunSeconds(), Amount::seconds, words))));
    }

    /** The jobs that the distribution brought. */
    static Table ofDistribution(Assessment assessment, Words words) {
        Table.Builder table = Table.named("os-jobs", words)
                .text("source")
                .text("schedule")
                .text("command")
                .text("target")
                .text("reason");
        assessment.jobs().stream()
                .filter(job -> job.job().osDefault())
                .forEach(job -> table.row(
                        Part.code(job.job().id()),
                        Part.code(job.job().schedule()),
                        Part.code(job.job().command()),
                        words.term("target", job.recommendation().target()),
                        job.recommendation().reasons().stream().findFirst().orElse("")));
        return table.build();
    }
}
