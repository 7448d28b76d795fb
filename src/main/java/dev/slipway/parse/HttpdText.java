package dev.slipway.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Reads the grammar of the Apache HTTP server: a directive a line, sections between tags, a backslash before a line that goes on. */
final class HttpdText {
    private static final int MAX_DEPTH = 30;
    private static final int MAX_LINE = 16 * 1024;

    private final SourceFile source;
    private final ConfigurationFacts facts;
    private final Deque<Section> open = new ArrayDeque<>();

    private HttpdText(SourceFile source, ConfigurationFacts facts) {
        this.source = source;
        this.facts = facts;
    }

    /** A section that has not ended. */
    private record Section(String name, List<String> arguments, int line, List<ConfigDirective> directives) {}

    /** The directives of a file; what is not understood goes to the facts. */
    static List<ConfigDirective> parse(SourceFile source, ConfigurationFacts facts) {
        return new HttpdText(source, facts).parse();
    }

    private List<ConfigDirective> parse() {
        open.push(new Section("", List.of(), 0, new ArrayList<>()));
        StringBuilder logical = new StringBuilder();
        int start = 1;
        for (int i = 0; i < source.lines().size(); i++) {
            String line = source.lines().get(i);
            start = logical.isEmpty() ? i + 1 : start;
            boolean goesOn = line.endsWith("\\") && logical.length() < MAX_LINE;
            logical.append(goesOn ? line.substring(0, line.length() - 1) + " " : line);
            if (!goesOn) {
                line(logical.toString().strip(), start);
                logical.setLength(0);
            }
        }
        line(logical.toString().strip(), start);
        while (open.size() > 1) {
            facts.add(source.unparsed(open.getFirst().line, "the section is not closed"));
            end();
        }
        return open.getFirst().directives;
    }

    private void line(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("</")) {
            close(line.substring(2).replaceFirst("[\\s>].*", "").toLowerCase(Locale.ROOT), number);
        } else if (line.startsWith("<")) {
            int end = line.endsWith(">") ? line.length() - 1 : line.length();
            List<String> words = WordLines.words(line.substring(1, end).strip() + " ");
            begin(words, number);
        } else {
            List<String> words = WordLines.words(line);
            open.getFirst().directives.add(directive(words, List.of(), number));
        }
    }

    private void begin(List<String> words, int line) {
        if (open.size() > MAX_DEPTH) {
            facts.add(source.unparsed(line, "sections are nested too deeply"));
        }
        open.push(new Section(
                words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size()), line, new ArrayList<>()));
    }

    private void close(String name, int line) {
        if (open.stream().noneMatch(section -> section.name.equals(name) && section.line > 0)) {
            facts.add(source.unparsed(line, "closes no section"));
            return;
        }
        while (!open.getFirst().name.equals(name)) {
            facts.add(source.unparsed(open.getFirst().line, "the section is not closed"));
            end();
        }
        end();
    }

    private void end() {
        Section section = open.pop();
        if (open.size() <= MAX_DEPTH) {
            open.getFirst()
                    .directives
                    .add(new ConfigDirective(
                            section.name, section.arguments, section.directives, source, section.line));
        }
    }

    private ConfigDirective directive(List<String> words, List<ConfigDirective> children, int line) {
        return new ConfigDirective(
                words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size()), children, source, line);
    }
}
