package dev.slipway.draft;

import dev.slipway.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the catalogue of rules says to do about a finding, by rule. */
public final class Remedies {
    private final SortedMap<String, String> texts;

    private Remedies(SortedMap<String, String> texts) {
        this.texts = new TreeMap<>(texts);
    }

    /** The remedies of a catalogue. */
    public static Remedies of(List<Rule> rules) {
        SortedMap<String, String> texts = new TreeMap<>();
        rules.forEach(rule -> texts.put(rule.id(), rule.text().remediation()));
        return new Remedies(texts);
    }

    /** No catalogue at hand. */
    public static Remedies none() {
        return new Remedies(new TreeMap<>());
    }

    Optional<String> of(String rule) {
        return Optional.ofNullable(texts.get(rule));
    }
}
