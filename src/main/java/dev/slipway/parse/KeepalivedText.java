package dev.slipway.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the grammar of keepalived: a directive a line, blocks in braces, comments behind {@code !} and {@code #}. */
final class KeepalivedText {
    private static final int MAX_DEPTH = 20;
    private static final Pattern COMMENT = Pattern.compile("(?<![^\\s])[#!].*");

    private final SourceFile source;
    private final ConfigurationFacts facts;
    private final Deque<Block> open = new ArrayDeque<>();
    private final List<String> words = new ArrayList<>();
    private int start;

    private KeepalivedText(SourceFile source, ConfigurationFacts facts) {
        this.source = source;
        this.facts = facts;
    }

    /** A block that has not ended, with the words before its brace. */
    private record Block(List<String> words, int line, List<ConfigDirective> directives) {}

    /** The directives of a file; what is not understood goes to the facts. */
    static List<ConfigDirective> parse(SourceFile source, ConfigurationFacts facts) {
        return new KeepalivedText(source, facts).parse();
    }

    private List<ConfigDirective> parse() {
        open.push(new Block(List.of(), 0, new ArrayList<>()));
        for (int i = 0; i < source.lines().size(); i++) {
            String line = COMMENT.matcher(source.lines().get(i)).replaceFirst("");
            String spaced = line.replace("{", " { ").replace("}", " } ").strip();
            if (!spaced.isEmpty()) {
                read(WordLines.words(spaced), i + 1);
            }
        }
        flush();
        return end();
    }

    /** A line ends the directive before it, unless it goes on with that one's brace. */
    private void read(List<String> line, int number) {
        if (!line.get(0).equals("{")) {
            flush();
        }
        for (String word : line) {
            switch (word) {
                case "{" -> {
                    begin();
                    words.clear();
                }
                case "}" -> {
                    flush();
                    close(number);
                }
                default -> {
                    start = words.isEmpty() ? number : start;
                    words.add(word);
                }
            }
        }
    }

    private List<ConfigDirective> end() {
        while (open.size() > 1) {
            facts.add(source.unparsed(open.getFirst().line, "the block is not closed"));
            closeBlock();
        }
        return open.getFirst().directives;
    }

    private void flush() {
        if (!words.isEmpty()) {
            open.getFirst().directives.add(directive(words, List.of(), start));
        }
        words.clear();
    }

    private void begin() {
        if (open.size() > MAX_DEPTH) {
            facts.add(source.unparsed(start, "blocks are nested too deeply"));
        }
        open.push(new Block(List.copyOf(words), start, new ArrayList<>()));
    }

    private void close(int line) {
        if (open.size() == 1) {
            facts.add(source.unparsed(line, "closes no block"));
        } else {
            closeBlock();
        }
    }

    private void closeBlock() {
        Block block = open.pop();
        // A brace without words, and what is nested too deeply, is of no use to anybody.
        if (!block.words.isEmpty() && open.size() <= MAX_DEPTH) {
            open.getFirst().directives.add(directive(block.words, block.directives, block.line));
        }
    }

    private ConfigDirective directive(List<String> words, List<ConfigDirective> children, int line) {
        return new ConfigDirective(
                words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size()), children, source, line);
    }
}
