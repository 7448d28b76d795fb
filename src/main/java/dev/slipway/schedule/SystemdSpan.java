package dev.slipway.schedule;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time span of systemd: {@code 300}, {@code 10min}, {@code 1h 30min}. */
final class SystemdSpan {
    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,9}(?:\\.\\d{1,6})?)\\s*([A-Za-zµ]*)");
    private static final double DAYS_OF_A_YEAR = 365.25;
    private static final long DAY = 86_400;

    private SystemdSpan() {}

    /** Whole seconds; empty if it is no span. */
    static OptionalLong seconds(String text) {
        Matcher part = PART.matcher(text);
        double total = 0;
        int at = 0;
        while (at < text.length() && part.find(at) && part.start() == at) {
            double unit = unit(part.group(2));
            if (unit < 0) {
                return OptionalLong.empty();
            }
            total += Double.parseDouble(part.group(1)) * unit;
            at = part.end();
        }
        return at > 0 && at == text.length() ? OptionalLong.of((long) total) : OptionalLong.empty();
    }

    private static double unit(String name) {
        return switch (name) {
            case "", "s", "sec", "second", "seconds" -> 1;
            case "us", "usec", "µs" -> 1e-6;
            case "ms", "msec" -> 1e-3;
            case "m", "min", "minute", "minutes" -> 60;
            case "h", "hr", "hour", "hours" -> 3600;
            case "d", "day", "days" -> DAY;
            case "w", "week", "weeks" -> 7 * DAY;
            case "M", "month", "months" -> DAYS_OF_A_YEAR / 12 * DAY;
            case "y", "year", "years" -> DAYS_OF_A_YEAR * DAY;
            default -> -1;
        };
    }
}
