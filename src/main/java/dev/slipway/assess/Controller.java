package dev.slipway.assess;

import dev.slipway.facts.Term;

/** The kind of object that would run a workload in the cluster. */
public enum Controller implements Term {
    DEPLOYMENT,
    STATEFUL_SET("statefulset"),
    DAEMON_SET("daemonset"),
    JOB,
    /** It stays where it is; a Service without selector leads to it. */
    EXTERNAL_SERVICE,
    /** Nothing of it goes into the cluster. */
    NONE;

    private final String term;

    Controller() {
        this.term = "";
    }

    Controller(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term.isEmpty() ? Term.super.term() : term;
    }
}
