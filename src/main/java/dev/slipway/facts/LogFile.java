package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A log that somebody on the host writes.
 *
 * @param path absolute path, with {@code *} for what changes from file to file; for other ways the target:
 *     {@code stdout}, {@code 127.0.0.1:514}, {@code /dev/null} for output that nobody keeps
 * @param writer who writes: {@code tomcat}, {@code rsyslog}, {@code journald}, the name of a program; several are
 *     separated by commas; empty if not known
 * @param via how the lines get there
 * @param pids processes that have it open for writing, or whose command line names it
 * @param rotatedBy a logrotate file's path, {@code logback}, {@code log4j2}, {@code tomcat}, {@code jvm},
 *     {@code journald ...}; empty if nothing rotates it
 * @param keptDays how many days of old files are kept where that can be told; 0 if they are never deleted
 * @param truncated whether it is copied and then emptied at rotation, which loses lines
 * @param shippedBy who sends it elsewhere: {@code rsyslog imfile}, {@code filebeat}; empty if nobody
 * @param open whether a process has it open for writing now
 * @param sizeBytes size when it was looked at
 * @param deleted whether it was deleted while open
 * @param fileSystem type of the file system that it lies on; empty if not known
 * @param workload id of the workload that it belongs to; empty if none
 */
@RecordBuilder
public record LogFile(
        String path,
        String writer,
        Via via,
        List<Integer> pids,
        Fact<String> rotatedBy,
        Fact<Integer> keptDays,
        boolean truncated,
        Fact<String> shippedBy,
        Fact<Boolean> open,
        Fact<Long> sizeBytes,
        boolean deleted,
        String fileSystem,
        String workload,
        List<EvidenceLine> evidence)
        implements LogFileBuilder.With {

    public LogFile {
        pids = List.copyOf(pids);
        evidence = List.copyOf(evidence);
    }

    /** A log of which only the target is known. */
    public static LogFile unread(String path, Via via) {
        String reason = "not read";
        return new LogFile(
                path,
                "",
                via,
                List.of(),
                Fact.unknown(reason),
                Fact.unknown(reason),
                false,
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                false,
                "",
                "",
                List.of());
    }

    /** How log lines leave a program. */
    public enum Via implements Term {
        FILE,
        SYSLOG,
        JOURNAL,
        STDOUT
    }
}
