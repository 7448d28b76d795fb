package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Job;
import dev.slipway.schedule.CronCommand;
import dev.slipway.schedule.Flavour;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When jobs of cron last ran, and for how long, as cron's log tells. */
final class CronLog {
    private static final Pattern RUN = Pattern.compile(
            "(\\S+ +\\d+ \\d{2}:\\d{2}:\\d{2}|\\d{4}-\\S+) .*?(?:CRON|CROND|cron|crond|/USR/SBIN/CRON)\\[\\d+\\]: "
                    + "(?:\\((\\S+)\\) (CMD|CMDEND|END) \\( *(.*)\\)|USER (\\S+) pid +\\d+ cmd (.*))");
    private static final String NOT_READ = "the log of cron was not readable";

    private final SortedMap<String, Instant> starts = new TreeMap<>();
    private final SortedMap<String, Double> seconds = new TreeMap<>();
    private final boolean readable;

    private CronLog(boolean readable) {
        this.readable = readable;
    }

    static CronLog read(Evidence evidence, Fact<String> zone) {
        Optional<EvidenceItem> item =
                evidence.command("crontabs", "log").filter(log -> !log.text().isBlank());
        CronLog log = new CronLog(item.isPresent());
        LogClock clock = LogClock.of(evidence.scannedAt(), zone);
        for (String line : item.map(EvidenceItem::text).orElse("").split("\n", -1)) {
            Matcher run = RUN.matcher(line);
            if (run.matches()) {
                log.add(clock, run);
            }
        }
        return log;
    }

    private void add(LogClock clock, Matcher run) {
        String user = run.group(2) == null ? run.group(5) : run.group(2);
        String command = run.group(2) == null ? run.group(6) : run.group(4);
        String key = key(user, command);
        try {
            Optional<Instant> at = clock.instant(run.group(1));
            if (run.group(3) == null || run.group(3).equals("CMD")) {
                at.ifPresent(start -> starts.put(key, start));
            } else if (at.isPresent() && starts.containsKey(key)) {
                double took = Duration.between(starts.get(key), at.get()).toMillis() / 1000.0;
                seconds.put(key, Math.max(0, took));
            }
        } catch (DateTimeException e) {
            return; // a line that only looks like one of cron's
        }
    }

    Job withLastRun(Job job) {
        if (!readable) {
            return job.withLastRun(Fact.unknown(NOT_READ)).withLastRunSeconds(Fact.unknown(NOT_READ));
        }
        Flavour flavour = Flavour.of(job.flavour()).orElse(Flavour.CRONIE);
        String key = key(
                job.user().orElse(""), CronCommand.of(job.command(), flavour).shell());
        Optional<Double> took = Optional.ofNullable(seconds.get(key));
        return job.withLastRun(Fact.known(Optional.ofNullable(starts.get(key))
                        .map(Instant::toString)
                        .orElse("")))
                .withLastRunSeconds(Fact.of(took, "cron does not log the end of its jobs"));
    }

    private static String key(String user, String command) {
        return user + "\n" + command.strip();
    }
}
