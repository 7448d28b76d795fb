package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that runs by a clock: a crontab line, a timer, an at job, a loop, a scheduler inside a program.
 *
 * @param id stable within the host: {@code /etc/cron.d/shop:3}, {@code batch-poll.timer}, {@code at:12}
 * @param source absolute path of the file; for a timer the unit; for an at job {@code at:ID}
 * @param line line in the file from 1; 0 where there is none
 * @param origin what kind of source it is
 * @param flavour whose rules apply: {@code debian}, {@code cronie}, {@code busybox}, {@code anacron}, {@code systemd}, {@code at};
 *     {@code spring} and the like for a scheduler inside a program
 * @param user effective user
 * @param schedule as written: {@code 0 3 * * 7}, {@code run-parts daily}, {@code OnCalendar=*:0/2 Persistent=true}
 * @param command as written, secrets replaced by {@code [REDACTED]}
 * @param environment variables that the table sets for it, in force at its line
 * @param active whether the scheduler would run it
 * @param inactiveReason why not: {@code "a dot in the file's name: cron skips it"}; empty if active
 * @param osDefault whether the distribution brought it
 * @param timeZone zone that the schedule is read in
 * @param workload id of the workload whose code it runs; empty if none; unknown if it could not be told
 * @param lastRun instant of the last run seen, ISO 8601; empty if logs do not show one
 * @param lastRunSeconds how long that took
 */
@RecordBuilder
public record Job(
        String id,
        String source,
        int line,
        Origin origin,
        String flavour,
        Fact<String> user,
        String schedule,
        String command,
        SortedMap<String, String> environment,
        boolean active,
        String inactiveReason,
        boolean osDefault,
        String timeZone,
        Fact<String> workload,
        Fact<String> lastRun,
        Fact<Double> lastRunSeconds,
        List<EvidenceLine> evidence)
        implements JobBuilder.With {

    public Job {
        environment = new TreeMap<>(environment);
        evidence = List.copyOf(evidence);
    }

    /** Kinds of source of a scheduled job. */
    public enum Origin implements Term {
        USER_CRONTAB,
        SYSTEM_CRONTAB,
        CRON_D("cron.d"),
        RUN_PARTS,
        ANACRON,
        TIMER,
        AT,
        SUPERVISOR_LOOP,
        IN_PROCESS,
        EXTERNAL;

        private final String term;

        Origin() {
            this.term = "";
        }

        Origin(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term.isEmpty() ? Term.super.term() : term;
        }
    }
}
