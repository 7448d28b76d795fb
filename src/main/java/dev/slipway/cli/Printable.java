package dev.slipway.cli;

/** Text from outside as a terminal may show it: whatever could steer the terminal is replaced. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]", "\uFFFD");
    }
}
