package dev.slipway.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration in the notation of the Go language: {@code 1h30m}, {@code 1.5h}, {@code 90s}. */
final class GoDuration {
    private static final Pattern PART =
            Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})(ns|us|µs|μs|ms|s|m|h)");
    private static final int LONGEST = 64;

    private GoDuration() {}

    /** Whole seconds, at least one, as the cron libraries of Go round them; empty if it is no duration. */
    static OptionalLong seconds(String text) {
        String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (unsigned.equals("0")) {
            return OptionalLong.of(1);
        }
        Matcher part = PART.matcher(unsigned);
        BigDecimal total = BigDecimal.ZERO;
        int at = 0;
        while (unsigned.length() <= LONGEST && part.find() && part.start() == at) {
            total = total.add(new BigDecimal(part.group(1)).multiply(unit(part.group(2))));
            at = part.end();
        }
        if (at == 0 || at != unsigned.length()) {
            return OptionalLong.empty();
        }
        BigDecimal signed = text.startsWith("-") ? total.negate() : total;
        return OptionalLong.of(Math.max(1, signed.setScale(0, RoundingMode.DOWN).longValue()));
    }

    private static BigDecimal unit(String name) {
        return switch (name) {
            case "h" -> BigDecimal.valueOf(3600);
            case "m" -> BigDecimal.valueOf(60);
            case "s" -> BigDecimal.ONE;
            case "ms" -> BigDecimal.valueOf(1, 3);
            case "ns" -> BigDecimal.valueOf(1, 9);
            default -> BigDecimal.valueOf(1, 6);
        };
    }
}
