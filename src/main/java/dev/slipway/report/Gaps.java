package dev.slipway.report;

import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import java.util.stream.Collectors;

/** What is missing from a list of facts, in words. */
final class Gaps {
    private final HostFacts facts;
    private final Words words;

    Gaps(HostFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
    }

    /** Why an array of the assessment may be incomplete; empty if it is complete. */
    String of(String fact) {
        String reasons = facts.gaps().stream()
                .filter(gap -> gap.fact().equals(fact))
                .map(Gap::reason)
                .distinct()
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "" : words.say("incomplete", reasons);
    }
}
