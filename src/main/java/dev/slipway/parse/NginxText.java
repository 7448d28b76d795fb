package dev.slipway.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Reads the grammar of nginx: words up to a semicolon or a block in braces; blocks of Lua code are passed over. */
final class NginxText {
    private static final int MAX_DEPTH = 50;

    private final SourceFile source;
    private final String text;
    private final ConfigurationFacts facts;
    private final Deque<Block> open = new ArrayDeque<>();
    private int at;
    private int line = 1;

    private NginxText(SourceFile source, ConfigurationFacts facts) {
        this.source = source;
        this.text = source.text();
        this.facts = facts;
    }

    /** A block that has not ended, with the words before its brace. */
    private record Block(List<String> words, int line, List<ConfigDirective> directives) {}

    /** The directives of a file; what is not understood goes to the facts. */
    static List<ConfigDirective> parse(SourceFile source, ConfigurationFacts facts) {
        return new NginxText(source, facts).parse();
    }

    private List<ConfigDirective> parse() {
        open.push(new Block(List.of(), 0, new ArrayList<>()));
        List<String> words = new ArrayList<>();
        int start = 1;
        skipSpace();
        while (at < text.length()) {
            start = words.isEmpty() ? line : start;
            switch (text.charAt(at)) {
                case ';' -> end(words, start);
                case '{' -> begin(words, start);
                case '}' -> close(words, start);
                default -> words.add(word());
            }
            skipSpace();
        }
        if (!words.isEmpty()) {
            facts.add(source.unparsed(start, "the directive does not end"));
        }
        while (open.size() > 1) {
            facts.add(source.unparsed(open.getFirst().line, "the block is not closed"));
            closeBlock();
        }
        return open.getFirst().directives;
    }

    private void end(List<String> words, int start) {
        at++;
        if (!words.isEmpty()) {
            add(words, List.of(), start);
        }
        words.clear();
    }

    private void begin(List<String> words, int start) {
        at++;
        if (!words.isEmpty() && words.get(0).endsWith("_by_lua_block")) {
            skipCode();
            add(words, List.of(), start);
        } else {
            if (open.size() > MAX_DEPTH) {
                facts.add(source.unparsed(start, "nested too deeply"));
            }
            open.push(new Block(List.copyOf(words), start, new ArrayList<>()));
        }
        words.clear();
    }

    private void close(List<String> words, int start) {
        at++;
        if (!words.isEmpty()) {
            facts.add(source.unparsed(start, "the directive does not end"));
            words.clear();
        }
        if (open.size() > 1) {
            closeBlock();
        } else {
            facts.add(source.unparsed(line, "a brace closes nothing"));
        }
    }

    private void closeBlock() {
        Block block = open.pop();
        if (!block.words.isEmpty() && open.size() <= MAX_DEPTH) {
            add(block.words, block.directives, block.line);
        }
    }

    private void add(List<String> words, List<ConfigDirective> children, int start) {
        open.getFirst()
                .directives
                .add(new ConfigDirective(
                        words.get(0).toLowerCase(Locale.ROOT),
                        words.subList(1, words.size()),
                        children,
                        source,
                        start));
    }

    private String word() {
        char quote = text.charAt(at);
        if (quote == '"' || quote == '\'') {
            return quoted(quote);
        }
        int from = at;
        while (at < text.length() && " \t\r\n;{}".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '\\') {
                advance();
            } else if (text.startsWith("${", at)) {
                while (at < text.length() && "}\n".indexOf(text.charAt(at)) < 0) {
                    advance();
                }
            }
            advance();
        }
        return text.substring(from, Math.min(at, text.length()));
    }

    private String quoted(char quote) {
        StringBuilder out = new StringBuilder();
        int start = line;
        advance();
        while (at < text.length() && text.charAt(at) != quote) {
            // only a quote or a backslash loses the backslash before it
            if (text.charAt(at) == '\\' && at + 1 < text.length() && "\\\"'".indexOf(text.charAt(at + 1)) >= 0) {
                advance();
            }
            out.append(text.charAt(at));
            advance();
        }
        if (at >= text.length()) {
            facts.add(source.unparsed(start, "the quote is not closed"));
        }
        advance();
        return out.toString();
    }

    /** Moves behind the brace that closes a block of Lua. */
    private void skipCode() {
        int depth = 1;
        while (at < text.length() && depth > 0) {
            char c = text.charAt(at);
            if (text.startsWith("--", at)) {
                skipLine();
            } else if (c == '"' || c == '\'') {
                quoted(c);
                continue;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            advance();
        }
    }

    private void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                skipLine();
            } else if (!Character.isWhitespace(c)) {
                return;
            } else {
                advance();
            }
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void advance() {
        if (at < text.length() && text.charAt(at) == '\n') {
            line++;
        }
        at++;
    }
}
