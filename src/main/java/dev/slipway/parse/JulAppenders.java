package dev.slipway.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** The handlers of a configuration of java.util.logging, and of Tomcat's variant of it. */
final class JulAppenders {
    private final ConfigText text;
    private final List<Appender> found = new ArrayList<>();

    private JulAppenders(ConfigText text) {
        this.text = text;
    }

    static List<Appender> in(ConfigText text) {
        JulAppenders appenders = new JulAppenders(text);
        LinkedHashSet<String> handlers = new LinkedHashSet<>();
        for (ConfigEntry entry : text.entries()) {
            String key = entry.key().toLowerCase(Locale.ROOT);
            if (key.equals("handlers") || key.equals(".handlers") || key.endsWith("].handlers")) {
                handlers.addAll(List.of(entry.value().strip().split("\\s*,\\s*|\\s+")));
            }
        }
        handlers.forEach(appenders::handler);
        return appenders.found;
    }

    private void handler(String name) {
        int line = text.entries().stream()
                .filter(entry -> entry.key().startsWith(name + "."))
                .mapToInt(ConfigEntry::line)
                .findFirst()
                .orElse(0);
        if (name.endsWith("ConsoleHandler")) {
            found.add(Appender.console(line));
        } else if (name.contains("org.apache.juli.") && name.endsWith("FileHandler")) {
            found.add(tomcat(name, line));
        } else if (name.endsWith("java.util.logging.FileHandler")) {
            found.add(java(name, line));
        }
    }

    private Appender tomcat(String name, int line) {
        boolean rolls = !value(name, "rotatable", "true").equals("false");
        String path = value(name, "directory", "logs") + "/" + value(name, "prefix", "juli.") + (rolls ? "*" : "")
                + value(name, "suffix", ".log");
        return Appender.file(path, "", rolls, value(name, "maxDays", ""), line);
    }

    /** {@code %h/java%u.log}: the home directory, and a number if the file is taken. */
    private Appender java(String name, int line) {
        String pattern = value(name, "pattern", "%h/java%u.log")
                .replace("%h", "${user.home}")
                .replace("%t", "/tmp")
                .replace("%u", "0")
                .replace("%g", "0")
                .replace("%%", "%");
        boolean rolls = !value(name, "limit", "0").equals("0");
        return Appender.file(pattern, "", rolls, "", line);
    }

    private String value(String handler, String key, String otherwise) {
        String value = text.value(handler + "." + key);
        return value.isEmpty() ? otherwise : value.strip();
    }
}
