package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The properties of one Spring application: files in their order of precedence, then variables of the environment, properties of the
 * virtual machine, and arguments.
 */
final class SpringProperties {
    private static final int MAX_DEPTH = 8;

    private final JavaApplication application;
    private final SortedMap<String, SpringProperty> fromFiles = new TreeMap<>();
    private final SortedSet<String> hidden = new TreeSet<>();

    SpringProperties(JavaApplication application) {
        this.application = application;
    }

    /** Adds a property that counts more than those before it. */
    void add(ConfigEntry entry, EvidenceLine evidence) {
        fromFiles.put(SpringProperty.canonical(entry.key()), new SpringProperty(entry.key(), entry.value(), evidence));
    }

    /** The property that holds; empty if there is none, or if its value could not be read. */
    Optional<SpringProperty> find(String key) {
        Optional<String> option = application.option(key);
        if (option.isPresent()) {
            return Optional.of(new SpringProperty(key, resolved(option.get(), 0), onCommandLine()));
        }
        String variable = SpringProperty.variable(key);
        if (key.contains(".") && application.environment().containsKey(variable)) {
            String value = application.environment().getOrDefault(variable, "");
            if (value.isEmpty()) {
                hidden.add(variable);
                return Optional.empty();
            }
            return Optional.of(new SpringProperty(key, value, onCommandLine()));
        }
        return Optional.ofNullable(fromFiles.get(SpringProperty.canonical(key))).map(this::resolved);
    }

    /** The first of these keys that is set. */
    Optional<SpringProperty> first(String... keys) {
        return List.of(keys).stream().flatMap(key -> find(key).stream()).findFirst();
    }

    /** The value; empty if there is none. */
    String value(String key) {
        return find(key).map(SpringProperty::value).orElse("");
    }

    /** All that files and options set, in the order of the keys; what the environment hides is not among them. */
    List<SpringProperty> all() {
        SortedMap<String, String> keys = new TreeMap<>();
        fromFiles.forEach((canonical, property) -> keys.put(canonical, property.key()));
        application.command().arguments().stream()
                .filter(argument -> argument.matches("--[\\w.\\[\\]-]+=.*"))
                .map(argument -> argument.substring(2, argument.indexOf('=')))
                .forEach(key -> keys.put(SpringProperty.canonical(key), key));
        application.flags().stream()
                .filter(flag -> flag.matches("-D(?:spring|server|management|logging)\\.[\\w.\\[\\]-]+=.*"))
                .map(flag -> flag.substring(2, flag.indexOf('=')))
                .forEach(key -> keys.put(SpringProperty.canonical(key), key));
        List<SpringProperty> all = new ArrayList<>();
        keys.values().forEach(key -> find(key).ifPresent(all::add));
        return all;
    }

    /** The values of a key that is a list, written with commas or with an item a line. */
    List<String> list(String key) {
        List<String> values = new ArrayList<>();
        find(key).ifPresent(property -> values.addAll(List.of(property.value().split("\\s*,\\s*"))));
        for (int i = 0; find(key + "[" + i + "]").isPresent(); i++) {
            values.add(value(key + "[" + i + "]"));
        }
        values.removeIf(String::isBlank);
        return values;
    }

    /** Names of variables that set something, with values that were not read. */
    SortedSet<String> hidden() {
        return new TreeSet<>(hidden);
    }

    /** The text with <code>${name:otherwise}</code> replaced where it is known. */
    String resolve(String text) {
        return resolved(text, 0);
    }

    private SpringProperty resolved(SpringProperty property) {
        return new SpringProperty(property.key(), resolved(property.value(), 0), property.evidence());
    }

    private String resolved(String text, int depth) {
        int end = text.indexOf('}');
        int start = end < 0 ? -1 : text.lastIndexOf("${", end);
        if (start < 0 || depth > MAX_DEPTH) {
            return text;
        }
        String inside = text.substring(start + 2, end);
        int colon = inside.indexOf(':');
        String key = colon < 0 ? inside : inside.substring(0, colon);
        String before = text.substring(0, start);
        Optional<String> value =
                raw(key).or(() -> colon < 0 ? Optional.empty() : Optional.of(inside.substring(colon + 1)));
        return value.map(found -> resolved(before + found + text.substring(end + 1), depth + 1))
                .orElseGet(
                        () -> before + text.substring(start, end + 1) + resolved(text.substring(end + 1), depth + 1));
    }

    private Optional<String> raw(String key) {
        String variable = application.environment().getOrDefault(key, "");
        return application
                .option(key)
                .or(() -> Optional.of(variable).filter(value -> !value.isEmpty()))
                .or(() -> Optional.ofNullable(fromFiles.get(SpringProperty.canonical(key)))
                        .map(SpringProperty::value));
    }

    private EvidenceLine onCommandLine() {
        return application.process().evidence().stream()
                .findFirst()
                .orElse(new EvidenceLine(
                        "processes", "pid " + application.process().pid(), 0, ""));
    }
}
