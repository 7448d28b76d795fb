package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostFacts;
import java.util.List;

/** Reads what the probe {@code haproxy} brought; several files are one configuration. */
final class HaproxyParser implements Parser {

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        if (evidence.items().stream().noneMatch(item -> item.probe().equals("haproxy"))) {
            return soFar;
        }
        ConfigurationFacts facts = new ConfigurationFacts();
        List<ConfigDirective> sections = HostFiles.of(evidence, "haproxy", "configuration").all().stream()
                .flatMap(file -> HaproxyText.parse(file, facts).stream())
                .toList();
        Certificates certificates = Certificates.of(evidence, "haproxy", facts);
        new HaproxyProxies(sections, certificates, new EndpointFinder(soFar.host()), facts).read();
        for (String fact : List.of("proxyRoutes", "configuredPorts")) {
            facts.addGaps(Gaps.of(evidence, "haproxy", "configuration", fact));
        }
        return facts.addTo(soFar);
    }
}
