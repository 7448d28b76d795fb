package dev.slipway.score;

import dev.slipway.rules.Concern;
import dev.slipway.rules.Severity;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers of the score. A profile may change them; these are the defaults.
 *
 * @param penalties points that a finding takes from its concern's 100
 * @param decay each further finding of a concern counts this much of the one before
 * @param weights share of each concern
 * @param blockerCap highest score with a blocker
 * @param highCaps highest score with so many findings of severity high, the most first
 * @param singleReplicaCap highest score with draft while local state holds it at one replica
 * @param bands lowest score of each band
 * @param insufficientCoverage below it there is no score
 * @param hoursPerPointLikely hours for a story point, as likely too many as too few
 * @param hoursPerPointSafe hours for a story point that four of five keep within
 */
public record ScoreModel(
        SortedMap<Severity, Double> penalties,
        double decay,
        SortedMap<Concern, Double> weights,
        int blockerCap,
        List<HighCap> highCaps,
        int singleReplicaCap,
        Bands bands,
        double insufficientCoverage,
        double hoursPerPointLikely,
        double hoursPerPointSafe) {

    public ScoreModel {
        penalties = new TreeMap<>(penalties);
        weights = new TreeMap<>(weights);
        highCaps = List.copyOf(highCaps);
    }

    /** At least so many findings of severity high cap the score. */
    public record HighCap(int findings, int cap) {}

    /** Lowest scores of the bands. */
    public record Bands(int ready, int configuration, int work, int rework) {}

    /** The documented defaults. */
    public static ScoreModel defaults() {
        SortedMap<Severity, Double> penalties = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            penalties.put(severity, (double) severity.penalty());
        }
        SortedMap<Concern, Double> weights = new TreeMap<>();
        for (Concern concern : Concern.values()) {
            weights.put(concern, (double) concern.weight());
        }
        return new ScoreModel(
                penalties,
                0.6,
                weights,
                25,
                List.of(new HighCap(5, 55), new HighCap(3, 70), new HighCap(1, 85)),
                74,
                new Bands(90, 75, 55, 30),
                0.40,
                4,
                6);
    }

    double penalty(Severity severity) {
        return penalties.getOrDefault(severity, 0d);
    }

    double weight(Concern concern) {
        return weights.getOrDefault(concern, 0d);
    }
}
