package dev.slipway.parse;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as systemd writes it: {@code 1min 30s}, {@code 90}, {@code infinity}. */
final class TimeSpan {
    private static final Pattern PART = Pattern.compile("(\\d{1,12})(?:\\.\\d+)?\\s*([a-zA-Zµ]*)\\s*");

    private TimeSpan() {}

    /** Whole seconds; empty if there is no end, or it is no length of time. */
    static OptionalLong seconds(String text) {
        long microseconds = 0;
        Matcher part = PART.matcher(text);
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            long unit = microseconds(part.group(2));
            if (unit == 0) {
                return OptionalLong.empty();
            }
            microseconds += Math.min(Long.parseLong(part.group(1)), Long.MAX_VALUE / 4 / unit) * unit;
            if (microseconds < 0) {
                return OptionalLong.empty();
            }
            end = part.end();
        }
        return end == 0 || end < text.length() ? OptionalLong.empty() : OptionalLong.of(microseconds / 1_000_000);
    }

    private static long microseconds(String unit) {
        return switch (unit) {
            case "us", "usec", "µs" -> 1L;
            case "ms", "msec" -> 1_000L;
            case "", "s", "sec", "second", "seconds" -> 1_000_000L;
            case "m", "min", "minute", "minutes" -> 60_000_000L;
            case "h", "hr", "hour", "hours" -> 3_600_000_000L;
            case "d", "day", "days" -> 86_400_000_000L;
            case "w", "week", "weeks" -> 604_800_000_000L;
            case "M", "month", "months" -> 2_629_800_000_000L;
            case "y", "year", "years" -> 31_557_600_000_000L;
            default -> 0;
        };
    }
}
