package dev.slipway.parse;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as Spring Boot reads it: {@code 30m}, {@code 1800}, {@code PT30M}. */
final class SpringDuration {
    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,12})\\s*(ns|us|ms|s|m|h|d)?");
    private static final Pattern ISO =
            Pattern.compile("P(?:(\\d{1,6})D)?(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})(?:\\.\\d+)?S)?)?");

    private SpringDuration() {}

    /** Its seconds, where a number without a unit means seconds; empty if it is no duration. */
    static Optional<Long> seconds(String text) {
        Matcher simple = SIMPLE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (simple.matches()) {
            long number = Long.parseLong(simple.group(1));
            String unit = simple.group(2) == null ? "s" : simple.group(2);
            return Optional.of(
                    switch (unit) {
                        case "ns" -> number / 1_000_000_000;
                        case "us" -> number / 1_000_000;
                        case "ms" -> number / 1000;
                        case "m" -> number * 60;
                        case "h" -> number * 3600;
                        case "d" -> number * 86_400;
                        default -> number;
                    });
        }
        Matcher iso = ISO.matcher(text.strip().toUpperCase(Locale.ROOT));
        return iso.matches()
                ? Optional.of(number(iso, 1) * 86_400 + number(iso, 2) * 3600 + number(iso, 3) * 60 + number(iso, 4))
                : Optional.empty();
    }

    private static long number(Matcher iso, int group) {
        return iso.group(group) == null ? 0 : Long.parseLong(iso.group(group));
    }
}
