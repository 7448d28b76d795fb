package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostFacts;
import java.util.ArrayList;
import java.util.List;

/** Reads what the probe {@code nginx} brought. */
final class NginxParser implements Parser {

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        if (evidence.items().stream().noneMatch(item -> item.probe().equals("nginx"))) {
            return soFar;
        }
        HostFiles files = HostFiles.of(evidence, "nginx", "configuration");
        ConfigurationFacts facts = new ConfigurationFacts();
        Certificates certificates = Certificates.of(evidence, "nginx", facts);
        List<SourceFile> read = new ArrayList<>();
        // The usual main file first: what it includes is no main file of another nginx.
        for (boolean usual : new boolean[] {true, false}) {
            for (SourceFile file : files.all()) {
                if (file.path().endsWith("/nginx.conf") == usual && !read.contains(file)) {
                    read.addAll(read(file, files, certificates, soFar, facts));
                }
            }
        }
        for (String fact : List.of("proxyRoutes", "configuredPorts")) {
            facts.addGaps(Gaps.of(evidence, "nginx", "configuration", fact));
        }
        return facts.addTo(soFar);
    }

    /** The files that were read: this one and those that it includes. */
    private static List<SourceFile> read(
            SourceFile main, HostFiles files, Certificates certificates, HostFacts soFar, ConfigurationFacts facts) {
        String base = main.path().substring(0, main.path().lastIndexOf('/'));
        NginxIncludes includes = new NginxIncludes(files, base, facts);
        List<ConfigDirective> directives = includes.read(main);
        new NginxServers(directives, base, certificates, new EndpointFinder(soFar.host()), facts).read();
        return files.all().stream().filter(includes::opened).toList();
    }
}
