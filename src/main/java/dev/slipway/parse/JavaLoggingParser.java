package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.LogFile.Via;
import java.util.List;
import java.util.stream.Stream;

/** The logs that Java programs are configured to write: logback, log4j, java.util.logging, Spring Boot, the garbage collector. */
final class JavaLoggingParser implements Parser {
    private static final String PROBE = "java-logging";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        ConfigurationFacts facts = new ConfigurationFacts();
        PathLinks links = links(evidence);
        List<SourceFile> files = files(evidence);
        List<LoggingProgram> programs = JavaApplication.of(soFar).stream()
                .map(program -> LoggingProgram.of(program, evidence))
                .toList();
        for (SourceFile file : files) {
            List<LoggingProgram> owners = owners(file, programs);
            // a configuration that no program reads says nothing about logs
            if (!owners.isEmpty() || programs.isEmpty()) {
                LoggingFramework.of(file)
                        .ifPresent(framework -> new LoggingFile(file, framework, owners, facts).read());
            }
        }
        for (LoggingProgram program : programs) {
            boolean own = files.stream()
                    .anyMatch(file -> program.owns(file.path())
                            && LoggingFramework.of(file).isPresent());
            program.springLog(own).ifPresent(facts::add);
        }
        new TomcatLogs(HostFiles.of(evidence, "tomcat", "configuration"), soFar, facts).read();
        soFar.jvms().forEach(jvm -> GcLog.of(jvm, soFar.processes()).ifPresent(facts::add));
        for (String probe : List.of(PROBE, "spring")) {
            if (evidence.items().stream().anyMatch(item -> item.probe().equals(probe))) {
                facts.addGaps(Gaps.of(evidence, probe, "configuration", "logs"));
            }
        }
        HostFacts read = facts.addTo(soFar);
        return read.withLogs(read.logs().stream()
                .map(log -> log.via() == Via.FILE ? log.withPath(links.resolve(log.path())) : log)
                .toList());
    }

    private static PathLinks links(Evidence evidence) {
        PathLinks links = new PathLinks();
        List<String> lines =
                evidence.command(PROBE, "links").map(EvidenceItem::lines).orElse(List.of());
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).startsWith("link /") && lines.get(i + 1).startsWith("to /")) {
                links.add(
                        lines.get(i).substring("link ".length()),
                        lines.get(i + 1).substring("to ".length()));
            }
        }
        return links;
    }

    private static List<SourceFile> files(Evidence evidence) {
        return Stream.of(
                        HostFiles.of(evidence, PROBE, "configuration"),
                        HostFiles.of(evidence, "spring", "configuration"),
                        HostFiles.of(evidence, "spring", "inside"),
                        HostFiles.of(evidence, "tomcat", "configuration"),
                        HostFiles.of(evidence, "tomcat", "applications"))
                .flatMap(files -> files.all().stream())
                .toList();
    }

    private static List<LoggingProgram> owners(SourceFile file, List<LoggingProgram> programs) {
        return programs.stream().filter(program -> program.owns(file.path())).toList();
    }
}
