package dev.slipway.workload;

import dev.slipway.yaml.NearestName;
import dev.slipway.yaml.YamlException;
import dev.slipway.yaml.YamlValue;
import dev.slipway.yaml.YamlValue.Mapping;
import dev.slipway.yaml.YamlValue.Scalar;
import dev.slipway.yaml.YamlValue.Sequence;
import java.util.List;

/** A mapping with known keys. What is not as it has to be is a {@link YamlException} with its place. */
final class RuntimeYaml {
    private final Mapping mapping;

    RuntimeYaml(Mapping mapping, List<String> keys) {
        this.mapping = mapping;
        mapping.entries().stream()
                .filter(entry -> !keys.contains(entry.key()))
                .findFirst()
                .ifPresent(entry -> {
                    throw new YamlException(
                            entry.place(),
                            "nothing is called '" + entry.key() + "'" + NearestName.hint(entry.key(), keys));
                });
    }

    static Mapping mapping(YamlValue value) {
        if (value instanceof Mapping mapping) {
            return mapping;
        }
        throw new YamlException(value.place(), "this has to be a mapping, not " + value.describe());
    }

    static Scalar scalar(YamlValue value) {
        if (value instanceof Scalar scalar && !scalar.empty()) {
            return scalar;
        }
        throw new YamlException(value.place(), "this has to be a text, not " + value.describe());
    }

    /** One text, or a list of them. */
    static List<String> texts(YamlValue value) {
        return value instanceof Sequence list
                ? list.items().stream().map(item -> scalar(item).text()).toList()
                : List.of(scalar(value).text());
    }

    int line() {
        return mapping.place().line();
    }

    Scalar scalar(String key) {
        return scalar(
                mapping.find(key).orElseThrow(() -> new YamlException(mapping.place(), "'" + key + "' is missing")));
    }

    /** The text behind this key, empty if it is not there. */
    String text(String key) {
        return mapping.find(key).map(value -> scalar(value).text()).orElse("");
    }

    List<String> texts(String key) {
        return mapping.find(key).map(RuntimeYaml::texts).orElse(List.of());
    }

    /** The items of a list, none if it is not there. */
    List<YamlValue> items(String key) {
        YamlValue value = mapping.find(key).orElse(new Sequence(mapping.place(), List.of()));
        if (value instanceof Sequence list) {
            return list.items();
        }
        throw new YamlException(value.place(), "'" + key + "' is a list, not " + value.describe());
    }

    boolean flag(String key) {
        return !text(key).isEmpty() && oneOf(key, List.of("true", "false")).equals("true");
    }

    String oneOf(String key, List<String> words) {
        Scalar scalar = scalar(key);
        if (!words.contains(scalar.text())) {
            throw new YamlException(
                    scalar.place(),
                    "'" + key + "' is one of " + String.join(" ", words) + NearestName.hint(scalar.text(), words));
        }
        return scalar.text();
    }
}
