package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import java.util.List;
import java.util.stream.Stream;

/** Reads what the probe {@code tomcat} brought, one CATALINA_BASE after the other. */
final class TomcatParser implements Parser {
    private static final String SERVER = "/conf/server.xml";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        if (evidence.items().stream().noneMatch(item -> item.probe().equals("tomcat"))) {
            return soFar;
        }
        HostFiles files = HostFiles.of(evidence, "tomcat", "configuration");
        HostFiles applicationFiles = HostFiles.of(evidence, "tomcat", "applications");
        TomcatListing listing = TomcatListing.read(evidence);
        ConfigurationFacts facts = new ConfigurationFacts();
        for (String base : bases(files, listing)) {
            new TomcatInstance(base, files, applicationFiles, listing, soFar, facts).read();
        }
        for (String fact : List.of("sessionState", "configuredPorts", "endpoints")) {
            facts.addGaps(Gaps.of(evidence, "tomcat", "configuration", fact));
        }
        facts.addGaps(Gaps.of(evidence, "tomcat", "applications", "webApplications"));
        facts.addGaps(Gaps.of(evidence, "tomcat", "listing", "webApplications"));
        facts.addGaps(Gaps.of(evidence, "tomcat", "sessions", "sessionState"));
        listing.denied()
                .forEach(folder ->
                        facts.add(new Gap("sessionState", "tomcat", folder + ": permission denied", Gaps.WITH_ROOT)));
        return facts.addTo(soFar);
    }

    private static List<String> bases(HostFiles files, TomcatListing listing) {
        Stream<String> configured = files.all().stream()
                .map(SourceFile::path)
                .filter(path -> path.endsWith(SERVER))
                .map(path -> path.substring(0, path.length() - SERVER.length()));
        return Stream.concat(listing.bases().keySet().stream(), configured)
                .sorted()
                .distinct()
                .toList();
    }
}
