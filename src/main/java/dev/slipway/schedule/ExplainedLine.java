package dev.slipway.schedule;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of a crontab, explained.
 *
 * @param line line number from 1
 * @param text the whole line
 * @param valid whether its scheduler understands it
 * @param error why it does not; or what it complains of although it runs the line; empty if all is well
 * @param schedule the part that says when; empty if not valid
 * @param user account in the user column; empty where there is none
 * @param command what is run
 * @param meaning when it runs, in words
 * @param runsPerDay average over a year
 * @param next the next runs, with the offset of the zone: {@code 2026-11-29T03:00:00+01:00}
 * @param recommendation where it should run; empty if not valid
 * @param cronJob the schedule as a CronJob's
 * @param goCron the schedule as that of a task of goCron
 * @param proof of the recommended one, or of the CronJob if neither is recommended
 * @param cronJobDraft what a CronJob has to say; empty where there is none
 * @param goCronDraft what a task of goCron has to say; empty where there is none
 */
public record ExplainedLine(
        int line,
        String text,
        boolean valid,
        String error,
        String schedule,
        String user,
        String command,
        String meaning,
        Fact<Double> runsPerDay,
        List<String> next,
        Optional<Recommendation> recommendation,
        Optional<CronTranslation.CronJob> cronJob,
        Optional<CronTranslation.GoCron> goCron,
        Optional<ScheduleProof> proof,
        Optional<CronJobPlan> cronJobDraft,
        Optional<GoCronPlan> goCronDraft) {
    private static final int YEARS_AHEAD = 30;

    public ExplainedLine {
        next = List.copyOf(next);
    }

    /**
     * The lines of a table, in order; comments, empty lines and settings are not there.
     *
     * @param zone zone that the host keeps
     * @param from instant from which the next runs are counted, and whose year the proof starts with
     * @param count how many next runs are listed
     */
    public static List<ExplainedLine> of(Crontab table, ZoneId zone, Instant from, int count) {
        List<Job> jobs =
                table.entries().stream().map(entry -> job(entry, table, zone)).toList();
        HostFacts host = HostFacts.unread("host").withJobs(jobs);
        HostFacts facts = host.withHost(host.host().withScannedAt(from.toString()));
        Stream<ExplainedLine> entries = table.entries().stream()
                .map(entry -> entry(
                        entry,
                        JobView.of(jobs.get(table.entries().indexOf(entry)), facts, JobBinding.names(facts.host())),
                        from,
                        count));
        return Stream.concat(entries, table.badLines().stream().map(ExplainedLine::bad))
                .sorted(Comparator.comparingInt(ExplainedLine::line))
                .toList();
    }

    private static Job job(CrontabEntry entry, Crontab table, ZoneId zone) {
        Job.Origin origin = table.kind() == TableKind.SYSTEM ? Job.Origin.SYSTEM_CRONTAB : Job.Origin.USER_CRONTAB;
        String own = entry.zone(table.flavour());
        return new Job(
                "crontab:" + entry.line(),
                "crontab",
                entry.line(),
                origin,
                table.flavour().term(),
                entry.user().isEmpty() ? Fact.unknown("the table does not say") : Fact.known(entry.user()),
                entry.schedule(),
                entry.command(),
                entry.environment(),
                true,
                "",
                OsJobs.bringsCommand(entry.command()),
                own.isEmpty() ? zone.getId() : own,
                Fact.unknown("only a line was given"),
                Fact.unknown("only a line was given"),
                Fact.unknown("only a line was given"),
                List.of(new EvidenceLine("crontab", "crontab", entry.line(), entry.text())));
    }

    private static ExplainedLine bad(BadLine bad) {
        return new ExplainedLine(
                bad.line(),
                bad.text(),
                false,
                bad.reason(),
                "",
                "",
                "",
                "",
                Fact.unknown(bad.reason()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ExplainedLine entry(CrontabEntry entry, JobView view, Instant from, int count) {
        Recommendation recommendation = DecisionTable.choose(view);
        CronTranslation translation = view.translation();
        JudgedJob judged = new JudgedJob(view.job(), view.runsPerDay(), view.intervalSeconds(), recommendation);
        boolean byGoCron = recommendation.target() == Recommendation.Target.GOCRON;
        return new ExplainedLine(
                entry.line(),
                entry.text(),
                true,
                entry.defect(),
                entry.schedule(),
                entry.user(),
                entry.command(),
                ScheduleWords.of(view.schedule().times()),
                view.runsPerDay(),
                next(view, from, count),
                Optional.of(recommendation),
                Optional.of(translation.cronJob()),
                Optional.of(translation.goCron()),
                Optional.of(
                        byGoCron
                                ? translation.goCron().proof()
                                : translation.cronJob().proof()),
                CronJobPlan.of(judged),
                GoCronPlan.of(judged));
    }

    private static List<String> next(JobView view, Instant from, int count) {
        ZoneId zone = Zones.of(view.job().timeZone()).orElse(ZoneOffset.UTC);
        return new FiringTimes(view.schedule().rules(), zone)
                .next(from.getEpochSecond(), count, YEARS_AHEAD).stream()
                        .map(second -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                Instant.ofEpochSecond(second).atZone(zone)))
                        .toList();
    }
}
