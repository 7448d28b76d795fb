package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A setting that a file, option or environment gives a program and that matters for its move. Names that mean the same in
 * several products are the same: see {@code docs/facts}.
 *
 * @param product whose setting it is: {@code spring-boot}, {@code tomcat}, {@code php}
 * @param name the product's own name for it: {@code server.shutdown}, {@code RemoteIpValve}, {@code upload_max_filesize}
 * @param value value in force, secrets redacted; empty if it has none
 * @param scope application, pool, virtual host or profile that it is for; empty for the whole program
 * @param workload id of the workload; empty if none that runs
 */
@RecordBuilder
public record Setting(
        String product, String name, String value, String scope, String workload, List<EvidenceLine> evidence)
        implements SettingBuilder.With {

    public Setting {
        evidence = List.copyOf(evidence);
    }
}
