package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostFacts;
import java.util.List;

/**
 * Reads what the probe {@code mysql} brought. The files of one host are one configuration: where several servers run, each has
 * a section of its own, and what is in the others concerns all.
 */
final class MysqlParser implements Parser {
    private static final String PROBE = "mysql";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        if (evidence.items().stream().noneMatch(item -> item.probe().equals(PROBE))) {
            return soFar;
        }
        ConfigurationFacts facts = new ConfigurationFacts();
        List<SourceFile> files = HostFiles.of(evidence, PROBE, "configuration").all();
        new MysqlServer(files, facts).read();
        for (String fact : List.of("configuredPorts", "state", "clusters")) {
            facts.addGaps(Gaps.of(evidence, PROBE, "configuration", fact));
        }
        return facts.addTo(soFar);
    }
}
