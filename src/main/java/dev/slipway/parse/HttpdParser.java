package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostFacts;
import java.util.ArrayList;
import java.util.List;

/** Reads what the probe {@code httpd} brought. */
final class HttpdParser implements Parser {
    private static final String PROBE = "httpd";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        if (evidence.items().stream().noneMatch(item -> item.probe().equals(PROBE))) {
            return soFar;
        }
        HostFiles files = HostFiles.of(evidence, PROBE, "configuration");
        ConfigurationFacts facts = new ConfigurationFacts();
        Certificates certificates = Certificates.of(evidence, PROBE, facts);
        List<SourceFile> read = new ArrayList<>();
        // The usual main files first: what they include is no main file of another server.
        for (boolean usual : new boolean[] {true, false}) {
            for (SourceFile file : files.all()) {
                if (isUsualMain(file) == usual && isConfiguration(file) && !read.contains(file)) {
                    read.addAll(read(file, files, certificates, soFar, facts));
                }
            }
        }
        for (String fact : List.of("proxyRoutes", "configuredPorts")) {
            facts.addGaps(Gaps.of(evidence, PROBE, "configuration", fact));
        }
        return facts.addTo(soFar);
    }

    private static boolean isUsualMain(SourceFile file) {
        return file.path().matches(".*/(?:apache2|httpd)\\.conf");
    }

    private static boolean isConfiguration(SourceFile file) {
        return !file.path().matches(".*/(?:envvars|workers[^/]*\\.properties)|/etc/sysconfig/.*");
    }

    /** The files that were read: this one and those that it includes. */
    private static List<SourceFile> read(
            SourceFile main, HostFiles files, Certificates certificates, HostFacts soFar, ConfigurationFacts facts) {
        HttpdConfiguration configuration = new HttpdConfiguration(main, files, facts);
        List<ConfigDirective> directives = configuration.read(main);
        HttpdBalancers balancers = new HttpdBalancers(directives, files, configuration);
        HttpdRoutes routes = new HttpdRoutes(configuration, balancers, new EndpointFinder(soFar.host()), facts);
        routes.balancerEndpoints();
        new HttpdServers(directives, configuration, certificates, routes, facts).read();
        new HttpdLogs(directives, configuration, facts).read();
        return files.all().stream().filter(configuration::opened).toList();
    }
}
