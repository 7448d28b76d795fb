package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Job;
import dev.slipway.facts.Job.Origin;
import dev.slipway.schedule.OsJobs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scripts that run-parts runs: {@code /etc/cron.daily/backup}. */
final class CronScripts {
    private static final Pattern SCRIPT =
            Pattern.compile("(/etc/cron\\.(hourly|daily|weekly|monthly|yearly)|/etc/periodic/([a-z0-9]+))/([^/]+)");

    private final CronDaemon daemon;
    private final CronTables tables;

    CronScripts(CronDaemon daemon, CronTables tables) {
        this.daemon = daemon;
        this.tables = tables;
    }

    void add(SortedMap<String, FileMode> modes, Evidence evidence) {
        boolean allTablesRead = Gaps.of(evidence, "crontabs", "system", "jobs").isEmpty()
                && Gaps.of(evidence, "crontabs", "spool", "jobs").isEmpty();
        List<Job> runners = List.copyOf(tables.jobs());
        Optional<EvidenceItem> listing = evidence.command("crontabs", "listing");
        for (Map.Entry<String, FileMode> file : modes.entrySet()) {
            Matcher script = SCRIPT.matcher(file.getKey());
            if (script.matches() && file.getValue().regular() && listing.isPresent()) {
                tables.add(job(script, file.getValue(), listing.get(), runners, allTablesRead));
            }
        }
    }

    private Job job(Matcher script, FileMode mode, EvidenceItem listing, List<Job> runners, boolean allTablesRead) {
        String path = script.group();
        String every = script.group(2) == null ? script.group(3) : script.group(2);
        Optional<Job> runner = runners.stream()
                .filter(job -> runs(job, script.group(1)))
                .filter(Job::active)
                .findFirst();
        String skipped = tables.rules().script(script.group(4), mode);
        boolean orphan = runner.isEmpty() && allTablesRead;
        String inactive =
                skipped.isEmpty() && orphan ? "nothing that is active runs the scripts in " + script.group(1) : skipped;
        return tables.job(path, 0, Origin.RUN_PARTS, daemon.flavour().term(), listing.at(mode.line(), mode.text()))
                .withSchedule("run-parts " + every)
                .withCommand(path)
                .withEnvironment(runner.map(Job::environment).orElseGet(TreeMap::new))
                .withActive(inactive.isEmpty())
                .withInactiveReason(inactive)
                .withOsDefault(OsJobs.brings(path))
                .withEvidence(evidence(listing.at(mode.line(), mode.text()), runner));
    }

    /** The file itself, and the line that says when its directory is run. */
    private static List<EvidenceLine> evidence(EvidenceLine file, Optional<Job> runner) {
        return Stream.concat(Stream.of(file), runner.stream().flatMap(job -> job.evidence().stream()))
                .toList();
    }

    private static boolean runs(Job job, String directory) {
        return job.command().contains(directory) || job.command().contains("/run-crons");
    }
}
