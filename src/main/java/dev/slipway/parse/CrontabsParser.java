package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import dev.slipway.facts.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what cron and anacron run: system tables, tables of users, scripts in directories. */
final class CrontabsParser implements Parser {
    private static final String PROBE = "crontabs";
    private static final String JOBS = "jobs";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        CronDaemon daemon = CronDaemon.of(evidence, soFar);
        SortedMap<String, FileMode> modes = FileMode.listing(
                evidence.command(PROBE, "listing").map(EvidenceItem::text).orElse(""));
        CronTables tables = new CronTables(
                daemon,
                new CronTableRules(daemon, Accounts.of(evidence)),
                modes,
                soFar.host().timeZone());
        files(evidence, "system").values().forEach(tables::addSystemTable);
        SortedMap<String, EvidenceItem> spool = files(evidence, "spool");
        tables.addUserTables(spool);
        evidence.command(PROBE, "own").ifPresent(own -> tables.addOwnTable(evidence.user(), own, spool));
        new CronScripts(daemon, tables).add(modes, evidence);
        CronLog log = CronLog.read(evidence, soFar.host().timeZone());
        List<Job> jobs = new ArrayList<>(soFar.jobs());
        tables.jobs().stream().map(log::withLastRun).forEach(jobs::add);
        List<Unparsed> unparsed = new ArrayList<>(soFar.unparsed());
        unparsed.addAll(tables.unparsed());
        return soFar.with(facts -> facts.jobs(jobs).unparsed(unparsed).gaps(gaps(evidence, soFar)));
    }

    /** The files of a section by path; a directory that is reached on two ways is there once. */
    private static SortedMap<String, EvidenceItem> files(Evidence evidence, String section) {
        SortedMap<String, EvidenceItem> files = new TreeMap<>();
        evidence.items(PROBE, section)
                .filter(item -> item.kind() == EvidenceItem.Kind.FILE)
                .filter(item -> item.outcome() == EvidenceItem.Outcome.READ
                        || !item.text().isEmpty())
                .forEach(item -> files.putIfAbsent(item.name(), item));
        return files;
    }

    private static List<Gap> gaps(Evidence evidence, HostFacts soFar) {
        return Stream.concat(
                        soFar.gaps().stream(),
                        Stream.of("system", "spool", "listing")
                                .flatMap(section -> Gaps.of(evidence, PROBE, section, JOBS).stream()))
                .distinct()
                .toList();
    }
}
