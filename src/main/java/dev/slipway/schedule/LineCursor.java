package dev.slipway.schedule;

/** A place in a line that is read character by character; behind its end stands a line feed, as in the file. */
final class LineCursor {
    private final String line;
    private int at;

    LineCursor(String line) {
        this.line = line;
    }

    char current() {
        return at < line.length() ? line.charAt(at) : '\n';
    }

    boolean atEnd() {
        return at >= line.length();
    }

    void advance() {
        at++;
    }

    int position() {
        return Math.min(at, line.length());
    }

    void skipBlanks() {
        while (isBlank(current())) {
            at++;
        }
    }

    void skipNonBlanks() {
        while (!atEnd() && !isBlank(current())) {
            at++;
        }
    }

    /** The letters and digits from here on, ASCII only. */
    String alphanumerics() {
        int start = at;
        while (isAlphanumeric(current())) {
            at++;
        }
        return line.substring(start, at);
    }

    /** What stands before the next blank. */
    String word() {
        int start = position();
        skipNonBlanks();
        return line.substring(start, position());
    }

    String rest() {
        return line.substring(position());
    }

    String between(int start, int end) {
        return line.substring(start, end);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlphanumeric(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
