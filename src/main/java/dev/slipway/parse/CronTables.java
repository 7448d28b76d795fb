package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Job;
import dev.slipway.facts.Job.Origin;
import dev.slipway.facts.Unparsed;
import dev.slipway.schedule.Anacrontab;
import dev.slipway.schedule.BadLine;
import dev.slipway.schedule.Crontab;
import dev.slipway.schedule.CrontabEntry;
import dev.slipway.schedule.Flavour;
import dev.slipway.schedule.OsJobs;
import dev.slipway.schedule.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the lines of crontabs into jobs, and says of each whether cron would run it. */
final class CronTables {
    static final String ANACRON = "anacron";
    private static final String ROOT = "root";

    private final CronDaemon daemon;
    private final CronTableRules rules;
    private final SortedMap<String, FileMode> modes;
    private final Fact<String> hostZone;
    private final List<Job> jobs = new ArrayList<>();
    private final List<Unparsed> unparsed = new ArrayList<>();

    CronTables(CronDaemon daemon, CronTableRules rules, SortedMap<String, FileMode> modes, Fact<String> hostZone) {
        this.daemon = daemon;
        this.rules = rules;
        this.modes = modes;
        this.hostZone = hostZone;
    }

    List<Job> jobs() {
        return jobs;
    }

    List<Unparsed> unparsed() {
        return unparsed;
    }

    CronTableRules rules() {
        return rules;
    }

    void add(Job job) {
        jobs.add(job);
    }

    void addSystemTable(EvidenceItem item) {
        if (item.name().equals("/etc/anacrontab")) {
            addAnacrontab(item);
            return;
        }
        Origin origin = item.name().equals("/etc/crontab") ? Origin.SYSTEM_CRONTAB : Origin.CRON_D;
        Optional<FileMode> mode = Optional.ofNullable(modes.get(item.name()));
        addTable(item, TableKind.SYSTEM, origin, "", rules.systemTable(item.name(), mode));
    }

    /** The tables of users; the same table under two paths (Alpine links them) is taken once, where cron looks first. */
    void addUserTables(SortedMap<String, EvidenceItem> spool) {
        SortedMap<String, EvidenceItem> byUser = new TreeMap<>();
        List<String> directories = new ArrayList<>(daemon.tables());
        spool.keySet().stream().map(CronTables::directory).forEach(directories::add);
        for (String directory : directories.stream().distinct().toList()) {
            for (EvidenceItem item : spool.values()) {
                String user = name(item.name());
                EvidenceItem taken = byUser.get(user);
                boolean same = taken != null && taken.text().equals(item.text());
                if (directory(item.name()).equals(directory) && !same) {
                    byUser.putIfAbsent(user, item);
                    addUserTable(item, user);
                }
            }
        }
    }

    /** The table of the account that scanned, as crontab -l prints it, if its file could not be read. */
    void addOwnTable(String user, EvidenceItem own, SortedMap<String, EvidenceItem> spool) {
        boolean read = spool.keySet().stream().anyMatch(path -> name(path).equals(user));
        boolean shown =
                own.outcome() == EvidenceItem.Outcome.READ && !own.text().isBlank();
        if (!read && shown && !daemon.tables().isEmpty()) {
            String path = daemon.tables().get(0) + "/" + user;
            addTable(own, path, TableKind.USER, Origin.USER_CRONTAB, user, "");
        }
    }

    private void addUserTable(EvidenceItem item, String user) {
        Optional<FileMode> mode = Optional.ofNullable(modes.get(item.name()));
        TableKind kind = user.equals(ROOT) ? TableKind.ROOT : TableKind.USER;
        addTable(item, kind, Origin.USER_CRONTAB, user, rules.userTable(user, directory(item.name()), mode));
    }

    private void addTable(EvidenceItem item, TableKind kind, Origin origin, String user, String skipped) {
        addTable(item, item.name(), kind, origin, user, skipped);
    }

