package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import java.util.List;
import java.util.Optional;

/** A logging configuration with the programs that read it, and the logs that follow from it. */
final class LoggingFile {
    private final SourceFile file;
    private final LoggingFramework framework;
    private final List<LoggingProgram> programs;
    private final ConfigurationFacts facts;
    private final LoggingVariables variables;

    /**
     * A configuration.
     *
     * @param programs programs that it may belong to; the first that knows a variable gives its value
     */
    LoggingFile(SourceFile file, LoggingFramework framework, List<LoggingProgram> programs, ConfigurationFacts facts) {
        this.file = file;
        this.framework = framework;
        this.programs = List.copyOf(programs);
        this.facts = facts;
        this.variables = new LoggingVariables(this::outside);
    }

    private Optional<String> outside(String name) {
        return programs.stream()
                .flatMap(program -> program.variable(name).stream())
                .findFirst();
    }

    void read() {
        for (Appender appender : framework.appenders(file, variables, facts)) {
            switch (appender.kind()) {
                case FILE -> fileLog(appender);
                case SYSLOG -> facts.add(log(appender, variables.resolve(appender.target()), Via.SYSLOG));
                case CONSOLE -> facts.add(log(appender, "stdout", Via.STDOUT));
                case NETWORK -> {}
            }
        }
        facts.add(ConfigFiles.of(file, List.of()));
    }

    private void fileLog(Appender appender) {
        String resolved = variables.resolve(appender.target());
        String path = absolute(openEnd(resolved));
        if (!path.startsWith("/") || path.contains("${")) {
            String reason = file.path() + ": where " + resolved + " is could not be told";
            facts.add(new Gap("logs", file.item().probe(), reason, "look at the open files of the program"));
            return;
        }
        facts.add(log(appender, path, Via.FILE)
                .with(log -> log.rotatedBy(Fact.known(appender.rolls() ? framework.title() : ""))
                        .keptDays(
                                appender.keptDays() > 0
                                        ? Fact.known(appender.keptDays())
                                        : Fact.unknown("it does not say"))));
    }

    private LogFile log(Appender appender, String target, Via via) {
        EvidenceLine evidence = file.at(appender.line());
        String writer = programs.stream()
                .map(program -> LogWriter.of(program.program().process()))
                .findFirst()
                .orElse("");
        return LogFile.unread(target, via)
                .with(log -> log.writer(writer)
                        .pids(programs.stream()
                                .map(program -> program.program().process().pid())
                                .sorted()
                                .toList())
                        .rotatedBy(Fact.known(""))
                        .evidence(List.of(evidence)));
    }

    private String absolute(String path) {
        if (path.startsWith("/") || path.startsWith("${") || programs.isEmpty()) {
            return path.replace("//", "/");
        }
        return programs.get(0).program().absolute(path).replace("//", "/");
    }

    /** A variable in the last part of a path differs from file to file; one before it makes the place unknown. */
    private static String openEnd(String path) {
        int name = path.lastIndexOf('/') + 1;
        boolean wholeName = name == 0 && path.startsWith("${");
        return wholeName
                ? path
                : path.substring(0, name) + path.substring(name).replaceAll("\\$\\{[^}]*}|%X\\{[^}]*}", "*");
    }
}
