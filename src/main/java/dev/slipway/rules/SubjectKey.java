package dev.slipway.rules;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names a fact within its array so that the name is the same in the next scan: no process id, no time. */
final class SubjectKey {
    private static final SortedMap<String, List<String>> FIELDS = new TreeMap<>(Map.ofEntries(
            Map.entry("listeners", List.of("protocol", "port", "address")),
            Map.entry("connections", List.of("direction", "peerAddress", "peerPort", "localPort", "workload")),
            Map.entry("jvms", List.of("workload", "mainClass")),
            Map.entry("sessionState", List.of("workload", "application", "mechanism")),
            Map.entry("logs", List.of("via", "path", "writer")),
            Map.entry("secretsFound", List.of("where", "name")),
            Map.entry("proxyRoutes", List.of("proxy", "port", "serverNames", "location")),
            Map.entry("hostsEntries", List.of("address", "names")),
            Map.entry("syslog.inputs", List.of("kind", "target")),
            Map.entry("syslog.forwards", List.of("protocol", "target", "port", "selector")),
            Map.entry("syslog.localFiles", List.of("selector", "path"))));
    private static final List<String> USUAL = List.of("id", "path", "name");

    private SubjectKey() {}

    /** The name of this element of this array. */
    static String of(String array, Map<?, ?> element) {
        List<String> fields = FIELDS.get(array);
        if (fields == null) {
            fields = USUAL.stream().filter(element::containsKey).limit(1).toList();
        }
        return fields.stream()
                .flatMap(field -> Stream.ofNullable(element.get(field)))
                .map(SubjectKey::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return String.valueOf(value);
    }
}
