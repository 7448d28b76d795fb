package dev.slipway.draft;

import dev.slipway.yaml.Yaml;
import dev.slipway.yaml.YamlException;
import dev.slipway.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What owners answered to the questions of a draft, by owner and workload. */
public final class Answers {
    /** What can be answered for each workload. */
    static final List<String> KEYS =
            List.of("image", "readinessPath", "livenessPath", "replicas", "ingressHost", "memoryMiB", "storageClass");

    private final SortedMap<String, String> values;

    private Answers(SortedMap<String, String> values) {
        this.values = values;
    }

    /** Nobody answered anything. */
    public static Answers none() {
        return new Answers(new TreeMap<>());
    }

    /**
     * The answers of a file: owner, then {@code namespace} or a workload, then what {@code answers.example.yaml} names.
     *
     * @param source the file's name for messages
     * @throws YamlException if the file says something that nobody asked
     */
    public static Answers read(String text, String source) {
        SortedMap<String, String> values = new TreeMap<>();
        for (YamlValue.Entry owner : mapping(Yaml.read(text, source)).entries()) {
            for (YamlValue.Entry entry : mapping(owner.value()).entries()) {
                if (!(entry.value() instanceof YamlValue.Scalar scalar)) {
                    readWorkload(owner.key(), entry, values);
                } else if (!scalar.empty()) {
                    require(entry, entry.key().equals("namespace"), "namespace, or a workload with its answers");
                    values.put(key(owner.key(), "", entry.key()), scalar.text());
                }
            }
        }
        return new Answers(values);
    }

    private static void readWorkload(String owner, YamlValue.Entry workload, SortedMap<String, String> values) {
        for (YamlValue.Entry answer : mapping(workload.value()).entries()) {
            require(answer, KEYS.contains(answer.key()), "one of " + String.join(", ", KEYS));
            if (answer.value() instanceof YamlValue.Scalar scalar) {
                values.put(key(owner, workload.key(), answer.key()), scalar.text());
            } else {
                throw new YamlException(answer.value().place(), "one value for " + answer.key() + " is needed here");
            }
        }
    }

    private static void require(YamlValue.Entry entry, boolean ok, String expected) {
        if (!ok) {
            throw new YamlException(entry.place(), "'" + entry.key() + "' was not asked; known is " + expected);
        }
    }

    private static YamlValue.Mapping mapping(YamlValue value) {
        if (value instanceof YamlValue.Mapping mapping) {
            return mapping;
        }
        throw new YamlException(value.place(), "a mapping is needed here");
    }

    /** The answer for a workload; empty if there is none. */
    Optional<String> of(String owner, String workload, String key) {
        return Optional.ofNullable(values.get(key(owner, workload, key))).filter(text -> !text.isBlank());
    }

    private static String key(String owner, String workload, String key) {
        return owner + "\n" + workload + "\n" + key;
    }
}
