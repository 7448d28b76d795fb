package dev.slipway.parse;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A place in a text that only moves forward, and knows its line. Every method reads each character at most once, so that a parser
 * on top of it takes linear time as long as it does not go back.
 */
final class TextCursor {
    /** What {@link #peek} says at the end of the text. */
    static final char END = '\0';

    private final String text;
    private final int[] lineStarts;
    private int at;

    private TextCursor(String text, int[] lineStarts) {
        this.text = text;
        this.lineStarts = lineStarts;
    }

    /** At the start of the text. */
    static TextCursor of(String text) {
        return read(text, false);
    }

    /** At the start of the text, in which a backslash at the end of a line joins it with the next; indentation goes too. */
    static TextCursor joiningLines(String text) {
        return read(text, true);
    }

    private static TextCursor read(String text, boolean joining) {
        StringBuilder out = new StringBuilder(text.length());
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            boolean newLine = c == '\n';
            if (newLine && joining && out.length() > 0 && out.charAt(out.length() - 1) == '\\') {
                out.setLength(out.length() - 1);
                while (i + 1 < text.length() && isBlank(text.charAt(i + 1))) {
                    i++;
                }
            } else {
                out.append(c == END ? '\uFFFD' : c);
            }
            if (newLine) {
                starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
                starts[lines++] = out.length();
            }
        }
        return new TextCursor(out.toString(), Arrays.copyOf(starts, lines));
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The line of the next character, from 1. */
    int line() {
        int found = Arrays.binarySearch(lineStarts, at);
        if (found < 0) {
            return -found - 1;
        }
        int last = found;
        while (last + 1 < lineStarts.length && lineStarts[last + 1] == at) {
            last++;
        }
        return last + 1;
    }

    /** The next character, or {@link #END}. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        int index = at + ahead;
        return index < text.length() ? text.charAt(index) : END;
    }

    /** Whether the text goes on with this word, in any case of letters. */
    boolean looksAt(String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    char take() {
        return at < text.length() ? text.charAt(at++) : END;
    }

    /** Moves over this character if it is the next. */
    boolean take(char c) {
        boolean there = !atEnd() && peek() == c;
        at += there ? 1 : 0;
        return there;
    }

    /** Moves over this word if it is next, in any case of letters. */
    boolean take(String word) {
        boolean there = looksAt(word);
        at += there ? word.length() : 0;
        return there;
    }

    String takeWhile(IntPredicate wanted) {
        int from = at;
        while (at < text.length() && wanted.test(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    /** The rest of the line, without its end, over which it moves. */
    String takeLine() {
        String line = takeWhile(c -> c != '\n');
        take('\n');
        return line;
    }

    /** What is left of the text. */
    String takeRest() {
        String rest = text.substring(at);
        at = text.length();
        return rest;
    }

    /**
     * What stands between the quote that is next and its partner, over which it moves. A backslash takes the meaning of the
     * character behind it. Empty, and at the end of the text, if the partner is missing.
     */
    Optional<String> takeQuoted() {
        char quote = take();
        StringBuilder out = new StringBuilder();
        while (!atEnd()) {
            char c = take();
            if (c == quote) {
                return Optional.of(out.toString());
            }
            if (c == '\\' && !atEnd()) {
                char escaped = take();
                out.append(escaped == quote || escaped == '\\' ? "" : "\\").append(escaped);
            } else {
                out.append(c);
            }
        }
        return Optional.empty();
    }

    void skipBlanks() {
        takeWhile(TextCursor::isBlank);
    }

    void skipSpace() {
        takeWhile(Character::isWhitespace);
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }
}
