package dev.slipway.assess;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Term;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a JSON Schema (draft 2020-12) of records, as they are written: each record type is a definition. */
final class JsonSchema {
    private static final List<Class<?>> WHOLE_NUMBERS = List.of(int.class, long.class, Integer.class, Long.class);
    private static final List<Class<?>> NUMBERS = List.of(double.class, Double.class);
    private static final List<Class<?>> TRUTHS = List.of(boolean.class, Boolean.class);

    private final SortedMap<String, ObjectNode> definitions = new TreeMap<>();
    private final SortedMap<String, Class<?>> named = new TreeMap<>();

    /** The properties of this record, to which others may be added. */
    ObjectNode properties(Class<?> record) {
        ObjectNode properties = node();
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                    || unwrapped(record, component.getName())) {
                properties.setAll(properties(component.getType()));
            } else {
                properties.set(component.getName(), of(component.getGenericType()));
            }
        }
        return properties;
    }

    private static boolean unwrapped(Class<?> record, String name) {
        try {
            return record.getDeclaredField(name).isAnnotationPresent(JsonUnwrapped.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An object with all of these properties. */
    static ObjectNode object(ObjectNode properties) {
        ObjectNode object = node().put("type", "object");
        object.set("properties", properties);
        properties.fieldNames().forEachRemaining(object.withArray("required")::add);
        return object.put("additionalProperties", false);
    }

    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return of(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return node().put("type", "string");
        } else if (WHOLE_NUMBERS.contains(raw)) {
            return node().put("type", "integer");
        } else if (NUMBERS.contains(raw)) {
            return node().put("type", "number");
        } else if (TRUTHS.contains(raw)) {
            return node().put("type", "boolean");
        } else if (raw.isEnum()) {
            ObjectNode words = node();
            Arrays.stream(raw.getEnumConstants())
                    .map(each -> ((Term) each).term())
                    .forEach(words.withArray("enum")::add);
            return words;
        }
        return reference(raw);
    }

    private ObjectNode of(ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            ObjectNode array = node().put("type", "array");
            array.set("items", of(arguments[0]));
            return array;
        } else if (generic.getRawType() == SortedMap.class) {
            ObjectNode map = node().put("type", "object");
            map.set("additionalProperties", of(arguments[1]));
            return map;
        } else if (generic.getRawType() == Fact.class || generic.getRawType() == Optional.class) {
            ObjectNode either = node();
            either.withArray("anyOf").add(of(arguments[0])).add(node().put("type", "null"));
            return either;
        }
        throw new IllegalArgumentException("no schema for " + generic);
    }

    private ObjectNode reference(Class<?> record) {
        String name = record.getSimpleName();
        if (named.computeIfAbsent(name, first -> record) != record) {
            throw new IllegalStateException("two records are called " + name);
        }
        if (!definitions.containsKey(name)) {
            definitions.put(name, node());
            definitions.put(name, object(properties(record)));
        }
        return node().put("$ref", "#/$defs/" + name);
    }

    /** All record types that were referred to. */
    ObjectNode definitions() {
        ObjectNode all = node();
        definitions.forEach(all::set);
        return all;
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
