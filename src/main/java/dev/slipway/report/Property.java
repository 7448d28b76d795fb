package dev.slipway.report;

import java.util.Comparator;
import java.util.List;

/** A named value in a list of them. */
record Property(String propertyName, List<Part> values) {
    private static final int LONG_CODE = 60;
    private static final int LONG_TEXT = 120;

    Property {
        values = values.stream().filter(part -> !part.isEmpty()).toList();
    }

    static Property of(String name, Part... values) {
        return new Property(name, List.of(values));
    }

    /** Those that have a value, the ones that need a line of their own last. */
    static List<Property> present(List<Property> all) {
        return all.stream()
                .filter(property -> !property.values.isEmpty())
                .sorted(Comparator.comparing(Property::wide))
                .toList();
    }

    /** Whether it needs the whole width. */
    boolean wide() {
        return values.stream()
                .anyMatch(part -> part.text().length() > (part.style().equals("code") ? LONG_CODE : LONG_TEXT));
    }
}
