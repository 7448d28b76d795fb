package dev.slipway.report;

import java.util.List;

/** A named value in a list of them. */
record Property(String propertyName, List<Part> values) {
    Property {
        values = values.stream().filter(part -> !part.isEmpty()).toList();
    }

    static Property of(String name, Part... values) {
        return new Property(name, List.of(values));
    }

    /** Those that have a value. */
    static List<Property> present(List<Property> all) {
        return all.stream().filter(property -> !property.values.isEmpty()).toList();
    }
}
