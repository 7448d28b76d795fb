package dev.slipway.draft;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A string as YAML 1.1 and 1.2 both read it back. */
final class YamlScalar {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*(:[A-Za-z0-9_./-]+)*");
    private static final Pattern QUANTITY = Pattern.compile("[1-9][0-9]*(m|Mi|Gi)");
    private static final List<String> WORDS = List.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private YamlScalar() {}

    /** The string, in quotes unless it cannot be taken for anything else. */
    static String of(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain || QUANTITY.matcher(text).matches() ? text : quoted(text);
    }

    /** Whether the string can be a literal block: lines of visible text without blanks at their ends. */
    static boolean isBlock(String text) {
        return text.indexOf('\n') > 0
                && text.endsWith("\n")
                && !text.endsWith("\n\n")
                && !text.startsWith(" ")
                && text.lines()
                        .noneMatch(
                                line -> line.endsWith(" ") || !line.codePoints().allMatch(YamlScalar::visible));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (visible(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append(escape(c));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static String escape(int c) {
        return c > 0xffff
                ? String.format(Locale.ROOT, "\\U%08x", c)
                : c < 0x100 ? String.format(Locale.ROOT, "\\x%02x", c) : String.format(Locale.ROOT, "\\u%04x", c);
    }

    private static boolean visible(int c) {
        return c >= 0x20 && c < 0x7f || c >= 0xa1 && c <= 0xffff && c != 0xfeff && Character.isLetterOrDigit(c);
    }
}
