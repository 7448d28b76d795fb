package dev.slipway.rules;

import dev.slipway.facts.Term;

/** What a rule is about. The weights add up to 100. */
public enum Concern implements Term {
    STATE(18),
    LOGGING(9),
    SCHEDULING(6),
    JVM(9),
    NETWORK(10),
    CONFIG(8),
    SECRETS(7),
    STORAGE(10),
    RUNTIME(9),
    SECURITY(6),
    AVAILABILITY(5),
    PLATFORM(3);

    private final int weight;

    Concern(int weight) {
        this.weight = weight;
    }

    /** Share of the score, in percent, when all concerns apply. */
    public int weight() {
        return weight;
    }
}
