package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads what the probe {@code spring} brought: configuration beside and inside of archives, and schedules in classes. */
final class SpringBootParser implements Parser {
    private static final String PROBE = "spring";
    private static final String CONFIGURATION = ".*/(?:application|bootstrap)[^/]*\\.(?:properties|ya?ml)";
    private static final String LOGGING = ".*/(?:logback|log4j|logging)[^/]*";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        if (evidence.items().stream().noneMatch(item -> item.probe().equals(PROBE))) {
            return soFar;
        }
        ConfigurationFacts facts = new ConfigurationFacts();
        HostFiles outside = HostFiles.of(evidence, PROBE, "configuration");
        HostFiles inside = HostFiles.of(evidence, PROBE, "inside");
        List<SpringApplication> applications = new ArrayList<>();
        for (JavaApplication application : JavaApplication.of(soFar)) {
            SpringApplication.find(application, outside, inside).ifPresent(applications::add);
        }
        List<Gap> unread = Gaps.of(evidence, PROBE, "configuration", "sessionState");
        for (SpringApplication application : applications) {
            new SpringFacts(application, soFar.host(), facts).read();
            new SpringSessions(application, unread.isEmpty(), facts).read();
        }
        for (SourceFile file :
                Stream.concat(outside.all().stream(), inside.all().stream()).toList()) {
            other(file, applications, new EndpointFinder(soFar.host()), facts);
        }
        Stream.concat(evidence.items(PROBE, "inside"), evidence.items(PROBE, "classes"))
                .filter(item -> item.kind() == Kind.COMMAND)
                .forEach(item -> classes(item, applications, facts));
        for (String fact : List.of("endpoints", "sessionState", "configuredPorts", "jobs")) {
            facts.addGaps(Gaps.of(evidence, PROBE, "inside", fact));
            facts.addGaps(Gaps.of(evidence, PROBE, fact.equals("jobs") ? "classes" : "configuration", fact));
        }
        return facts.addTo(soFar);
    }

    /** A file that is no property file of Spring: XML with schedules, and what else names addresses. */
    private static void other(
            SourceFile file, List<SpringApplication> applications, EndpointFinder endpoints, ConfigurationFacts facts) {
        boolean taken = file.path().matches(CONFIGURATION)
                && applications.stream().anyMatch(application -> application.owns(file.path()));
        if (taken || file.path().matches(LOGGING)) {
            return;
        }
        UnaryOperator<String> resolve = resolver(file.path(), applications);
        ConfigText entries;
        if (file.path().endsWith(".xml")) {
            XmlFile xml = XmlFile.read(file, facts);
            ScheduleXml.read(xml, resolve, facts);
            entries = xml.entries();
        } else {
            entries = SpringFiles.text(file);
            QuartzSettings.read(file, entries, facts);
        }
        ConfigText resolved = ConfigText.of(entries.entries().stream()
                .map(entry -> new ConfigEntry(entry.section(), entry.key(), resolve.apply(entry.value()), entry.line()))
                .toList());
        facts.addEndpoints(endpoints.in(resolved, file::at));
        EmbeddedDatabases.in(resolved, file::at, "").forEach(facts::add);
    }

    private static void classes(EvidenceItem item, List<SpringApplication> applications, ConfigurationFacts facts) {
        if (item.outcome() == Outcome.TOOL_MISSING) {
            String reason = item.name() + ": cannot be unpacked without od, awk and gzip on the host";
            for (String fact : List.of("jobs", "endpoints", "sessionState")) {
                facts.add(new Gap(fact, PROBE, reason, "look into the archive by hand"));
            }
            return;
        }
        AnnotatedJobs.read(item, resolver(item.name(), applications), facts);
    }

    /** What replaces placeholders in a file: the properties of the application that it belongs to. */
    private static UnaryOperator<String> resolver(String path, List<SpringApplication> applications) {
        Optional<SpringApplication> owner = applications.stream()
                .filter(application -> application.owns(path))
                .findFirst();
        return owner.<UnaryOperator<String>>map(application -> application.properties()::resolve)
                .orElse(UnaryOperator.identity());
    }
}
