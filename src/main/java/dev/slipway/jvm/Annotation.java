package dev.slipway.jvm;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An annotation in a compiled class.
 *
 * @param place class, or class and method, that carries it: {@code com.example.Jobs.settle}
 * @param type class of the annotation: {@code org.springframework.scheduling.annotation.Scheduled}
 * @param values its elements as text, lists separated by commas: {@code cron} to <code>0 *&#47;2 * * * *</code>
 */
public record Annotation(String place, String type, SortedMap<String, String> values) {

    public Annotation {
        values = new TreeMap<>(values);
    }

    /** The type's name without its package. */
    public String simpleName() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Place and annotation in one line, much as its source has it: {@code com.example.Jobs.settle @Scheduled(cron="...")}. */
    @Override
    public String toString() {
        return place + " @" + type
                + values.entrySet().stream().map(Annotation::written).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String written(Map.Entry<String, String> element) {
        String value = element.getValue().replace("\\", "\\\\").replace("\"", "\\\"");
        return element.getKey() + "=\"" + value.replaceAll("\\p{Cntrl}", " ") + "\"";
    }
}
