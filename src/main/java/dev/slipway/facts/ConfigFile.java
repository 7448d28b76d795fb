package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A configuration file of a workload.
 *
 * @param path absolute path
 * @param format {@code properties}, {@code yaml}, {@code xml}, {@code ini}, {@code json}, {@code shell}, {@code text}
 * @param sizeBytes size
 * @param addresses literal addresses and host names with ports that occur in it: {@code 10.0.0.10:3306}
 * @param secretCount lines with a redacted secret
 * @param packaged whether it is a distribution's own file in its unchanged form, where that can be told
 * @param workload id of the workload; empty if none
 */
@RecordBuilder
public record ConfigFile(
        String path,
        String format,
        Fact<Long> sizeBytes,
        List<String> addresses,
        int secretCount,
        Fact<Boolean> packaged,
        String workload,
        List<EvidenceLine> evidence)
        implements ConfigFileBuilder.With {

    public ConfigFile {
        addresses = List.copyOf(addresses);
        evidence = List.copyOf(evidence);
    }
}
