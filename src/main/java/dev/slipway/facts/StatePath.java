package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A file or directory on the host's own disks that somebody needs to keep.
 *
 * @param path absolute path
 * @param kind {@code data}, {@code upload}, {@code database}, {@code session}, {@code queue}, {@code configuration},
 *     {@code deployment}, {@code log}, {@code key}, {@code cache}
 * @param sizeBytes what it takes, with everything below it
 * @param fileCount files in it and below it; 1 for a file
 * @param changedFileCount those of them that changed in the seven days before the scan
 * @param writable whether the workload may write there now
 * @param openForWriting whether a process of the workload has a file of it open for writing
 * @param fileSystem type of the file system that it lies on; empty if not known
 * @param sharedWith ids of other workloads that use it
 * @param workload id of the workload; empty if none
 */
@RecordBuilder
public record StatePath(
        String path,
        String kind,
        Fact<Long> sizeBytes,
        Fact<Integer> fileCount,
        Fact<Integer> changedFileCount,
        Fact<Boolean> writable,
        Fact<Boolean> openForWriting,
        String fileSystem,
        List<String> sharedWith,
        String workload,
        List<EvidenceLine> evidence)
        implements StatePathBuilder.With {

    public StatePath {
        sharedWith = List.copyOf(sharedWith);
        evidence = List.copyOf(evidence);
    }

    /** A path of which only the kind is known. */
    public static StatePath unread(String path, String kind) {
        String reason = "not read";
        return new StatePath(
                path,
                kind,
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                "",
                List.of(),
                "",
                List.of());
    }
}
