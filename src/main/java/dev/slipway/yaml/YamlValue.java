package dev.slipway.yaml;

import java.util.List;
import java.util.Optional;

/** A value in a YAML file, and where it stands. */
public sealed interface YamlValue {

    Place place();

    /** What it is, for a message: {@code a list}. */
    String describe();

    /**
     * A single value.
     *
     * @param text as written, without quotes
     * @param plain whether it stands without quotes
     * @param empty whether it is null
     */
    record Scalar(Place place, String text, boolean plain, boolean empty) implements YamlValue {
        @Override
        public String describe() {
            return empty ? "nothing" : plain ? text : "'" + text + "'";
        }
    }

    /** A list. */
    record Sequence(Place place, List<YamlValue> items) implements YamlValue {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Keys and values, in the order of the file. */
    record Mapping(Place place, List<Entry> entries) implements YamlValue {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<YamlValue> find(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        @Override
        public String describe() {
            return "a mapping";
        }
    }

    /** One key with its value. */
    record Entry(Place place, String key, YamlValue value) {}
}
