package dev.slipway.parse;

import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The log files that were listed below /var/log and in the folders of services; old copies belong to the log they are of. */
final class ExistingLogs {
    private final List<LogFile> logs = new ArrayList<>();
    private final SortedMap<String, String> oldCopies = new TreeMap<>();
    private final SortedSet<String> paths = new TreeSet<>();
    private final SortedSet<String> folders = new TreeSet<>();

    private ExistingLogs() {}

    /**
     * Sorts what was listed.
     *
     * @param known paths of logs that are open or configured; a file that is one of them is not an old copy of another
     */
    static ExistingLogs of(FileListing listing, PathLinks links, SortedSet<String> known) {
        ExistingLogs existing = new ExistingLogs();
        listing.folders().forEach(folder -> existing.folders.add(links.resolve(folder)));
        listing.entries().forEach(entry -> existing.paths.add(links.resolve(entry.path())));
        listing.entries().stream()
                .filter(entry -> entry.kind() == '-')
                .forEach(entry -> existing.add(entry, links.resolve(entry.path()), known));
        return existing;
    }

    private void add(FileListing.Entry entry, String path, SortedSet<String> known) {
        String original = LogName.original(path);
        boolean copy = !original.equals(path)
                && !known.contains(path)
                && (paths.contains(original) || known.contains(original));
        if (copy) {
            oldCopies.putIfAbsent(original, LogName.name(path));
        } else if (LogName.isLog(path) && !LogName.isCompressed(path)) {
            logs.add(LogFile.unread(known.contains(path) ? path : LogName.series(path), Via.FILE)
                    .with(log -> log.sizeBytes(Fact.known(entry.sizeBytes())).evidence(List.of(entry.at()))));
        }
    }

    List<LogFile> logs() {
        return Collections.unmodifiableList(logs);
    }

    /** The name of a file that looks like an old copy, by the path of the log that it is of. */
    SortedMap<String, String> oldCopies() {
        return oldCopies;
    }

    /** Whether a folder on the way to this path was listed and does not lead there. */
    boolean lacks(String path) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (folders.contains(path.substring(0, slash))) {
                int next = path.indexOf('/', slash + 1);
                String below = next < 0 ? path : path.substring(0, next);
                return Glob.isLiteral(below)
                        ? !paths.contains(below)
                        : paths.stream().noneMatch(Glob.of(below)::matches);
            }
        }
        return false;
    }
}
