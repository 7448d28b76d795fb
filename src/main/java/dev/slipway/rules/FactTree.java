package dev.slipway.rules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Term;
import dev.slipway.rules.FactType.ListOf;
import dev.slipway.rules.FactType.Struct;
import dev.slipway.yaml.NearestName;
import dev.slipway.yaml.YamlException;
import dev.slipway.yaml.YamlValue;
import dev.slipway.yaml.YamlValue.Mapping;
import dev.slipway.yaml.YamlValue.Scalar;
import dev.slipway.yaml.YamlValue.Sequence;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts as rules see them: plain maps, lists and values, and beside them the paths at which nothing could be read.
 *
 * @param value a map, list, text, Long, Double or Boolean
 * @param unknowns paths below the value
 */
record FactTree(Object value, List<Unknown> unknowns) {

    FactTree {
        unknowns = List.copyOf(unknowns);
    }

    /**
     * A fact that could not be read.
     *
     * @param path field names and list indices (Integer), from the top
     * @param reason why, in words for a person
     */
    record Unknown(List<Object> path, String reason) {
        Unknown {
            path = List.copyOf(path);
        }

        Unknown below(Object step) {
            List<Object> longer = new ArrayList<>();
            longer.add(step);
            longer.addAll(path);
            return new Unknown(longer, reason);
        }
    }

    static boolean unwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    /** A value of this type that could not be read at all. */
    static FactTree unknown(FactType type, String reason) {
        return new FactTree(type.empty(), List.of(new Unknown(List.of(), reason)));
    }

    /** The tree of a record or of a value in one. */
    static FactTree of(Object fact, FactType type) {
        if (fact instanceof Fact<?> maybe) {
            return maybe.toOptional().map(value -> of(value, type)).orElseGet(() -> unknown(type, maybe.reason()));
        } else if (fact instanceof Optional<?> maybe) {
            return maybe.map(value -> of(value, type)).orElseGet(() -> new FactTree(type.empty(), List.of()));
        } else if (fact instanceof Record record) {
            return ofRecord(record, (Struct) type);
        } else if (fact instanceof List<?> list && type instanceof ListOf listType) {
            return ofList(
                    list.stream().map(item -> of(item, listType.element())).toList());
        } else if (fact instanceof SortedMap<?, ?> map) {
            TreeMap<String, Object> copy = new TreeMap<>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), String.valueOf(value)));
            return new FactTree(copy, List.of());
        } else if (fact instanceof Term term) {
            return new FactTree(term.term(), List.of());
        } else if (fact instanceof Integer number) {
            return new FactTree(number.longValue(), List.of());
        }
        return new FactTree(fact, List.of());
    }

    private static FactTree ofRecord(Record record, Struct type) {
        return ofFields(fields(record, type));
    }

    /** A tree for each component of the record that the type has. */
    static SortedMap<String, FactTree> fields(Record record, Struct type) {
        TreeMap<String, FactTree> fields = new TreeMap<>();
        collect(record, type, fields);
        return fields;
    }

    /** The value of the record's component with this name; empty if it has none. */
    static Optional<Object> component(Record record, String name) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                return Optional.of(read(record, component));
            }
        }
        return Optional.empty();
    }

    private static void collect(Record record, Struct type, SortedMap<String, FactTree> fields) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = read(record, component);
            if (unwrapped(component)) {
                collect((Record) value, type, fields);
            } else {
                type.find(component.getName())
                        .ifPresent(fieldType -> fields.put(component.getName(), of(value, fieldType)));
            }
        }
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record.getClass() + "." + component.getName(), e);
        }
    }

    /** A struct of these fields. */
    static FactTree ofFields(SortedMap<String, FactTree> fields) {
        TreeMap<String, Object> value = new TreeMap<>();
        List<Unknown> unknowns = new ArrayList<>();
        fields.forEach((name, tree) -> {
            value.put(name, tree.value());
            tree.unknowns().forEach(unknown -> unknowns.add(unknown.below(name)));
        });
        return new FactTree(value, unknowns);
    }

    /** A list of these values. */
    static FactTree ofList(List<FactTree> items) {
        List<Object> value = new ArrayList<>();
        List<Unknown> unknowns = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int index = i;
            value.add(items.get(i).value());
            items.get(i).unknowns().forEach(unknown -> unknowns.add(unknown.below(index)));
        }
        return new FactTree(List.copyOf(value), unknowns);
    }

    /**
     * The tree of an example in a rule's file: {@code "?"} is unknown, what is absent is empty.
     *
     * @throws YamlException if a fact's name or type is wrong
     */
    static FactTree ofExample(YamlValue example, FactType type) {
        if (example instanceof Scalar scalar) {
            return scalar.text().equals("?")
                    ? unknown(type, "not readable in this example")
                    : new FactTree(scalar(scalar, type), List.of());
        } else if (example instanceof Sequence sequence && type instanceof ListOf list) {
            return ofList(sequence.items().stream()
                    .map(item -> ofExample(item, list.element()))
                    .toList());
        } else if (example instanceof Mapping mapping && type instanceof Struct struct) {
            return ofExample(mapping, struct);
        } else if (example instanceof Mapping mapping && type instanceof FactType.MapOf) {
            TreeMap<String, Object> map = new TreeMap<>();
            mapping.entries().forEach(entry -> map.put(entry.key(), ((Scalar) entry.value()).text()));
            return new FactTree(map, List.of());
        }
        throw new YamlException(example.place(), "this fact is " + type.describe() + ", not " + example.describe());
    }

    private static FactTree ofExample(Mapping mapping, Struct struct) {
        TreeMap<String, FactTree> fields = new TreeMap<>();
        struct.fields().forEach((name, type) -> fields.put(name, new FactTree(type.empty(), List.of())));
        for (YamlValue.Entry entry : mapping.entries()) {
            FactType type = struct.find(entry.key())
                    .orElseThrow(() -> new YamlException(
                            entry.place(),
                            "no such fact: " + struct.name() + "." + entry.key()
                                    + NearestName.hint(
                                            entry.key(), struct.fields().keySet())));
            fields.put(entry.key(), ofExample(entry.value(), type));
        }
        return ofFields(fields);
    }

    private static Object scalar(Scalar scalar, FactType type) {
        try {
            if (type instanceof FactType.Text text) {
                if (!text.words().isEmpty() && !text.words().contains(scalar.text())) {
                    throw new YamlException(scalar.place(), text.describe() + ", not " + scalar.describe());
                }
                return scalar.text();
            } else if (type instanceof FactType.Whole) {
                return Long.parseLong(scalar.text());
            } else if (type instanceof FactType.Fraction) {
                return Double.parseDouble(scalar.text());
            } else if (type instanceof FactType.Flag
                    && (scalar.text().equals("true") || scalar.text().equals("false"))) {
                return Boolean.parseBoolean(scalar.text());
            }
        } catch (NumberFormatException e) {
            throw new YamlException(scalar.place(), "this fact is a " + type.describe() + ", not " + scalar.describe());
        }
        throw new YamlException(scalar.place(), "this fact is " + type.describe() + ", not " + scalar.describe());
    }

    /** The value at this path; empty if the path leads nowhere. */
    Optional<Object> find(List<String> path) {
        Object at = value;
        for (String step : path) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
            if (at == null) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    /** Why nothing is known at this path; empty if something is. */
    Optional<String> reasonUnknown(List<String> path) {
        return unknowns.stream()
                .filter(unknown -> unknown.path().size() <= path.size()
                        && unknown.path().equals(path.subList(0, unknown.path().size())))
                .map(Unknown::reason)
                .findFirst();
    }
}
