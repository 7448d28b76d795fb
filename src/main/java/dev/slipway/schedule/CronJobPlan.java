package dev.slipway.schedule;

import dev.slipway.facts.Job;
import dev.slipway.schedule.Recommendation.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a CronJob for a job has to say. Whoever writes the manifest decides name, image and volumes.
 *
 * @param schedule five fields: {@code 15 2 * * *}
 * @param timeZone IANA name; empty if the zone of the host is not known
 * @param concurrencyPolicy {@code Allow}, {@code Forbid} or {@code Replace}
 * @param startingDeadlineSeconds how late a run may still start
 * @param activeDeadlineSeconds after how long a run is ended; empty for never
 * @param suspend whether it is created asleep; true for every draft, as the host may still run the job
 * @param command entrypoint of the container: {@code [/bin/sh, -c]}
 * @param args its arguments, with every dollar doubled as a manifest needs it
 * @param script the same as a file of a ConfigMap would have it, where nothing needs doubling
 * @param environment variables that the table sets for it
 * @param workingDirectory where it runs; empty for the image's own
 * @param user account that runs it on the host; empty if not known
 * @param guard the line of shell in it that lets only the right days pass; empty if none is needed
 * @param reasons why each of these, in words
 */
public record CronJobPlan(
        String schedule,
        String timeZone,
        String concurrencyPolicy,
        long startingDeadlineSeconds,
        OptionalLong activeDeadlineSeconds,
        boolean suspend,
        List<String> command,
        List<String> args,
        String script,
        SortedMap<String, String> environment,
        String workingDirectory,
        String user,
        String guard,
        List<String> reasons) {

    private static final Set<Target> CAN_BE_CRONJOB = EnumSet.of(Target.CRONJOB, Target.GOCRON, Target.MANAGED);
    private static final Set<String> OF_CRON = Set.of(
            "CONTENT_TYPE",
            "CONTENT_TRANSFER_ENCODING",
            "CRON_TZ",
            "HOME",
            "LOGNAME",
            "MAILFROM",
            "MAILTO",
            "MLS_LEVEL",
            "RANDOM_DELAY",
            "SHELL",
            "START_HOURS_RANGE",
            "USER");
    private static final long USUAL_DEADLINE = 200;
    private static final long SHORTEST_DEADLINE = 30;
    private static final long HOUR = 3600;

    public CronJobPlan {
        command = List.copyOf(command);
        args = List.copyOf(args);
        environment = new TreeMap<>(environment);
        reasons = List.copyOf(reasons);
    }

    /**
     * The plan for a job that a CronJob can run: one that should become a CronJob, or a task of goCron or something managed to
     * which a CronJob is the alternative. Whether a manifest is wanted says the recommendation's target.
     */
    public static Optional<CronJobPlan> of(JudgedJob judged) {
        Job job = judged.job();
        JobSchedule schedule = JobSchedule.of(job);
        // The year is that of the proof only, which stands in the recommendation already.
        CronTranslation.CronJob cronJob = CronTranslation.target(schedule, job);
        return CAN_BE_CRONJOB.contains(judged.recommendation().target()) && cronJob.expressible()
                ? Optional.of(plan(judged, schedule, cronJob))
                : Optional.empty();
    }

    private static CronJobPlan plan(JudgedJob judged, JobSchedule schedule, CronTranslation.CronJob cronJob) {
        JobCommand command = JobCommand.of(judged.job());
        List<String> reasons = new ArrayList<>(cronJob.notes());
        JobScript script = JobScript.of(judged.job(), command, cronJob.guard());
        String policy = concurrency(judged.job(), command, reasons);
        long late = startingDeadline(judged, schedule, reasons);
        OptionalLong longest = activeDeadline(judged, command, reasons);
        reasons.addAll(script.notes());
        String user = command.runAs().isEmpty() ? judged.job().user().orElse("") : command.runAs();
        return new CronJobPlan(
                cronJob.schedule(),
                cronJob.timeZone(),
                policy,
                late,
                longest,
                true,
                List.of(script.interpreter(), "-c"),
                List.of(script.body().replace("$", "$$")),
                "#!" + script.interpreter() + "\n" + script.body(),
                environment(judged.job()),
                command.workingDirectory().startsWith("/") ? command.workingDirectory() : "",
                user,
                cronJob.guard(),
                reasons);
    }

    /** What the table sets for the command, without what is for cron itself. */
    static SortedMap<String, String> environment(Job job) {
        SortedMap<String, String> environment = new TreeMap<>(job.environment());
        environment.keySet().removeAll(OF_CRON);
        return environment;
    }

    /** Whether a run may start while the last one still goes on, as on the host. */
    static boolean overlaps(Job job, JobCommand command) {
        return concurrency(job, command, new ArrayList<>()).equals("Allow");
    }

    private static String concurrency(Job job, JobCommand command, List<String> reasons) {
        if (command.waitsForLock()) {
            reasons.add("concurrencyPolicy Forbid: on the host a second run waits for " + command.lockFile()
                    + ", which a CronJob cannot; here it is left out");
        } else if (!command.lockFile().isEmpty()) {
            reasons.add("concurrencyPolicy Forbid: it keeps the lock " + command.lockFile() + " while it runs");
        } else if (job.flavour().equals("busybox")
                || job.origin() == Job.Origin.TIMER
                || job.flavour().equals("anacron")) {
            reasons.add("concurrencyPolicy Forbid: its scheduler starts no second run while one goes on");
        } else if (command.kind() == JobCommand.Kind.BACKUP) {
            reasons.add("concurrencyPolicy Forbid: two backups at the same time spoil each other");
        } else {
            reasons.add(
                    "concurrencyPolicy Allow: cron starts a run even if the last one still goes on; Forbid if it must not");
            return "Allow";
        }
        return "Forbid";
    }

    private static long startingDeadline(JudgedJob judged, JobSchedule schedule, List<String> reasons) {
        long interval = judged.intervalSeconds().orElse(0L);
        if (schedule.catchesUp()) {
            long half = Math.max(HOUR, interval / 2);
            reasons.add("startingDeadlineSeconds " + half + ": a missed run is made up for, as on the host");
            return half;
        }
        long half =
                interval == 0 ? USUAL_DEADLINE : Math.max(SHORTEST_DEADLINE, Math.min(USUAL_DEADLINE, interval / 2));
        reasons.add("startingDeadlineSeconds " + half
                + ": cron does not make up for a missed run; a late start is allowed for");
        return half;
    }

    private static OptionalLong activeDeadline(JudgedJob judged, JobCommand command, List<String> reasons) {
        long half = judged.intervalSeconds().orElse(0L) / 2;
        if (command.timeoutSeconds().isPresent()) {
            reasons.add(
                    "activeDeadlineSeconds: its own timeout and a minute for the start; the timeout stays, as it ends the"
                            + " command gently");
            return OptionalLong.of(command.timeoutSeconds().getAsLong() + 60);
        } else if (command.kind() == JobCommand.Kind.BACKUP && half > 0) {
            reasons.add("activeDeadlineSeconds: half of its interval, so that a run that hangs does not stop the next");
            return OptionalLong.of(half);
        }
        reasons.add("no activeDeadlineSeconds: the host sets no limit; set one well above the longest run");
        return OptionalLong.empty();
    }
}
