package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The appenders of a configuration of log4j, version 1 or 2, in any of its formats. Names are compared in small letters. */
final class Log4jAppenders {
    private static final Pattern OF_VERSION_1 = Pattern.compile("log4j\\.appender\\.([^.]+)(?:\\.(.+))?");
    private static final Pattern OF_VERSION_2 = Pattern.compile("appender\\.([^.]+)\\.(.+)");
    private static final Pattern OF_YAML =
            Pattern.compile("configuration\\.appenders\\.(\\w+(?:\\[\\d+])?)\\.(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern YAML_PROPERTY = Pattern.compile(
            "configuration\\.properties\\.property(?:\\[(\\d+)])?\\.(name|value)", Pattern.CASE_INSENSITIVE);

    private final LoggingVariables variables;
    private final List<Appender> found = new ArrayList<>();

    private Log4jAppenders(LoggingVariables variables) {
        this.variables = variables;
    }

    static List<Appender> inXml(XmlFile file, LoggingVariables variables) {
        Log4jAppenders appenders = new Log4jAppenders(variables);
        for (XmlElement element : file.root().descendants()) {
            appenders.element(element);
        }
        return appenders.found;
    }

    private void element(XmlElement element) {
        if (element.is("Property") && element.has("name")) {
            String value = element.has("value") ? element.attribute("value") : element.text();
            variables.define(element.attribute("name"), variables.resolve(value));
        } else if (element.is("appender") && element.has("class")) {
            SortedMap<String, String> values = new TreeMap<>();
            element.descendants("param")
                    .forEach(param ->
                            values.put(param.attribute("name").toLowerCase(Locale.ROOT), param.attribute("value")));
            add(simple(element.attribute("class")), values, element.line());
        } else {
            SortedMap<String, String> values = new TreeMap<>();
            element.attributes().forEach((name, value) -> values.put(name.toLowerCase(Locale.ROOT), value));
            element.descendants("IfLastModified").forEach(age -> values.put("age", age.attribute("age")));
            add(element.is("Appender") ? element.attribute("type") : element.localName(), values, element.line());
        }
    }

    /** Keys of a properties file, or of YAML or JSON. */
    static List<Appender> inEntries(ConfigText text, LoggingVariables variables) {
        Log4jAppenders appenders = new Log4jAppenders(variables);
        SortedMap<String, SortedMap<String, String>> byName = new TreeMap<>();
        SortedMap<String, Integer> lines = new TreeMap<>();
        for (ConfigEntry entry : text.entries()) {
            appenders.property(entry);
            for (Pattern pattern : List.of(OF_VERSION_1, OF_VERSION_2, OF_YAML)) {
                Matcher key = pattern.matcher(entry.key());
                if (key.matches()) {
                    String name = key.group(1);
                    String part = key.group(2) == null ? "type" : key.group(2).toLowerCase(Locale.ROOT);
                    byName.computeIfAbsent(name, any -> new TreeMap<>()).put(part, entry.value());
                    lines.merge(name, entry.line(), Math::min);
                    break;
                }
            }
        }
        byName.forEach((name, values) -> appenders.add(
                simple(values.getOrDefault("type", name.replaceFirst("\\[\\d+]$", ""))),
                values,
                lines.getOrDefault(name, 0)));
        return appenders.found;
    }

    private String nextProperty = "";

    private void property(ConfigEntry entry) {
        Matcher yaml = YAML_PROPERTY.matcher(entry.key());
        if (entry.key().startsWith("property.")) {
            variables.define(entry.key().substring("property.".length()), variables.resolve(entry.value()));
        } else if (yaml.matches() && yaml.group(2).equalsIgnoreCase("name")) {
            nextProperty = entry.value();
        } else if (yaml.matches()) {
            variables.define(nextProperty, variables.resolve(entry.value()));
        } else if (!entry.key().startsWith("log4j.") && !entry.key().startsWith("appender.")) {
            // log4j 1 takes any key for a variable
            variables.define(entry.key(), variables.resolve(entry.value()));
        }
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private void add(String type, SortedMap<String, String> values, int line) {
        switch (type.toLowerCase(Locale.ROOT).replaceFirst("appender$", "")) {
            case "console" -> found.add(Appender.console(line));
            case "syslog" -> {
                String[] host = values.getOrDefault("sysloghost", values.getOrDefault("host", ""))
                        .split(":", 2);
                found.add(Appender.syslog(host[0], values.getOrDefault("port", host.length > 1 ? host[1] : ""), line));
            }
            case "file", "randomaccessfile", "memorymappedfile" -> file(values, false, line);
            case "rollingfile", "rollingrandomaccessfile", "dailyrollingfile", "dailymaxrollingfile" ->
                file(values, true, line);
            case "socket", "kafka", "http", "gelf" ->
                remote(values)
                        .ifPresent(target -> found.add(new Appender(Appender.Kind.NETWORK, target, false, 0, line)));
            default -> {}
        }
    }

    private static Optional<String> remote(SortedMap<String, String> values) {
        String host = values.getOrDefault("host", values.getOrDefault("remotehost", values.getOrDefault("url", "")));
        String port = values.getOrDefault("port", "");
        return host.isEmpty() ? Optional.empty() : Optional.of(port.isEmpty() ? host : host + ":" + port);
    }

    private void file(SortedMap<String, String> values, boolean rolls, int line) {
        String path = values.getOrDefault("filename", values.getOrDefault("file", ""));
        String pattern = values.getOrDefault(
                "filepattern",
                values.getOrDefault("rollingpolicy.filenamepattern", values.getOrDefault("filenamepattern", "")));
        String days = values.getOrDefault("age", "").replaceFirst("(?i)^P?(\\d+)D$", "$1");
        if (!path.isEmpty() || !pattern.isEmpty()) {
            found.add(Appender.file(path, pattern, rolls, days, line));
        }
    }
}
