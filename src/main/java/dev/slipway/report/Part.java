package dev.slipway.report;

import dev.slipway.facts.Fact;
import dev.slipway.score.Verdict;
import java.util.Locale;
import java.util.function.Function;

/**
 * A line of text in a cell or a list.
 *
 * @param style class of the style sheet: {@code code}, {@code muted}, {@code unknown}, {@code chip band-ready}; empty for plain text
 * @param link where it leads: a path within the report; empty if nowhere
 */
record Part(String text, String style, String link) {

    static Part plain(String text) {
        return new Part(text, "", "");
    }

    static Part code(String text) {
        return new Part(text, "code", "");
    }

    static Part muted(String text) {
        return new Part(text, "muted", "");
    }

    static Part link(String text, String link) {
        return new Part(text, "", link);
    }

    /** A word in a coloured frame; the word says what the colour says. */
    static Part chip(String text, String kind) {
        return new Part(text, "chip " + kind, "");
    }

    static Part verdict(Verdict verdict, Words words) {
        return chip(words.term("verdict", verdict), Band.of(verdict).style());
    }

    static Part severity(String severity, Words words) {
        return chip(words.term("severity", severity), "severity-" + severity.toLowerCase(Locale.ROOT));
    }

    /** What was read, or why it could not be. */
    static <T> Part fact(Fact<T> fact, Function<? super T, String> text, Words words) {
        return fact.toOptional()
                .map(value -> plain(text.apply(value)))
                .orElseGet(() -> new Part(words.say("unknown-because", fact.reason()), "unknown", ""));
    }

    Part asCode() {
        return style.isEmpty() ? code(text) : this;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
