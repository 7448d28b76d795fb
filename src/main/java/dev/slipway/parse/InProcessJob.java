package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Job;
import dev.slipway.facts.Job.Origin;
import java.util.List;
import java.util.TreeMap;

/** Makes jobs of what schedulers inside programs are told. */
final class InProcessJob {
    private InProcessJob() {}

    /**
     * The job.
     *
     * @param flavour whose rules the schedule follows: {@code spring}, {@code quartz}, {@code celery}
     * @param source absolute path of the file or archive that shows it
     * @param line line there; 0 where there is none
     * @param schedule as written: {@code 0 *\/2 * * * *}, {@code fixed-rate=5000}
     * @param command method, class or job that runs
     */
    static Job of(String flavour, String source, int line, String schedule, String command, EvidenceLine evidence) {
        return new Job(
                source + (line > 0 ? ":" + line : "#" + command),
                source,
                line,
                Origin.IN_PROCESS,
                flavour,
                Fact.unknown("the user of the program that runs it"),
                schedule,
                command,
                new TreeMap<>(),
                !schedule.equals("-"),
                schedule.equals("-") ? "the schedule is \"-\": it never runs" : "",
                false,
                "",
                Fact.unknown("not attributed"),
                Fact.unknown("not read"),
                Fact.unknown("not read"),
                List.of(evidence));
    }
}
