package dev.slipway.report;

import dev.slipway.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What rules say, by their ids and the ids that they had before. */
public final class RuleTexts {
    private final SortedMap<String, Rule> byId = new TreeMap<>();

    private RuleTexts() {}

    /** The texts of these rules. */
    public static RuleTexts of(List<Rule> rules) {
        RuleTexts texts = new RuleTexts();
        for (Rule rule : rules) {
            rule.aliases().forEach(alias -> texts.byId.put(alias, rule));
        }
        rules.forEach(rule -> texts.byId.put(rule.id(), rule));
        return texts;
    }

    /** The rule with this id; findings of older runs may name one that is gone. */
    Optional<Rule> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Its title, or its id where it has none. */
    String title(String id) {
        return find(id).map(rule -> rule.text().title()).orElse(id);
    }

    /** All rules, each once, by id. */
    List<Rule> all() {
        return byId.values().stream().distinct().toList();
    }
}
