package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A log that somebody on the host writes.
 *
 * @param path absolute path, possibly with {@code *}; for other ways the target: {@code stdout}, {@code 127.0.0.1:514}
 * @param writer who writes: {@code tomcat}, {@code rsyslog}, {@code cron job}, a process name; empty if not known
 * @param via how the lines get there
 * @param rotatedBy a logrotate file's path, {@code logback}, {@code log4j2}, {@code tomcat}, {@code jvm},
 *     {@code journald ...}; empty if nothing rotates it
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
        Fact<String> rotatedBy,
        Fact<String> shippedBy,
        Fact<Boolean> open,
        Fact<Long> sizeBytes,
        boolean deleted,
        String fileSystem,
        String workload,
        List<EvidenceLine> evidence)
        implements LogFileBuilder.With {

    public LogFile {
        evidence = List.copyOf(evidence);
    }

    /** How log lines leave a program. */
    public enum Via implements Term {
        FILE,
        SYSLOG,
        JOURNAL,
        STDOUT
    }
}
