package dev.slipway.rules;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Term;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The type of a fact as rules see it: the names and types of the assessment's JSON. */
public sealed interface FactType {

    /** The value that stands for "not set". */
    Object empty();

    /** Its name in messages and documentation: {@code list of Listener}. */
    String describe();

    /** A text, or a word of a vocabulary. */
    record Text(List<String> words) implements FactType {
        public Text {
            words = List.copyOf(words);
        }

        @Override
        public Object empty() {
            return "";
        }

        @Override
        public String describe() {
            return words.isEmpty() ? "text" : "one of " + String.join(" ", words);
        }
    }

    /** A whole number. */
    record Whole() implements FactType {
        @Override
        public Object empty() {
            return 0L;
        }

        @Override
        public String describe() {
            return "whole number";
        }
    }

    /** A number with a fraction. */
    record Fraction() implements FactType {
        @Override
        public Object empty() {
            return 0d;
        }

        @Override
        public String describe() {
            return "number";
        }
    }

    /** Yes or no. */
    record Flag() implements FactType {
        @Override
        public Object empty() {
            return false;
        }

        @Override
        public String describe() {
            return "true or false";
        }
    }

    /** Values of one type. */
    record ListOf(FactType element) implements FactType {
        @Override
        public Object empty() {
            return List.of();
        }

        @Override
        public String describe() {
            return "list of " + element.describe();
        }
    }

    /** Names with a text each. */
    record MapOf() implements FactType {
        @Override
        public Object empty() {
            return new TreeMap<String, Object>();
        }

        @Override
        public String describe() {
            return "map of text";
        }
    }

    /** Named facts. */
    record Struct(String name, SortedMap<String, FactType> fields) implements FactType {
        @Override
        public Object empty() {
            TreeMap<String, Object> value = new TreeMap<>();
            fields.forEach((field, type) -> value.put(field, type.empty()));
            return value;
        }

        @Override
        public String describe() {
            return name;
        }

        Optional<FactType> find(String field) {
            return Optional.ofNullable(fields.get(field));
        }

        /** The same with these fields as well. */
        Struct with(SortedMap<String, FactType> more) {
            TreeMap<String, FactType> all = new TreeMap<>(fields);
            all.putAll(more);
            return new Struct(name, all);
        }
    }

    /** The type of a record's class; a component that is unwrapped in JSON gives its own components. */
    static Struct ofRecord(Class<?> record) {
        TreeMap<String, FactType> fields = new TreeMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (FactTree.unwrapped(component)) {
                fields.putAll(ofRecord(component.getType()).fields());
            } else {
                fields.put(component.getName(), of(component.getGenericType()));
            }
        }
        return new Struct(record.getSimpleName(), fields);
    }

    private static FactType of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Fact.class || raw == Optional.class) {
                return of(generic.getActualTypeArguments()[0]);
            }
            return raw == List.class ? new ListOf(of(generic.getActualTypeArguments()[0])) : new MapOf();
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return ofRecord(raw);
        } else if (raw == boolean.class || raw == Boolean.class) {
            return new Flag();
        } else if (raw == double.class || raw == Double.class) {
            return new Fraction();
        } else if (raw == String.class) {
            return new Text(List.of());
        } else if (raw.isEnum()) {
            return new Text(List.of(raw.getEnumConstants()).stream()
                    .map(constant -> ((Term) constant).term())
                    .toList());
        }
        return new Whole();
    }
}
