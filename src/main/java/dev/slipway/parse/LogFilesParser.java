package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import dev.slipway.facts.Mount;
import dev.slipway.facts.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every log of the host: what is configured, what is open and what lies there, with who rotates and who ships it. It builds on the
 * processes, the syslog daemon's files and the mounts, so it comes after their parsers.
 */
final class LogFilesParser implements Parser {
    private static final String PROBE = "log-files";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        FileListing listing =
                evidence.command(PROBE, "listing").map(FileListing::read).orElse(FileListing.empty());
        List<OpenFile> openFiles = OpenFile.of(evidence);
        Logrotate logrotate = Logrotate.of(evidence);
        PathLinks links = new PathLinks();
        listing.entries().forEach(entry -> links.add(entry.path(), entry.target()));

        LogTable table = new LogTable(links);
        List<LogFile> configured = Stream.concat(SyslogLogs.of(soFar.syslog()).stream(), soFar.logs().stream())
                .toList();
        OpenLogs open = OpenLogs.of(openFiles, soFar.processes());
        ExistingLogs existing = ExistingLogs.of(listing, links, literalPaths(configured, open));
        configured.stream()
                .filter(log -> log.via() != Via.FILE || !existing.lacks(log.path()))
                .forEach(table::add);
        Fact<String> journalShippedBy = LogShipping.ofJournal(soFar.syslog());
        open.logs().stream()
                .map(log -> log.via() == Via.JOURNAL ? log.withShippedBy(journalShippedBy) : log)
                .forEach(log -> table.add(placed(log, table, open, links)));
        existing.logs().forEach(table::add);

        boolean rotationComplete =
                Gaps.of(evidence, "logrotate", "config", "logs").isEmpty();
        LogRotation rotation =
                new LogRotation(logrotate.stanzas(), rotationComplete, open.redirected(), existing.oldCopies());
        new LogShipping(LogShipping.ofSyslog(soFar.syslog()), "").applyTo(table);
        boolean seesAll = openFiles.stream().anyMatch(file -> file.pid() == 1) || evidence.privileged();
        table.replaceFiles(log -> finished(rotation.applyTo(log), seesAll, soFar.mounts()));
        return soFar.with(facts -> facts.logs(table.rows())
                .gaps(gaps(evidence, soFar, seesAll, listing))
                .unparsed(unparsed(soFar, logrotate)));
    }

    private static SortedSet<String> literalPaths(List<LogFile> configured, OpenLogs open) {
        return Stream.concat(open.redirected().stream(), configured.stream().map(LogFile::path))
                .filter(Glob::isLiteral)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An open file in the row that it belongs to: one that is configured, else the series that its name shows. */
    private static LogFile placed(LogFile log, LogTable table, OpenLogs open, PathLinks links) {
        String path = links.resolve(log.path());
        boolean own = log.via() != Via.FILE
                || table.rowOf(path).isPresent()
                || open.redirected().contains(log.path());
        return own ? log : log.withPath(LogName.series(path));
    }

    private static LogFile finished(LogFile log, boolean seesAll, List<Mount> mounts) {
        Fact<Boolean> open =
                log.open().isKnown() ? log.open() : seesAll ? Fact.known(false) : Fact.unknown("needs root");
        return log.with(row -> row.open(open).fileSystem(MountPoints.typeOf(log.path(), mounts)));
    }

    private static List<Gap> gaps(Evidence evidence, HostFacts soFar, boolean seesAll, FileListing listing) {
        List<Gap> gaps = new ArrayList<>(soFar.gaps());
        gaps.addAll(Gaps.of(evidence, "sockets", "owners", "logs"));
        gaps.addAll(Gaps.of(evidence, PROBE, "listing", "logs"));
        gaps.addAll(Gaps.of(evidence, "logrotate", "config", "logs"));
        if (!seesAll) {
            gaps.add(new Gap(
                    "logs", "sockets", "open files of other users' processes: permission denied", Gaps.WITH_ROOT));
        }
        unlisted(listing).ifPresent(gaps::add);
        return gaps;
    }

    /** Folders that were seen but not looked into: for lack of rights, or because they lie too deep. */
    private static Optional<Gap> unlisted(FileListing listing) {
        List<String> folders = listing.entries().stream()
                .filter(entry -> entry.kind() == 'd')
                .map(entry -> entry.path() + "/")
                .filter(folder -> !listing.folders().contains(folder) && !folder.startsWith("/var/log/journal/"))
                .toList();
        return folders.isEmpty()
                ? Optional.empty()
                : Optional.of(new Gap(
                        "logs",
                        PROBE,
                        folders.size() + (folders.size() == 1 ? " folder was" : " folders were") + " not looked into: "
                                + String.join(" ", folders.subList(0, Math.min(3, folders.size()))),
                        Gaps.WITH_ROOT));
    }

    private static List<Unparsed> unparsed(HostFacts soFar, Logrotate logrotate) {
        List<Unparsed> unparsed = new ArrayList<>(soFar.unparsed());
        unparsed.addAll(logrotate.unparsed());
        return unparsed;
    }
}
