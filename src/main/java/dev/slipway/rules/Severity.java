package dev.slipway.rules;

import dev.slipway.facts.Term;

/** How bad a finding is for the workload that it concerns. */
public enum Severity implements Term {
    /** Do not move it as it is. */
    BLOCKER(100),
    /** An outage or a loss of data is likely. */
    HIGH(40),
    /** It works but degrades, or needs planned work. */
    MEDIUM(18),
    /** Hygiene. */
    LOW(6),
    /** Advice; it costs no points. */
    INFO(0),
    /** Nothing remains; only as what is left with the draft. */
    NONE(0);

    private final int penalty;

    Severity(int penalty) {
        this.penalty = penalty;
    }

    /** Points that it takes from a concern's 100 if nothing worse does. */
    public int penalty() {
        return penalty;
    }
}
