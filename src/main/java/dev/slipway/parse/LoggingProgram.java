package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import java.util.List;
import java.util.Optional;

/**
 * A Java program with what its logging configuration may refer to.
 *
 * @param program the program
 * @param spring its properties, if it is an application of Spring Boot
 */
record LoggingProgram(JavaApplication program, Optional<SpringApplication> spring) {

    static LoggingProgram of(JavaApplication program, Evidence evidence) {
        return new LoggingProgram(
                program,
                SpringApplication.find(
                        program,
                        HostFiles.of(evidence, "spring", "configuration"),
                        HostFiles.of(evidence, "spring", "inside")));
    }

    /** Whether a file lies in one of its archives or below one of its directories, or an option names it. */
    boolean owns(String path) {
        return program.places().archives().stream().anyMatch(archive -> path.startsWith(archive + "!/"))
                || program.places().directories().stream().anyMatch(directory -> path.startsWith(directory + "/"))
                || program.places().files().contains(path);
    }

    /** The value of a variable in its logging configuration; Spring Boot hands on its own properties by other names. */
    Optional<String> variable(String name) {
        Optional<String> property = switch (name) {
            case "LOG_FILE" -> spring.flatMap(LoggingProgram::file).map(SpringProperty::value);
            case "LOG_PATH" ->
                spring.flatMap(app -> app.properties().first("logging.file.path", "logging.path"))
                        .map(SpringProperty::value);
            case "LOG_TEMP" -> Optional.of("/tmp");
            case "user.dir" -> Optional.of(program.workingDirectory());
            default -> spring.flatMap(app -> app.properties().find(name)).map(SpringProperty::value);
        };
        return property.or(() -> program.option(name))
                .or(() -> Optional.ofNullable(program.environment().get(name)))
                .filter(value -> !value.isEmpty());
    }

    /**
     * The log that Spring Boot itself writes and rotates.
     *
     * @param configured whether the application has a logging configuration of its own, which then decides
     */
    Optional<LogFile> springLog(boolean configured) {
        if (configured || spring.isEmpty()) {
            return Optional.empty();
        }
        boolean log4j = program.library("log4j-core").isPresent()
                && program.library("logback-classic").isEmpty();
        return file(spring.get())
                .map(property -> LogFile.unread(program.absolute(property.value()), Via.FILE)
                        .with(log -> log.writer(LogWriter.of(program.process()))
                                .pids(List.of(program.process().pid()))
                                .rotatedBy(Fact.known(log4j ? "log4j2" : "logback"))
                                .keptDays(keptDays(spring.get()))
                                .evidence(List.of(property.evidence()))));
    }

    /** The file's name, or the name that it has in a directory. */
    private static Optional<SpringProperty> file(SpringApplication spring) {
        return spring.properties()
                .first("logging.file.name", "logging.file")
                .or(() -> spring.properties()
                        .first("logging.file.path", "logging.path")
                        .map(path -> new SpringProperty(path.key(), path.value() + "/spring.log", path.evidence())));
    }

    private static Fact<Integer> keptDays(SpringApplication spring) {
        String days = spring.properties()
                .first("logging.logback.rollingpolicy.max-history", "logging.file.max-history")
                .map(SpringProperty::value)
                .orElse("7");
        return days.matches("\\d{1,5}") ? Fact.known(Integer.parseInt(days)) : Fact.unknown("it does not say");
    }
}
