package dev.slipway.evidence;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private key in its armour of dashes. Not one of the shapes in the resource: a pattern that goes over so many lines is either
 * slow or deep.
 */
final class PrivateKeyBlock {
    /** What it begins with, in lower case. */
    static final String TRIGGER = "-----begin ";

    private static final int LONGEST = 20_000;
    private static final Pattern BEGIN =
            Pattern.compile("-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern END = Pattern.compile("-----END [A-Z0-9 ]{1,60}-----");
    private static final Pattern LINE = Pattern.compile(
            "(?:\\r?\\n|\\\\n|[ \\t]{1,20})(?:[A-Za-z0-9+/=]{1,100}|[A-Z][A-Za-z-]{1,20}: [^\\n]{1,100}|)");

    private PrivateKeyBlock() {}

    /** Where to look on: behind the key, if one begins at the index. One that is cut off ends with its last line of base64. */
    static int match(String text, int from, Consumer<Span> spans) {
        Matcher begin = BEGIN.matcher(text).region(from, Math.min(text.length(), from + 120));
        if (!begin.lookingAt()) {
            return from;
        }
        int end = end(text, begin.end());
        spans.accept(new Span(from, end, "", "private-key"));
        return end;
    }

    private static int end(String text, int body) {
        int dashes =
                text.substring(body, Math.min(text.length(), body + LONGEST)).indexOf("-----");
        if (dashes >= 0) {
            int at = body + dashes;
            Matcher end = END.matcher(text).region(at, Math.min(text.length(), at + 80));
            if (end.lookingAt()) {
                return end.end();
            }
        }
        int last = body;
        Matcher line = LINE.matcher(text).region(body, text.length());
        while (line.lookingAt() && line.end() - body < LONGEST) {
            last = line.group().isBlank() ? last : line.end();
            line.region(line.end(), text.length());
        }
        return last;
    }
}
