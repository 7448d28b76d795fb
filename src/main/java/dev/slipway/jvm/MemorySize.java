package dev.slipway.jvm;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as the virtual machine writes them. */
public final class MemorySize {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})([kmgt]?)b?");

    private MemorySize() {}

    /** The number of bytes: {@code 512m}, {@code 2G}, {@code 1048576}; empty if the text is no size. */
    public static Optional<Long> parse(String text) {
        Matcher size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            return Optional.empty();
        }
        int shift = switch (size.group(2)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            case "t" -> 40;
            default -> 0;
        };
        long number = Long.parseLong(size.group(1));
        return number > Long.MAX_VALUE >> shift ? Optional.empty() : Optional.of(number << shift);
    }
}
