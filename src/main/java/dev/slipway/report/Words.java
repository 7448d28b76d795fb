package dev.slipway.report;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Term;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that the report says in words of its own, in one language: a file {@code reports/words.<language>.properties}. */
final class Words {
    private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");
    private static final Words ENGLISH = new Words("en");

    private final String language;
    private final SortedMap<String, String> texts;

    private Words(String language) {
        this.language = language;
        this.texts = read(Resource.text("words." + language + ".properties"));
    }

    static Words english() {
        return ENGLISH;
    }

    private static SortedMap<String, String> read(String text) {
        SortedMap<String, String> texts = new TreeMap<>();
        text.lines().filter(line -> line.contains("=") && !line.startsWith("#")).forEach(line -> {
            int sign = line.indexOf('=');
            String key = line.substring(0, sign).strip();
            if (texts.put(key, line.substring(sign + 1).strip()) != null) {
                throw new IllegalStateException("two texts are called " + key);
            }
        });
        return texts;
    }

    String language() {
        return language;
    }

    SortedMap<String, String> texts() {
        return new TreeMap<>(texts);
    }

    /** The text with this key, <code>{0}</code> and so on replaced by the values. */
    String say(String key, Object... values) {
        String text = find(key).orElseThrow(() -> new IllegalStateException("no text is called " + key));
        Matcher slot = SLOT.matcher(text);
        StringBuilder said = new StringBuilder();
        while (slot.find()) {
            String value = String.valueOf(values[Integer.parseInt(slot.group(1))]);
            slot.appendReplacement(said, Matcher.quoteReplacement(value));
        }
        return slot.appendTail(said).toString();
    }

    /** The text for so many of a thing: {@code key-one} or {@code key-many}. */
    String count(String key, long count) {
        return say(key + (count == 1 ? "-one" : "-many"), Amount.whole(count));
    }

    /** Things in a row: {@code a, b and c}. */
    String list(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : say("list", String.join(say("list-comma") + " ", things.subList(0, last)), things.get(last));
    }

    /** The word of a vocabulary in this language: {@code verdict-not-now}. A word that is not foreseen is shown as it is. */
    String term(String vocabulary, String term) {
        return find(vocabulary + "-" + term).orElse(term);
    }

    String term(String vocabulary, Term term) {
        return term(vocabulary, term.term());
    }

    /** Yes, no, or why it is not known. */
    String yesNo(Fact<Boolean> fact) {
        return fact.toOptional()
                .map(yes -> say(yes ? "yes" : "no"))
                .orElseGet(() -> say("unknown-because", fact.reason()));
    }

    private Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }
}
