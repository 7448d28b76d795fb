package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A file system, mounted or configured to be.
 *
 * @param source device, export or label: {@code nas:/export/shared}
 * @param path mount point
 * @param type {@code ext4}, {@code nfs4}, {@code cifs}, {@code tmpfs}
 * @param options mount options, secrets redacted
 * @param mounted whether it is mounted now
 * @param configured whether /etc/fstab or the automounter names it
 * @param network whether it lies on another machine
 * @param sizeBytes capacity
 * @param usedBytes what is used of it
 */
@RecordBuilder
public record Mount(
        String source,
        String path,
        String type,
        List<String> options,
        Fact<Boolean> mounted,
        Fact<Boolean> configured,
        boolean network,
        Fact<Long> sizeBytes,
        Fact<Long> usedBytes,
        List<EvidenceLine> evidence)
        implements MountBuilder.With {

    public Mount {
        options = List.copyOf(options);
        evidence = List.copyOf(evidence);
    }
}
