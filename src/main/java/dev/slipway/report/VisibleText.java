package dev.slipway.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Text from outside as it may stand in HTML: no character of it is markup, none is invisible, none turns the direction of others.
 * Control characters become their pictures ({@code ␛}), characters that reorder or join others become their code point.
 */
final class VisibleText {
    private static final char FIRST_PICTURE = '\u2400';
    private static final char DELETE_PICTURE = '\u2421';

    private VisibleText() {}

    static void escape(String text, Writer out) {
        try {
            for (int i = 0; i < text.length(); ) {
                int codePoint = text.codePointAt(i);
                append(codePoint, out);
                i += Character.charCount(codePoint);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(int codePoint, Writer out) throws IOException {
        switch (codePoint) {
            case '&' -> out.write("&amp;");
            case '<' -> out.write("&lt;");
            case '>' -> out.write("&gt;");
            case '"' -> out.write("&quot;");
            case '\'' -> out.write("&#39;");
            case '`' -> out.write("&#96;");
            case '\n', '\t' -> out.write(codePoint);
            default -> appendOther(codePoint, out);
        }
    }

    private static void appendOther(int codePoint, Writer out) throws IOException {
        if (codePoint < ' ') {
            out.write(FIRST_PICTURE + codePoint);
        } else if (codePoint == 0x7f) {
            out.write(DELETE_PICTURE);
        } else if (invisible(codePoint)) {
            out.write(String.format(Locale.ROOT, "⟨U+%04X⟩", codePoint));
        } else {
            out.write(Character.toChars(codePoint));
        }
    }

    private static boolean invisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
