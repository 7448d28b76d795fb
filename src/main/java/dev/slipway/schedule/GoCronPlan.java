package dev.slipway.schedule;

import dev.slipway.facts.Job;
import dev.slipway.schedule.Recommendation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a task of goCron for a job has to say. Whoever writes it decides name, tag and node.
 *
 * @param spec six fields, seconds first, or {@code @every 600s}
 * @param timeZone zone that goCron's server must run in; empty if any will do
 * @param protocol {@code http} or {@code shell}
 * @param post for {@code http}: POST instead of GET; the part of the address behind {@code ?} is then the body
 * @param command the address, still that of the host; or the line for the shell, empty if only a script can say it
 * @param script the same as a file for the node; empty for {@code http}
 * @param timeoutSeconds after how long it is ended
 * @param overlaps whether a run may start while the last one goes on
 * @param environment variables that the table sets for it
 * @param user account that runs it on the host; empty if not known
 * @param guard the line of shell in it that lets only the right days pass; empty if none is needed
 * @param reasons why each of these, in words
 */
public record GoCronPlan(
        String spec,
        String timeZone,
        String protocol,
        boolean post,
        String command,
        String script,
        long timeoutSeconds,
        boolean overlaps,
        SortedMap<String, String> environment,
        String user,
        String guard,
        List<String> reasons) {
    private static final int LONGEST_COMMAND = 256;
    private static final long LONGEST_HTTP_SECONDS = 300;
    private static final long LONGEST_SHELL_SECONDS = 1800;

    public GoCronPlan {
        environment = new TreeMap<>(environment);
        reasons = List.copyOf(reasons);
    }

    /** The plan for a job that should become a task of goCron, or that could as well. */
    public static Optional<GoCronPlan> of(JudgedJob judged) {
        Target target = judged.recommendation().target();
        CronTranslation.GoCron goCron = CronTranslation.goCron(JobSchedule.of(judged.job()), judged.job());
        boolean possible = target == Target.GOCRON || target == Target.CRONJOB;
        return possible && goCron.expressible() ? Optional.of(plan(judged.job(), goCron)) : Optional.empty();
    }

    private static GoCronPlan plan(Job job, CronTranslation.GoCron goCron) {
        JobCommand command = JobCommand.of(job);
        List<String> reasons = new ArrayList<>(goCron.notes());
        Optional<HttpCall> call = goCron.guard().isEmpty() ? HttpCall.of(command) : Optional.empty();
        String user = command.runAs().isEmpty() ? job.user().orElse("") : command.runAs();
        boolean overlaps = CronJobPlan.overlaps(job, command);
        long timeout = command.timeoutSeconds().orElse(call.isPresent() ? LONGEST_HTTP_SECONDS : LONGEST_SHELL_SECONDS);
        reasons.add(
                command.timeoutSeconds().isPresent()
                        ? "timeout: its own"
                        : "timeout: the host sets none; " + timeout
                                + " seconds is the longest that goCron is recommended for");
        if (call.isPresent()) {
            reasons.add("an HTTP task: goCron's server calls the address itself; put the Service in the host's place");
            return new GoCronPlan(
                    goCron.spec(),
                    goCron.timeZone(),
                    "http",
                    call.get().post(),
                    call.get().url(),
                    "",
                    timeout,
                    overlaps,
                    new TreeMap<>(),
                    user,
                    "",
                    reasons);
        }
        JobScript script = JobScript.of(job, command, goCron.guard());
        reasons.addAll(script.notes());
        String line = script.body().strip();
        boolean inline = line.length() <= LONGEST_COMMAND && line.indexOf('\n') < 0;
        if (!inline) {
            reasons.add(
                    "goCron keeps one line of " + LONGEST_COMMAND + " characters: the command is a script on the node");
        }
        SortedMap<String, String> environment = CronJobPlan.environment(job);
        return new GoCronPlan(
                goCron.spec(),
                goCron.timeZone(),
                "shell",
                false,
                inline ? line : "",
                "#!" + script.interpreter() + "\n" + script.body(),
                timeout,
                overlaps,
                environment,
                user,
                goCron.guard(),
                reasons);
    }
}
