package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.WebApplication;
import dev.slipway.jvm.JavaCommand;
import java.util.ArrayList;
import java.util.List;

/** Reads what the probe {@code app-server} brought of Jetty and WildFly, and finds servlet containers inside other programs. */
final class AppServerParser implements Parser {
    private static final String PROBE = "app-server";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        ConfigurationFacts facts = new ConfigurationFacts();
        HostFiles files = HostFiles.of(evidence, PROBE, "configuration");
        List<WebApplication> applications = applications(evidence);
        boolean asked = false;
        for (JavaApplication program : JavaApplication.of(soFar)) {
            if (isJetty(program)) {
                new JettyServer(program, files, applications, facts).read();
                asked = true;
            } else if (isWildFly(program)) {
                new WildFlyServer(program, files, applications, soFar.host(), facts).read();
                asked = true;
            } else if (!isSpringBoot(program)) {
                EmbeddedSessions.of(program).ifPresent(facts::add);
            }
        }
        if (asked) {
            for (String fact : List.of("sessionState", "configuredPorts", "endpoints")) {
                facts.addGaps(Gaps.of(evidence, PROBE, "configuration", fact));
            }
            facts.addGaps(Gaps.of(evidence, PROBE, "applications", "webApplications"));
        }
        return facts.addTo(soFar);
    }

    /** Its sessions were told from its properties already. */
    private static boolean isSpringBoot(JavaApplication program) {
        return program.library("spring-boot").isPresent()
                || program.archive()
                        .filter(archive -> !archive.springBootVersion().isEmpty())
                        .isPresent();
    }

    private static boolean isJetty(JavaApplication program) {
        JavaCommand command = program.command();
        return command.main().endsWith("start.jar")
                || command.main().startsWith("org.eclipse.jetty.start.")
                || command.main().startsWith("org.eclipse.jetty.xml.")
                || program.option("jetty.base").isPresent();
    }

    private static boolean isWildFly(JavaApplication program) {
        return program.command().main().endsWith("jboss-modules.jar")
                || program.option("jboss.home.dir").isPresent();
    }

    private static List<WebApplication> applications(Evidence evidence) {
        List<WebApplication> applications = new ArrayList<>();
        evidence.command(PROBE, "applications").ifPresent(item -> {
            List<String> lines = item.lines();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith("application /")) {
                    applications.add(application(lines.get(i).substring("application ".length()), item, i + 1));
                }
            }
        });
        return applications;
    }

    private static WebApplication application(String path, EvidenceItem item, int line) {
        String name = LogName.name(path).replaceFirst("\\.(?:war|ear)$", "");
        EvidenceLine evidence = item.at(line, item.lines().get(line - 1));
        String unread = "its web.xml was not read";
        return new WebApplication(
                name,
                name.equalsIgnoreCase("root") ? "/" : "/" + name,
                "",
                path,
                false,
                false,
                Fact.unknown(unread),
                Fact.unknown("the archive was not looked into"),
                "",
                List.of(evidence));
    }
}
