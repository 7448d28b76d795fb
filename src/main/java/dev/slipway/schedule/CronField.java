package dev.slipway.schedule;

import java.util.Locale;

/** A field of a cron expression with the values that it takes. */
enum CronField {
    SECOND("second", 0, 59, ""),
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY("day-of-month", 1, 31, ""),
    MONTH("month", 1, 12, "jan feb mar apr may jun jul aug sep oct nov dec"),
    WEEKDAY("day-of-week", 0, 6, "sun mon tue wed thu fri sat");

    private static final int NAME_LENGTH = 3;

    /** The name that cron's own messages use: {@code "bad day-of-month"}. */
    final String label;

    final int low;
    final int high;
    private final String names;

    CronField(String label, int low, int high, String names) {
        this.label = label;
        this.low = low;
        this.high = high;
        this.names = names;
    }

    /** All values of the field, as bits. */
    long all() {
        return range(low, high, 1);
    }

    boolean hasNames() {
        return !names.isEmpty();
    }

    /** The value of a three-letter name in any case; -1 if it is none. */
    int valueOf3(String name) {
        int index = name.length() == NAME_LENGTH ? names.indexOf(name.toLowerCase(Locale.ROOT)) : -1;
        return index < 0 || index % (NAME_LENGTH + 1) != 0 ? -1 : index / (NAME_LENGTH + 1) + low;
    }

    /** The bits from..to by step; none if from is above to. */
    static long range(int from, int to, int step) {
        long bits = 0;
        for (int value = from; value <= to && value >= 0; value += step) {
            bits |= 1L << value;
        }
        return bits;
    }
}
