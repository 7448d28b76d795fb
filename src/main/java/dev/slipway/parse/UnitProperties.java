package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@code systemctl show} prints of one unit.
 *
 * @param values values by property; those of a property that stands there several times are separated by line ends
 * @param line where it begins in the item, from 1
 */
record UnitProperties(SortedMap<String, String> values, int line) {

    UnitProperties {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The units of a listing, which are separated by empty lines. */
    static List<UnitProperties> of(EvidenceItem item) {
        List<UnitProperties> units = new ArrayList<>();
        TreeMap<String, String> values = new TreeMap<>();
        int start = 1;
        int number = 0;
        for (String line : SourceFile.of(item).lines()) {
            number++;
            int equals = line.indexOf('=');
            if (equals > 0) {
                start = values.isEmpty() ? number : start;
                values.merge(line.substring(0, equals), line.substring(equals + 1), (a, b) -> a + "\n" + b);
            } else if (line.isEmpty() && !values.isEmpty()) {
                units.add(new UnitProperties(values, start));
                values = new TreeMap<>();
            }
        }
        if (!values.isEmpty()) {
            units.add(new UnitProperties(values, start));
        }
        return units;
    }

    /** The value of a property; empty if it has none. */
    String value(String property) {
        return values.getOrDefault(property, "");
    }

    /** The paths of the unit's file and of those that extend it, in the order in which they count. */
    List<String> paths() {
        return Stream.concat(
                        Stream.of(value("FragmentPath")),
                        Stream.of(value("DropInPaths").split(" ")))
                .filter(path -> !path.isEmpty())
                .toList();
    }
}
