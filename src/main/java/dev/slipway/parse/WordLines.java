package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads files in which each line is a directive: a name and its words, quoted where they hold blanks. */
final class WordLines {
    private WordLines() {}

    /** The directives of a file; a line that begins with a hash or a semicolon is a comment. */
    static List<ConfigDirective> parse(SourceFile source) {
        List<ConfigDirective> directives = new ArrayList<>();
        for (int i = 0; i < source.lines().size(); i++) {
            String line = source.lines().get(i).strip();
            if (!line.isEmpty() && "#;".indexOf(line.charAt(0)) < 0) {
                List<String> words = words(line);
                directives.add(new ConfigDirective(
                        words.get(0).toLowerCase(Locale.ROOT),
                        words.subList(1, words.size()),
                        List.of(),
                        source,
                        i + 1));
            }
        }
        return directives;
    }

    /** The words of a line that is not blank. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else if (quote == 0 && !inWord && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else {
                word.append(quote == '"' && c == '\\' && i + 1 < line.length() ? line.charAt(++i) : c);
                inWord = true;
            }
        }
        words.add(word.toString());
        return inWord || words.size() == 1 ? words : words.subList(0, words.size() - 1);
    }
}
