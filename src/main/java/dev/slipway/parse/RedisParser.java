package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostFacts;
import java.util.List;

/** Reads what the probe {@code redis} brought: one configuration after the other. */
final class RedisParser implements Parser {

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        if (evidence.items().stream().noneMatch(item -> item.probe().equals("redis"))) {
            return soFar;
        }
        ConfigurationFacts facts = new ConfigurationFacts();
        RedisData data = RedisData.of(evidence);
        HostFiles files = HostFiles.of(evidence, "redis", "configuration");
        List<String> included = files.all().stream()
                .flatMap(file -> WordLines.parse(file).stream())
                .filter(line -> line.is("include"))
                .map(line -> line.argument(0))
                .toList();
        for (SourceFile file : files.all()) {
            if (!included.contains(file.path())) {
                new RedisServer(file, files, data, new EndpointFinder(soFar.host()), facts).read();
            }
        }
        for (String fact : List.of("configuredPorts", "state", "sessionState")) {
            facts.addGaps(Gaps.of(evidence, "redis", "configuration", fact));
        }
        data.gaps().forEach(facts::add);
        return facts.addTo(soFar);
    }
}
