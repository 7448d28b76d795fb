package dev.slipway.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text without its secrets, with as many lines as before.
 *
 * @param places the secrets in order, none over another
 * @param lines the line of each, from 1
 */
record RedactedText(String text, List<Span> places, List<Integer> lines) {

    static RedactedText of(String text, List<Span> spans) {
        List<Span> places = merge(spans);
        List<Integer> lines = new ArrayList<>();
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        int line = 1;
        for (Span span : places) {
            line += lineEnds(text, at, span.from());
            lines.add(line);
            out.append(text, at, span.from()).append(Redactor.MARK);
            int more = lineEnds(text, span.from(), span.to());
            out.append(("\n" + Redactor.MARK).repeat(more));
            line += more;
            at = span.to();
        }
        out.append(text, at, text.length());
        return new RedactedText(out.toString(), places, lines);
    }

    private static List<Span> merge(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream().sorted().toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && span.from() < merged.get(last).to()) {
                merged.set(last, union(merged.get(last), span));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static Span union(Span one, Span two) {
        Span named = one.name().isEmpty() ? two : one;
        return new Span(one.from(), Math.max(one.to(), two.to()), named.name(), named.kind());
    }

    private static int lineEnds(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += text.charAt(i) == '\n' ? 1 : 0;
        }
        return count;
    }

    /**
     * What is told of the secrets.
     *
     * @param names what is made of each name
     */
    List<RedactedSecret> secrets(EvidenceItem item, UnaryOperator<String> names) {
        List<RedactedSecret> secrets = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Span span = places.get(i);
            secrets.add(
                    new RedactedSecret(item.probe(), item.name(), lines.get(i), names.apply(span.name()), span.kind()));
        }
        return secrets;
    }
}
