package dev.slipway.schedule;

import java.util.Optional;

/**
 * A line of a crontab that sets a variable for the lines below it.
 *
 * @param line line number from 1
 * @param name {@code MAILTO}
 * @param value without its quotes; nothing in it is expanded
 */
record Setting(int line, String name, String value) {
    private static final int DEBIAN_LONGEST = 998;

    /** The setting that a line is; empty if it is not one. The line has no blanks at its front. */
    static Optional<Setting> parse(int line, String text, Flavour flavour) {
        boolean debian = flavour == Flavour.DEBIAN;
        String seen = debian && text.length() > DEBIAN_LONGEST ? text.substring(0, DEBIAN_LONGEST) : text;
        return new Reader(seen, debian).read().map(read -> new Setting(line, read.name, read.value));
    }

    /** Walks over {@code name = value}, where name and value may stand in quotes. */
    private static final class Reader {
        private final String text;
        private final boolean debian;
        private int at;
        private String name = "";
        private String value = "";

        Reader(String text, boolean debian) {
            this.text = text;
            this.debian = debian;
        }

        Optional<Reader> read() {
            return readName() && readEquals() && readValue() ? Optional.of(this) : Optional.empty();
        }

        private boolean readName() {
            char quote = quote();
            int start = at;
            while (at < text.length() && !endsName(quote)) {
                at++;
            }
            if (at == text.length() || (quote != 0 && text.charAt(at) == '=')) {
                return false;
            }
            name = text.substring(start, at);
            at += text.charAt(at) == '=' ? 0 : 1;
            return true;
        }

        private boolean endsName(char quote) {
            char c = text.charAt(at);
            return quote == 0 ? isSpace(c) || c == '=' : c == quote || c == '=';
        }

        private boolean readEquals() {
            skipSpaces();
            if (at == text.length() || text.charAt(at) != '=') {
                return false;
            }
            at++;
            skipSpaces();
            return true;
        }

        private boolean readValue() {
            if (at == text.length()) {
                return !debian; // Debian's cron takes an empty value only in quotes
            }
            char quote = quote();
            if (quote == 0) {
                int end = text.length();
                while (isSpace(text.charAt(end - 1))) {
                    end--;
                }
                value = unquotedAgain(text.substring(at, end));
                return true;
            }
            int end = text.indexOf(quote, at);
            if (end < 0) {
                return false;
            }
            value = unquotedAgain(text.substring(at, end));
            at = end + 1;
            skipSpaces();
            return at == text.length();
        }

        /** Debian's cron takes a second pair of quotes off. */
        private String unquotedAgain(String quoted) {
            int last = quoted.length() - 1;
            boolean again = debian
                    && last >= 1
                    && (quoted.charAt(0) == '"' || quoted.charAt(0) == '\'')
                    && quoted.charAt(0) == quoted.charAt(last);
            return again ? quoted.substring(1, last) : quoted;
        }

        private char quote() {
            char c = at < text.length() ? text.charAt(at) : 0;
            if (c != '"' && c != '\'') {
                return 0;
            }
            at++;
            return c;
        }

        private void skipSpaces() {
            while (at < text.length() && isSpace(text.charAt(at))) {
                at++;
            }
        }

        private static boolean isSpace(char c) {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
    }
}
