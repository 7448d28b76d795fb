package dev.slipway.ssh;

/** What a host said, made fit for a message. */
final class Words {
    private Words() {}

    /** One line of printable characters, at most so many. */
    static String oneLine(String text, int most) {
        String line = text.replaceAll("[\\p{Cntrl}\\s\\p{Cf}]+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most) + "...";
    }
}
