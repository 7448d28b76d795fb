package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the grammar of HAProxy: a line is a directive, and belongs to the section whose keyword came last. */
final class HaproxyText {
    private static final List<String> SECTIONS = List.of(
            "global",
            "defaults",
            "frontend",
            "backend",
            "listen",
            "peers",
            "userlist",
            "resolvers",
            "mailers",
            "program",
            "cache",
            "ring",
            "http-errors",
            "fcgi-app",
            "log-forward",
            "crt-store",
            "traces");

    private final SourceFile source;
    private final ConfigurationFacts facts;

    private HaproxyText(SourceFile source, ConfigurationFacts facts) {
        this.source = source;
        this.facts = facts;
    }

    /** The sections of a file, with their directives as children. */
    static List<ConfigDirective> parse(SourceFile source, ConfigurationFacts facts) {
        return new HaproxyText(source, facts).parse();
    }

    private List<ConfigDirective> parse() {
        List<ConfigDirective> sections = new ArrayList<>();
        List<ConfigDirective> inside = new ArrayList<>();
        ConfigDirective section = new ConfigDirective("", List.of(), List.of(), source, 0);
        for (int i = 0; i < source.lines().size(); i++) {
            List<String> words = words(source.lines().get(i), i + 1);
            if (words.isEmpty()) {
                continue;
            }
            ConfigDirective directive = directive(words, i + 1);
            if (SECTIONS.contains(directive.name())) {
                sections.add(section.withChildren(inside));
                inside.clear();
                section = directive;
            } else {
                inside.add(directive);
            }
        }
        sections.add(section.withChildren(inside));
        return sections.stream()
                .filter(found -> !found.name().isEmpty() || !found.children().isEmpty())
                .toList();
    }

    /** A {@code no} before a directive turns it off; it becomes part of the name. */
    private ConfigDirective directive(List<String> words, int line) {
        boolean off = words.get(0).equals("no") && words.size() > 1;
        String name = off ? "no " + words.get(1) : words.get(0);
        return new ConfigDirective(
                name.toLowerCase(Locale.ROOT), words.subList(off ? 2 : 1, words.size()), List.of(), source, line);
    }

    /** The words of a line: quotes hold blanks, a backslash the next character, a hash begins a comment. */
    private List<String> words(String line, int number) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
                inWord = true;
            } else if (quote != 0) {
                word.append(c);
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (c == '#') {
                break;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            facts.add(source.unparsed(number, "the quote is not closed"));
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
