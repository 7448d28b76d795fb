package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostFacts;
import java.util.List;

/** Reads what the probe {@code python} brought: settings of Django, Flask and Celery, and of the servers that run them. */
final class PythonParser implements Parser {
    private static final String PROBE = "python";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        if (evidence.items().stream().noneMatch(item -> item.probe().equals(PROBE))) {
            return soFar;
        }
        ConfigurationFacts facts = new ConfigurationFacts();
        EndpointFinder endpoints = new EndpointFinder(soFar.host());
        List<SourceFile> files = HostFiles.of(evidence, PROBE, "settings").all();
        for (SourceFile file : files) {
            if (file.path().endsWith(".py")) {
                source(file, files, endpoints, facts);
            } else if (file.path().endsWith(".env")) {
                facts.addEndpoints(endpoints.in(IniText.parse(file.text()), file::at));
            } else if (file.path().endsWith(".ini")) {
                new PythonServers(file, facts).uwsgi();
            }
        }
        for (String fact : List.of("sessionState", "state", "endpoints")) {
            facts.addGaps(Gaps.of(evidence, PROBE, "settings", fact));
        }
        return facts.addTo(soFar);
    }

    private static void source(
            SourceFile file, List<SourceFile> files, EndpointFinder endpoints, ConfigurationFacts facts) {
        ConfigText text = PythonText.parse(file.text());
        if (file.path().matches(".*gunicorn[^/]*\\.py")) {
            new PythonServers(file, facts).gunicorn(text);
            return;
        }
        boolean flask =
                file.text().contains("flask") || text.find("SESSION_TYPE").isPresent();
        boolean settings =
                file.path().contains("settings") || text.find("ROOT_URLCONF").isPresent();
        if (settings && !flask) {
            facts.addEndpoints(endpoints.in(text, file::at));
            new DjangoSettings(file, text, files, endpoints, facts).read();
        } else if (flask || file.path().matches(".*(?:config|celery)[^/]*\\.py")) {
            facts.addEndpoints(endpoints.in(text, file::at));
            new FlaskSettings(file, text, facts).read();
        }
    }
}
