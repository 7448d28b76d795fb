package dev.slipway.draft;

import java.util.Locale;

/** Text from a host, made harmless for the place where it is written: a comment, Markdown, a shell script. */
final class PlainText {
    private PlainText() {}

    /** The text on one line without characters that a terminal or an editor would act upon, cut to a length. */
    static String oneLine(String text, int most) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(most + 1L).forEach(c -> line.appendCodePoint(visible(c) ? c : ' '));
        String clean = line.toString().strip();
        if (clean.codePointCount(0, clean.length()) <= most) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** The text as words of a Markdown paragraph or table cell. */
    static String markdown(String text) {
        StringBuilder escaped = new StringBuilder();
        oneLine(text, 600).codePoints().forEach(c -> {
            if (c == '<') {
                escaped.append("&lt;");
            } else if (c == '&') {
                escaped.append("&amp;");
            } else {
                if ("\\`*_[]#|~!".indexOf(c) >= 0) {
                    escaped.append('\\');
                }
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString().replace("://", ":&#47;/");
    }

    /** The text as code in Markdown, also inside a table. */
    static String code(String text) {
        String line = oneLine(text, 300).replace("|", "\\|");
        if (line.isEmpty()) {
            return "(empty)";
        }
        String fence = "`";
        while (line.contains(fence)) {
            fence += "`";
        }
        return fence.length() == 1 ? fence + line + fence : fence + " " + line + " " + fence;
    }

    /** The text as one word of a shell. */
    static String shellWord(String text) {
        return "'" + oneLine(text, 4000).replace("'", "'\\''") + "'";
    }

    /** The text as a JSON string, which is also how a Dockerfile's exec form writes a word. */
    static String jsonString(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || c > 0x7e) {
                for (char unit : Character.toChars(c)) {
                    json.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            } else {
                json.appendCodePoint(c);
            }
        });
        return json.append('"').toString();
    }

    /** Whether a path can be mounted or copied to as it stands. */
    static boolean simplePath(String path) {
        return path.matches("/[A-Za-z0-9_.@+-][A-Za-z0-9_.@+/-]{0,200}")
                && !path.contains("..")
                && !path.contains("//");
    }
}
