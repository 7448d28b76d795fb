package dev.slipway.parse;

import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What <code>${name}</code> stands for in the files of a Tomcat: properties of its command line and of catalina.properties. */
final class TomcatVariables {
    private final SortedMap<String, String> values = new TreeMap<>();

    private TomcatVariables() {}

    static TomcatVariables of(String base, HostFiles files, List<HostProcess> processes) {
        TomcatVariables variables = new TomcatVariables();
        files.find(base + "/conf/catalina.properties")
                .map(file -> PropertiesText.parse(file.text()))
                .ifPresent(properties ->
                        properties.entries().forEach(entry -> variables.values.put(entry.key(), entry.value())));
        processes.stream()
                .map(process -> process.arguments().orElse(List.of()))
                .filter(arguments -> arguments.contains("-Dcatalina.base=" + base))
                .findFirst()
                .ifPresent(arguments -> arguments.forEach(variables::define));
        variables.values.put("catalina.base", base);
        return variables;
    }

    private void define(String argument) {
        int equals = argument.indexOf('=');
        if (argument.startsWith("-D") && equals > 2) {
            values.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
    }

    /** The directory that Tomcat itself lies in; the base where nothing else is known. */
    String home(String base) {
        return values.getOrDefault("catalina.home", base);
    }

    /** The text with all variables replaced that are known, or that have a default behind {@code :-}. */
    String resolve(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            String name = text.substring(start + 2, end);
            int otherwise = name.indexOf(":-");
            String key = otherwise < 0 ? name : name.substring(0, otherwise);
            String missing = otherwise < 0 ? text.substring(start, end + 1) : name.substring(otherwise + 2);
            out.append(text, from, start).append(values.getOrDefault(key, missing));
            from = end + 1;
        }
        return out.append(text.substring(from)).toString();
    }
}
