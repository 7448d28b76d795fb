package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The named conditions of a frontend, and what a rule that uses them looks at. */
final class HaproxyConditions {
    private final SortedMap<String, List<String>> named = new TreeMap<>();

    private HaproxyConditions() {}

    static HaproxyConditions of(ConfigDirective section) {
        HaproxyConditions conditions = new HaproxyConditions();
        section.children("acl")
                .filter(acl -> acl.arguments().size() > 1)
                .forEach(acl -> conditions.named.merge(
                        acl.argument(0),
                        acl.arguments().subList(1, acl.arguments().size()),
                        HaproxyConditions::or));
        return conditions;
    }

    private static List<String> or(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.add("or");
        both.addAll(other);
        return both;
    }

    /** What a rule's condition is, names replaced by what they stand for: {@code if path_beg /api}; empty if it has none. */
    String location(ConfigDirective rule) {
        List<String> words = new ArrayList<>();
        for (String word : condition(rule)) {
            boolean negated = word.startsWith("!");
            List<String> meaning = named.getOrDefault(negated ? word.substring(1) : word, List.of());
            if (meaning.isEmpty()) {
                words.add(word);
            } else {
                words.add((negated ? "!(" : "(") + String.join(" ", meaning) + ")");
            }
        }
        return String.join(" ", words);
    }

    /** The host names that a rule looks for. */
    List<String> hosts(ConfigDirective rule) {
        List<String> hosts = new ArrayList<>();
        for (String word : condition(rule)) {
            List<String> meaning = named.getOrDefault(word, List.of());
            if (!meaning.isEmpty()
                    && meaning.get(0)
                            .matches("hdr(?:_(?:dom|end|beg|str))?\\(host\\).*|req\\.hdr\\(host\\).*|ssl_fc_sni.*")) {
                meaning.stream()
                        .skip(1)
                        .filter(name -> !name.startsWith("-") && !name.equals("or") && ServerAddress.isHost(name))
                        .forEach(hosts::add);
            }
        }
        return hosts;
    }

    private static List<String> condition(ConfigDirective rule) {
        for (int i = 0; i < rule.arguments().size(); i++) {
            if (rule.argument(i).equals("if") || rule.argument(i).equals("unless")) {
                return rule.arguments().subList(i, rule.arguments().size());
            }
        }
        return List.of();
    }
}
