package dev.slipway.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Numbers as people read them. */
final class Amount {
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Amount() {}

    /** {@code 12,345}. */
    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** At most one digit behind the point, and none that says nothing: {@code 2.5}, {@code 1,440}. */
    static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%,.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Two digits behind the point: {@code 0.05}. */
    static String exact(double number) {
        return String.format(Locale.ROOT, "%,.2f", number);
    }

    /** {@code 82 %} of 0.82. */
    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** {@code 1.5 GiB}. */
    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        return decimal(value) + " " + UNITS.get(unit);
    }

    /** The largest unit that fits: {@code 3 d}, {@code 2.5 h}, {@code 90 s}. */
    static String seconds(double seconds) {
        if (seconds >= 2 * DAY) {
            return decimal(seconds / DAY) + " d";
        } else if (seconds >= 2 * HOUR) {
            return decimal(seconds / HOUR) + " h";
        }
        return seconds >= 2 * MINUTE ? decimal(seconds / MINUTE) + " min" : decimal(seconds) + " s";
    }

    /** The number, or a dash where there is none. */
    static String orDash(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("–");
    }
}
