package dev.slipway.score;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How ready something is, 0 to 100, and how that number came about.
 *
 * @param asIs as things are; empty if there is too little to go by
 * @param withDraft with the drafts in use
 * @param low the score if everything that is unknown turned out bad
 * @param high the score if everything that is unknown turned out well
 * @param coverage share of the rules' weight that could be evaluated, 0..1
 * @param confidence {@code high}, {@code medium}, {@code low}, or {@code insufficient}
 * @param byConcern each concern that applies, by its word
 * @param capReason why the score may not be higher; empty if nothing caps it
 * @param trace where each lost point went, the most first
 * @param lifts what removing a finding would gain, the most for its effort first
 */
public record Score(
        Optional<Integer> asIs,
        Optional<Integer> withDraft,
        Optional<Integer> low,
        Optional<Integer> high,
        double coverage,
        String confidence,
        SortedMap<String, OfConcern> byConcern,
        String capReason,
        List<Loss> trace,
        List<Lift> lifts) {

    public Score {
        byConcern = new TreeMap<>(byConcern);
        trace = List.copyOf(trace);
        lifts = List.copyOf(lifts);
    }

    /** A score of which nothing can be said; the low end is 0 where a host's workloads are not known. */
    static Score none(Optional<Integer> low, double coverage) {
        return new Score(
                Optional.empty(),
                Optional.empty(),
                low,
                low.map(zero -> 100),
                coverage,
                "insufficient",
                new TreeMap<>(),
                "",
                List.of(),
                List.of());
    }

    /** The numbers alone. */
    public Score withoutTrace() {
        return new Score(asIs, withDraft, low, high, coverage, confidence, byConcern, capReason, List.of(), List.of());
    }

    /** The score of one concern; empty where only unknown rules apply. */
    public record OfConcern(Optional<Integer> asIs, Optional<Integer> withDraft, double coverage) {}

    /**
     * Points that a rule costs, before caps.
     *
     * @param rule rule's id
     * @param concern its concern's word
     * @param severity its severity's word
     * @param rank 0 for the worst finding of the concern, 1 for the next ...
     * @param penalty points of the concern that it takes, after decay
     * @param points points of the whole
     */
    public record Loss(String rule, String concern, String severity, int rank, double penalty, double points) {}

    /**
     * What the score gains if a rule no longer fired.
     *
     * @param gain points, as things are, caps included
     * @param effort story points
     */
    public record Lift(String rule, int gain, double effort) {}
}
