package dev.slipway.schedule;

import java.util.ArrayList;
import java.util.List;

/** Writes the set of a field in the shortest form that every scheduler reads alike. */
final class FieldText {
    private static final int SHORTEST_RANGE = 3;

    private FieldText() {}

    /** A star where all values are in it, a step where one says it all, else a list; for minutes, hours and seconds. */
    static String ofTime(CronField field, long bits) {
        if (bits == field.all()) {
            return "*";
        }
        for (int step = 2; step <= field.high / 2 + 1; step++) {
            if (bits == CronField.range(field.low, field.high, step)) {
                return "*/" + step;
            }
        }
        return ofDays(field, bits);
    }

    /** A star where all values are in it, else a list; without a step behind a star, on which schedulers do not agree. */
    static String ofDays(CronField field, long bits) {
        if (bits == field.all()) {
            return "*";
        }
        List<String> parts = new ArrayList<>();
        int value = field.low;
        while (value <= field.high) {
            int last = value;
            while (CronFields.bit(bits, value) && last < field.high && CronFields.bit(bits, last + 1)) {
                last++;
            }
            if (CronFields.bit(bits, value)) {
                parts.addAll(range(value, last));
            }
            value = last + 1;
        }
        return String.join(",", parts);
    }

    private static List<String> range(int first, int last) {
        if (last - first + 1 >= SHORTEST_RANGE) {
            return List.of(first + "-" + last);
        }
        return first == last ? List.of("" + first) : List.of("" + first, "" + last);
    }
}
