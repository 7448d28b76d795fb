package dev.slipway.assess;

import dev.slipway.rules.Outcome;
import dev.slipway.rules.RuleResult;
import dev.slipway.score.Effort;
import dev.slipway.score.RuleStanding;
import dev.slipway.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Makes findings and unknowns of what the rules said. */
final class Findings {
    private final SortedMap<String, Score> scores;
    private final SortedMap<String, List<RuleStanding>> standings;
    private final SortedSet<String> counted = new TreeSet<>();

    /** Scores and standings by workload. */
    Findings(SortedMap<String, Score> scores, SortedMap<String, List<RuleStanding>> standings) {
        this.scores = new TreeMap<>(scores);
        this.standings = new TreeMap<>(standings);
    }

    List<Finding> findings(List<RuleResult> results) {
        List<Finding> findings = new ArrayList<>();
        for (RuleResult result : results) {
            if (result.outcome() instanceof Outcome.Fires fires) {
                boolean first = counted.add(result.rule().id() + "\n" + result.workload());
                findings.add(new Finding(
                        id(result),
                        result.rule().id(),
                        result.rule().concern(),
                        result.rule().severity(),
                        result.rule().residual(),
                        result.subject(),
                        result.workload(),
                        fires.message(),
                        fires.chinese(),
                        fires.evidence(),
                        first ? points(result) : 0,
                        first ? effort(result) : 0));
            }
        }
        return findings;
    }

    List<UnknownAnswer> unknowns(List<RuleResult> results) {
        return results.stream()
                .filter(result -> result.outcome() instanceof Outcome.Unknown)
                .map(result -> new UnknownAnswer(
                        id(result),
                        result.rule().id(),
                        result.rule().concern(),
                        result.rule().severity(),
                        result.subject(),
                        result.workload(),
                        ((Outcome.Unknown) result.outcome()).reason()))
                .toList();
    }

    private static String id(RuleResult result) {
        String workload = result.workload().isEmpty() ? "-" : result.workload();
        String id = result.rule().id() + ":" + workload + ":" + result.subject();
        return id.length() <= 200 ? id : id.substring(0, 160) + "#" + Integer.toHexString(id.hashCode());
    }

    /** A finding on the host costs every workload; the mean stands for them. */
    private double points(RuleResult result) {
        return mean(
                result,
                workload -> Optional.ofNullable(scores.get(workload)).stream()
                        .flatMap(score -> score.trace().stream())
                        .filter(loss -> loss.rule().equals(result.rule().id()))
                        .mapToDouble(Score.Loss::points)
                        .sum());
    }

    private double effort(RuleResult result) {
        return mean(
                result,
                workload -> standings.getOrDefault(workload, List.of()).stream()
                        .filter(standing ->
                                standing.rule().id().equals(result.rule().id()))
                        .mapToDouble(Effort::ofRule)
                        .sum());
    }

    private double mean(RuleResult result, ToDoubleFunction<String> number) {
        List<String> concerned =
                result.workload().isEmpty() ? List.copyOf(scores.keySet()) : List.of(result.workload());
        double mean = concerned.stream()
                .filter(scores::containsKey)
                .mapToDouble(number)
                .average()
                .orElse(0);
        return Math.round(mean * 100) / 100.0;
    }
}
