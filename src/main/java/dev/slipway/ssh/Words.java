package dev.slipway.ssh;

import java.time.Duration;

/** What a host said and what was measured, made fit for a message. */
final class Words {
    private Words() {}

    /** One line of printable characters, at most so many. */
    static String oneLine(String text, int most) {
        String line = text.replaceAll("[\\p{Cntrl}\\s\\p{Cf}]+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most) + "...";
    }

    /** {@code 10 s}. */
    static String seconds(Duration time) {
        return Math.round(time.toMillis() / 1000.0) + " s";
    }
}
