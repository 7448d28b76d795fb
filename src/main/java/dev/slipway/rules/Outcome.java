package dev.slipway.rules;

import dev.slipway.facts.EvidenceLine;
import java.util.List;

/** What a rule says about one subject. */
public sealed interface Outcome {

    /**
     * The condition holds.
     *
     * @param message the rule's sentence about this subject
     * @param chinese the same in Chinese; empty if the rule has none
     */
    record Fires(String message, String chinese, List<EvidenceLine> evidence) implements Outcome {
        public Fires {
            evidence = List.copyOf(evidence);
        }
    }

    /** The condition does not hold. */
    record Quiet() implements Outcome {}

    /** The rule has nothing to say about this subject. */
    record NotApplicable() implements Outcome {}

    /**
     * It could not be told.
     *
     * @param reason what was not readable and why
     */
    record Unknown(String reason) implements Outcome {}
}
