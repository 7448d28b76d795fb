package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostFacts;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what the probe {@code node} brought: packages, settings and the main files of applications for Node.js. */
final class NodeParser implements Parser {
    private static final String PROBE = "node";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        if (evidence.items().stream().noneMatch(item -> item.probe().equals(PROBE))) {
            return soFar;
        }
        ConfigurationFacts facts = new ConfigurationFacts();
        EndpointFinder endpoints = new EndpointFinder(soFar.host());
        List<SourceFile> files = HostFiles.of(evidence, PROBE, "settings").all();
        SortedMap<String, NodePackage> packages = new TreeMap<>();
        for (SourceFile file : files) {
            if (file.path().endsWith("/package.json")) {
                NodePackage found = NodePackage.of(file);
                packages.put(found.folder(), found);
            }
        }
        packages.values().forEach(found -> new NodeApplication(found, within(found, files), facts).read());
        for (SourceFile file : files) {
            if (file.path().matches(".*/\\.env[^/]*")) {
                facts.addEndpoints(endpoints.in(IniText.parse(file.text()), file::at));
            } else if (file.path()
                    .matches(".*/(?:ecosystem\\.config\\.[a-z]+|ecosystem\\.json|pm2\\.json|process\\.json)")) {
                new Pm2File(file, facts).read();
            } else if (file.path().matches(".*/config/[^/]+\\.json")) {
                facts.addEndpoints(endpoints.in(JsonText.parse(file.text()), file::at));
            }
        }
        for (String fact : List.of("sessionState", "endpoints", "jobs")) {
            facts.addGaps(Gaps.of(evidence, PROBE, "settings", fact));
        }
        return facts.addTo(soFar);
    }

    private static List<SourceFile> within(NodePackage found, List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.path().startsWith(found.folder() + "/"))
                .filter(file -> file.path().matches(".*\\.(?:[cm]?js|ts)|.*/bin/www"))
                .toList();
    }
}
