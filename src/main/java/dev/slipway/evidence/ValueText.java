package dev.slipway.evidence;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a value begins and ends: in quotes, to the next blank, or to the end of the line. */
final class ValueText {
    static final int MOST = 4096;
    private static final Pattern NEXT_SETTING =
            Pattern.compile("[&;,]\\s?[A-Za-z_][A-Za-z0-9_.-]{0,40}\\s?[=:].{0,1}", Pattern.DOTALL);
    private static final Pattern OPTION_WORD = Pattern.compile("[A-Za-z_-]{1,20}(?![A-Za-z0-9_-])");

    private final String text;

    ValueText(String text) {
        this.text = text;
    }

    /**
     * A stretch of the text.
     *
     * @param from index of its first character
     * @param to index behind its last one
     */
    record Range(int from, int to) {
        boolean isEmpty() {
            return to <= from;
        }
    }

    /** The value at an index: what is in quotes there, or what reaches to the next blank. */
    Range word(int at) {
        return marked(at).or(() -> quoted(at)).orElseGet(() -> new Range(at, wordEnd(at)));
    }

    /** The value at an index that has the rest of its line for itself. */
    Range line(int at) {
        return marked(at).or(() -> quoted(at)).orElseGet(() -> new Range(at, lineEnd(at)));
    }

    /** Whether a secret stood there that was redacted before. */
    boolean isMark(int at) {
        return text.startsWith(Redactor.MARK, at);
    }

    private Optional<Range> marked(int at) {
        return isMark(at) ? Optional.of(new Range(at, at + Redactor.MARK.length())) : Optional.empty();
    }

    /** What stands between quotes, if a quote stands there; quotes may be escaped as in {@code \"x\"}. */
    private Optional<Range> quoted(int at) {
        int start = at;
        boolean escaped = charAt(start) == '\\' && isQuote(charAt(start + 1));
        if (escaped) {
            start++;
        }
        char quote = charAt(start);
        if (!isQuote(quote)) {
            return Optional.empty();
        }
        int limit = Math.min(text.length(), start + MOST);
        for (int i = start + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\0') {
                return Optional.of(new Range(start + 1, i));
            }
            if (c == '\\' && !escaped && i + 1 < limit && text.charAt(i + 1) != '\n') {
                i++;
            } else if (c == quote) {
                return Optional.of(new Range(start + 1, escaped && text.charAt(i - 1) == '\\' ? i - 1 : i));
            }
        }
        return Optional.of(new Range(start + 1, limit));
    }

    private int wordEnd(int at) {
        int limit = Math.min(text.length(), at + MOST);
        for (int i = at; i < limit; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '<' || endsHere(i, c)) {
                return i;
            }
            if (c == '\\' && i + 1 < limit && text.charAt(i + 1) > ' ') {
                i++;
            }
        }
        return limit;
    }

    private boolean endsHere(int i, char c) {
        char next = charAt(i + 1);
        return switch (c) {
            case '"', '\'', '`' -> !Character.isLetterOrDigit(next);
            case ';' -> next <= ' ' || next == '"' || next == '\'' || next == '}' || isNextSetting(i);
            case '&' -> next <= ' ' || next == '&' || isNextSetting(i);
            case ',' -> next <= ' ' || isNextSetting(i) || isOption(i + 1);
            case ')', '}', ']' -> !Character.isLetterOrDigit(next);
            case '|', '>' -> next <= ' ' || next == '/';
            default -> false;
        };
    }

    private boolean isNextSetting(int i) {
        return NEXT_SETTING
                .matcher(text)
                .region(i, Math.min(text.length(), i + 60))
                .lookingAt();
    }

    /** Whether a word of a list such as that of mount options stands there: {@code rw,noauto}. */
    private boolean isOption(int i) {
        return OPTION_WORD
                .matcher(text)
                .region(i, Math.min(text.length(), i + 30))
                .lookingAt();
    }

    private int lineEnd(int at) {
        int limit = Math.min(text.length(), at + MOST);
        int end = at;
        while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\0') {
            char c = text.charAt(end);
            if ((c == '#' || c == ';') && end > at && text.charAt(end - 1) <= ' ') {
                break;
            }
            end++;
        }
        while (end > at && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    /** The text to the next tag, without the blanks around it. */
    Range element(int at) {
        int limit = Math.min(text.length(), at + MOST);
        int from = at;
        while (from < limit && text.charAt(from) <= ' ') {
            from++;
        }
        int to = from;
        while (to < limit && text.charAt(to) != '<') {
            to++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return new Range(from, to);
    }

    char charAt(int i) {
        return i >= 0 && i < text.length() ? text.charAt(i) : '\n';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
