package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one-letter options of a command line, as getopt(3) takes them apart. */
final class ShortOptions {

    /** An option; its value is empty if it has none. */
    record Option(char letter, String value) {}

    private final List<Option> options = new ArrayList<>();

    private ShortOptions() {}

    /**
     * Takes a command line apart, the program's name first.
     *
     * @param withValue options whose value is the rest of the word or the next word
     * @param withOptionalValue options whose value is the rest of the word, if any
     */
    static ShortOptions of(List<String> arguments, String withValue, String withOptionalValue) {
        ShortOptions found = new ShortOptions();
        for (int i = 1; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean option = word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-';
            int end = option ? found.flags(word, withValue + withOptionalValue) : word.length();
            if (end < word.length()) {
                char letter = word.charAt(end);
                boolean nextWord =
                        end + 1 == word.length() && withValue.indexOf(letter) >= 0 && i + 1 < arguments.size();
                i += nextWord ? 1 : 0;
                found.options.add(new Option(letter, nextWord ? arguments.get(i) : word.substring(end + 1)));
            }
        }
        return found;
    }

    /** Adds the options without value at the start of a word; where the first with one stands, or the word's length. */
    private int flags(String word, String withValue) {
        int at = 1;
        while (at < word.length() && withValue.indexOf(word.charAt(at)) < 0) {
            options.add(new Option(word.charAt(at), ""));
            at++;
        }
        return at;
    }

    boolean has(char letter) {
        return options.stream().anyMatch(option -> option.letter == letter);
    }

    /** The values of an option, in order. */
    List<String> all(char letter) {
        return options.stream()
                .filter(option -> option.letter == letter)
                .map(Option::value)
                .toList();
    }

    /** The value that counts: the last. */
    Optional<String> last(char letter) {
        List<String> all = all(letter);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
