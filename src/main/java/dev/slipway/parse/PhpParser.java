package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostFacts;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what the probe {@code php} brought: php.ini, the pools of the process manager, and what applications configure. */
final class PhpParser implements Parser {
    private static final String PROBE = "php";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        if (evidence.items().stream().noneMatch(item -> item.probe().equals(PROBE))) {
            return soFar;
        }
        ConfigurationFacts facts = new ConfigurationFacts();
        HostFiles files = HostFiles.of(evidence, PROBE, "configuration");
        PhpSessions sessions = new PhpSessions(evidence);
        SortedSet<String> folders = new TreeSet<>();
        for (SourceFile file : files.all()) {
            if (file.path().matches(".*/(?:php\\.ini|php-fpm\\.conf)")) {
                folders.add(file.path().substring(0, file.path().lastIndexOf('/')));
            }
        }
        boolean inHttpd = soFar.settings().stream()
                .anyMatch(setting ->
                        setting.product().equals("httpd") && setting.value().matches("php[0-9]*_module"));
        boolean pools = folders.stream()
                .anyMatch(folder -> !PhpPools.files(files, folder).isEmpty());
        for (String folder : folders) {
            PhpPools found = new PhpPools(folder, files, sessions, facts);
            // The php.ini of a way to run PHP that nobody takes says nothing about this host.
            if (!found.read() && (inHttpd || !pools && !folder.endsWith("/apache2"))) {
                found.readWithoutPool();
            }
        }
        new PhpApplications(files, sessions, new EndpointFinder(soFar.host()), facts).read();
        for (String fact : List.of("sessionState", "configuredPorts")) {
            facts.addGaps(Gaps.of(evidence, PROBE, "configuration", fact));
        }
        return facts.addTo(soFar);
    }
}
