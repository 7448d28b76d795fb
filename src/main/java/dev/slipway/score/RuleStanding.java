package dev.slipway.score;

import dev.slipway.rules.Outcome;
import dev.slipway.rules.Rule;
import dev.slipway.rules.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule says about one workload after all its subjects have been looked at. One rule counts once, however often it fires.
 *
 * @param occurrences subjects that it fires on; at least 1 if it fires
 */
public record RuleStanding(Rule rule, Status status, int occurrences) {

    /** What a rule came to. */
    public enum Status {
        FIRED,
        QUIET,
        UNKNOWN
    }

    /**
     * The standing of every rule that applies to this workload, by rule id. What concerns the host as a whole concerns each of its
     * workloads; a rule that applies to no subject is left out.
     */
    public static List<RuleStanding> of(String workload, List<RuleResult> results) {
        SortedMap<String, List<RuleResult>> byRule = new TreeMap<>();
        for (RuleResult result : results) {
            if (result.workload().isEmpty() || result.workload().equals(workload)) {
                byRule.computeIfAbsent(result.rule().id(), id -> new ArrayList<>())
                        .add(result);
            }
        }
        List<RuleStanding> standings = new ArrayList<>();
        for (List<RuleResult> ofRule : byRule.values()) {
            int fired = count(ofRule, Outcome.Fires.class);
            Rule rule = ofRule.get(0).rule();
            if (fired > 0) {
                standings.add(new RuleStanding(rule, Status.FIRED, fired));
            } else if (count(ofRule, Outcome.Unknown.class) > 0) {
                standings.add(new RuleStanding(rule, Status.UNKNOWN, 0));
            } else if (count(ofRule, Outcome.Quiet.class) > 0) {
                standings.add(new RuleStanding(rule, Status.QUIET, 0));
            }
        }
        return standings;
    }

    private static int count(List<RuleResult> results, Class<? extends Outcome> kind) {
        return (int) results.stream()
                .filter(result -> kind.isInstance(result.outcome()))
                .count();
    }
}
