package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The appenders of a logback configuration. */
final class LogbackAppenders {
    private static final String SPRING_FILE = "org/springframework/boot/logging/logback/file-appender.xml";

    private final XmlFile file;
    private final LoggingVariables variables;

    LogbackAppenders(XmlFile file, LoggingVariables variables) {
        this.file = file;
        this.variables = variables;
    }

    List<Appender> read() {
        List<Appender> found = new ArrayList<>();
        for (XmlElement element : file.root().descendants()) {
            if (element.is("property") || element.is("variable") || element.is("substitutionProperty")) {
                variables.define(element.attribute("name"), variables.resolve(element.attribute("value")));
            } else if (element.is("springProperty")) {
                springProperty(element);
            } else if (element.is("appender")) {
                appender(element).ifPresent(found::add);
            } else if (element.is("include") && element.attribute("resource").equals(SPRING_FILE)) {
                found.add(Appender.file("${LOG_FILE}", "", true, "", element.line()));
            }
        }
        return found;
    }

    private void springProperty(XmlElement element) {
        String otherwise = element.attribute("defaultValue");
        Optional<String> value = variables.outside(element.attribute("source"));
        value.or(() -> Optional.of(otherwise).filter(text -> !text.isEmpty()))
                .ifPresent(text -> variables.define(element.attribute("name"), text));
    }

    private static Optional<Appender> appender(XmlElement element) {
        String type = element.attribute("class");
        int line = element.line();
        if (type.endsWith("ConsoleAppender")) {
            return Optional.of(Appender.console(line));
        } else if (type.endsWith("SyslogAppender")) {
            return Optional.of(Appender.syslog(element.childText("syslogHost"), element.childText("port"), line));
        } else if (type.endsWith("FileAppender")) {
            Optional<XmlElement> policy = element.child("rollingPolicy");
            String pattern = element.descendants("fileNamePattern")
                    .findFirst()
                    .or(() -> element.descendants("FileNamePattern").findFirst())
                    .map(XmlElement::text)
                    .orElse("");
            String history = policy.map(found -> found.childText("maxHistory")).orElse("");
            String path = element.children().stream()
                    .filter(child -> child.is("file") || child.is("File"))
                    .map(XmlElement::text)
                    .findFirst()
                    .orElse("");
            return path.isEmpty() && pattern.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Appender.file(
                            path, pattern, type.contains("Rolling") || policy.isPresent(), history, line));
        }
        String remote = element.childText("destination") + element.childText("remoteHost") + element.childText("host");
        return remote.isEmpty()
                ? Optional.empty()
                : Optional.of(new Appender(Appender.Kind.NETWORK, remote, false, 0, line));
    }
}
