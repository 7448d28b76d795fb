package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads syslog-ng's configuration language into terms; what they mean is left to {@link SyslogNgRules}. Semicolons and commas only
 * separate, so they are passed over. What is not closed ends the file.
 */
final class SyslogNgReader {
    private static final int MAX_DEPTH = 60;
    private static final String DELIMITERS = "(){};,#\"'";

    private final SourceFile file;
    private final TextCursor in;
    private final SyslogFindings findings;
    private int depth;

    private SyslogNgReader(SourceFile file, SyslogFindings findings) {
        this.file = file;
        this.in = TextCursor.of(file.text());
        this.findings = findings;
    }

    /** The terms of a file; what cannot be read goes to the findings. */
    static List<SyslogNgTerm> read(SourceFile file, SyslogFindings findings) {
        SyslogNgReader reader = new SyslogNgReader(file, findings);
        List<SyslogNgTerm> terms = new ArrayList<>();
        while (!reader.in.atEnd()) {
            terms.addAll(reader.terms());
            if (!reader.in.atEnd()) {
                findings.unparsed(reader.here(), "a bracket that nothing opened");
                reader.in.take();
            }
        }
        return terms;
    }

    /** Terms up to a closing bracket of either kind or the end. */
    private List<SyslogNgTerm> terms() {
        List<SyslogNgTerm> terms = new ArrayList<>();
        while (skip() && in.peek() != ')' && in.peek() != '}') {
            term().ifPresent(terms::add);
        }
        return terms;
    }

    private Optional<SyslogNgTerm> term() {
        EvidenceLine at = here();
        if (in.peek() == '@') {
            return Optional.of(pragma(at));
        }
        Optional<String> text = text();
        if (text.isEmpty()) {
            findings.unparsed(at, "a quote that is never closed; the rest of the file is not read");
            return Optional.empty();
        }
        skipSpaceAndComments();
        List<SyslogNgTerm> arguments = in.peek() == '(' ? bracketed('(', ')') : List.of();
        skipSpaceAndComments();
        boolean hasBody = in.peek() == '{';
        List<SyslogNgTerm> body = hasBody ? bracketed('{', '}') : List.of();
        return Optional.of(new SyslogNgTerm(at, text.get(), arguments, body, hasBody));
    }

    /** A whole line: {@code @version: 3.38}, {@code @include "conf.d/*.conf"}. */
    private SyslogNgTerm pragma(EvidenceLine at) {
        String line = in.takeLine();
        int comment = line.indexOf('#');
        String[] words =
                (comment < 0 ? line : line.substring(0, comment)).strip().split("[:\\s]+", 2);
        List<SyslogNgTerm> values = Arrays.stream(words.length < 2 ? new String[0] : words[1].split("\\s+"))
                .map(word -> word.replaceAll("^[\"']|[\"';]+$", ""))
                .filter(word -> !word.isEmpty())
                .map(word -> new SyslogNgTerm(at, word, List.of(), List.of(), false))
                .toList();
        return new SyslogNgTerm(at, words[0], values, List.of(), false);
    }

    private List<SyslogNgTerm> bracketed(char open, char close) {
        EvidenceLine at = here();
        in.take(open);
        if (depth >= MAX_DEPTH) {
            in.takeRest();
            findings.unparsed(at, "brackets too deep; the rest of the file is not read");
            return List.of();
        }
        depth++;
        List<SyslogNgTerm> terms = terms();
        depth--;
        if (!in.take(close)) {
            findings.unparsed(at, "'" + open + "' is not closed by '" + close + "'");
        }
        return terms;
    }

    /** A word, a quoted string, or nothing where only a bracket stands; empty if a quote is never closed. */
    private Optional<String> text() {
        if (in.peek() == '"') {
            return in.takeQuoted();
        }
        if (in.peek() == '\'') {
            in.take('\'');
            String text = in.takeWhile(c -> c != '\'');
            return in.take('\'') ? Optional.of(text) : Optional.empty();
        }
        return Optional.of(in.takeWhile(c -> !Character.isWhitespace(c) && DELIMITERS.indexOf(c) < 0));
    }

    /** Moves to the next term; false at the end. */
    private boolean skip() {
        skipSpaceAndComments();
        while (in.take(';') || in.take(',')) {
            skipSpaceAndComments();
        }
        return !in.atEnd();
    }

    private void skipSpaceAndComments() {
        in.skipSpace();
        while (in.peek() == '#') {
            in.takeLine();
            in.skipSpace();
        }
    }

    private EvidenceLine here() {
        return file.at(in.line());
    }
}