    private void addTable(EvidenceItem item, String path, TableKind kind, Origin origin, String user, String skipped) {
        String text = item.cut() ? item.text().substring(0, item.text().lastIndexOf('\n') + 1) : item.text();
        Crontab table = Crontab.read(text, daemon.flavour(), kind);
        for (BadLine bad : table.badLines()) {
            unparsed.add(new Unparsed(item.at(bad.line(), bad.text()), bad.reason()));
        }
        String dead = !skipped.isEmpty() ? skipped : table.ignored().isEmpty() ? unknownUser(table) : table.ignored();
        boolean brought = OsJobs.brings(path);
        for (CrontabEntry entry : table.entries()) {
            if (!entry.defect().isEmpty()) {
                unparsed.add(new Unparsed(item.at(entry.line(), entry.text()), entry.defect()));
            }
            String runs = entry.user().isEmpty() ? user : entry.user();
            jobs.add(job(item, path, entry, origin, runs, dead.isEmpty() ? lineDead(entry) : dead)
                    .withOsDefault(brought || OsJobs.bringsCommand(entry.command())));
        }
    }

    /** Debian's cron drops a whole table for a user that it does not know. */
    private String unknownUser(Crontab table) {
        return table.entries().stream()
                .filter(entry -> daemon.flavour() == Flavour.DEBIAN && rules.unknownUser(entry.user()))
                .findFirst()
                .map(entry -> "cron ignores the whole table because of line " + entry.line() + ": there is no account "
                        + entry.user())
                .orElse("");
    }

    private String lineDead(CrontabEntry entry) {
        return rules.unknownUser(entry.user()) ? "there is no account " + entry.user() : notRunning();
    }

    /** Why no job of cron runs here; empty if one may. */
    private String notRunning() {
        return daemon.running().is(false) ? "no cron daemon runs on this host" : "";
    }

    private Job job(
            EvidenceItem item, String path, CrontabEntry entry, Origin origin, String user, String inactiveReason) {
        String zone = daemon.flavour() == Flavour.CRONIE ? entry.environment().getOrDefault("CRON_TZ", "") : "";
        return job(path, entry.line(), origin, daemon.flavour().term(), item.at(entry.line(), entry.text()))
                .withUser(Fact.known(user))
                .withSchedule(entry.schedule())
                .withCommand(entry.command())
                .withEnvironment(entry.environment())
                .withTimeZone(zone.isEmpty() ? hostZone.orElse("") : zone)
                .withActive(inactiveReason.isEmpty())
                .withInactiveReason(inactiveReason);
    }

    private void addAnacrontab(EvidenceItem item) {
        Anacrontab table = Anacrontab.read(item.text());
        table.badLines().forEach(bad -> unparsed.add(new Unparsed(item.at(bad.line(), bad.text()), bad.reason())));
        for (Anacrontab.Entry entry : table.jobs()) {
            jobs.add(job(item.name(), entry.line(), Origin.ANACRON, ANACRON, item.at(entry.line(), entry.text()))
                    .withSchedule(entry.schedule())
                    .withCommand(entry.command())
                    .withEnvironment(entry.environment())
                    .withActive(daemon.anacron())
                    .withInactiveReason(daemon.anacron() ? "" : "anacron is not installed")
                    .withOsDefault(OsJobs.bringsCommand(entry.command())));
        }
    }

    /** A job of root in this host's zone, of which only the place is known. */
    Job job(String path, int line, Origin origin, String flavour, EvidenceLine evidence) {
        return new Job(
                line == 0 ? path : path + ":" + line,
                path,
                line,
                origin,
                flavour,
                Fact.known(ROOT),
                "",
                "",
                new TreeMap<>(),
                true,
                "",
                false,
                hostZone.orElse(""),
                Fact.unknown("not bound to a workload yet"),
                Fact.unknown("no log was read"),
                Fact.unknown("no log was read"),
                List.of(evidence));
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String directory(String path) {
        return path.substring(0, Math.max(1, path.lastIndexOf('/')));
    }
}
