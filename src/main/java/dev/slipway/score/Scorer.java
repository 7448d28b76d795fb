package dev.slipway.score;

import dev.slipway.rules.Concern;
import dev.slipway.rules.Rule;
import dev.slipway.rules.Severity;
import dev.slipway.score.RuleStanding.Status;
import dev.slipway.score.ScoreModel.HighCap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Computes scores from what the rules said. */
public final class Scorer {
    private static final Comparator<Concern> BY_ORDER = Comparator.naturalOrder();

    private final ScoreModel model;

    public Scorer(ScoreModel model) {
        this.model = model;
    }

    /** The score of one workload. */
    public Score score(List<RuleStanding> standings) {
        SortedMap<Concern, List<RuleStanding>> concerns = byConcern(standings);
        double coverage = coverage(concerns);
        if (standings.stream().allMatch(standing -> standing.status() == Status.UNKNOWN)) {
            return Score.none(Optional.empty(), coverage);
        }
        List<RuleStanding> fired = fired(standings);
        Pass asIs = pass(concerns, fired, Rule::severity);
        Pass draft = pass(concerns, fired, Rule::residual);
        int draftCap = fired.stream().anyMatch(Scorer::holdsAtOneReplica) ? model.singleReplicaCap() : 100;
        boolean enough = coverage >= model.insufficientCoverage();
        return new Score(
                enough ? Optional.of(asIs.score()) : Optional.empty(),
                enough ? Optional.of(Math.min(draft.score(), draftCap)) : Optional.empty(),
                Optional.of(low(concerns, standings)),
                Optional.of(high(concerns, fired)),
                round(coverage, 3),
                confidence(coverage),
                ofConcerns(concerns, asIs, draft),
                asIs.capReason(),
                trace(concerns, fired),
                lifts(concerns, fired, asIs.score()));
    }

    /** The score of a host or an owner: the mean over its scored workloads. */
    public Score mean(List<Score> scores, boolean workloadsKnown) {
        if (!workloadsKnown) {
            return Score.none(Optional.of(0), 0);
        } else if (scores.isEmpty()) {
            return Score.none(Optional.empty(), 0);
        }
        double coverage = scores.stream().mapToDouble(Score::coverage).average().orElse(0);
        SortedMap<String, Score.OfConcern> concerns = new TreeMap<>();
        scores.stream().flatMap(score -> score.byConcern().keySet().stream()).forEach(concern -> {
            List<Score.OfConcern> of = scores.stream()
                    .flatMap(score -> Optional.ofNullable(score.byConcern().get(concern)).stream())
                    .toList();
            concerns.put(
                    concern,
                    new Score.OfConcern(
                            meanOf(of, Score.OfConcern::asIs),
                            meanOf(of, Score.OfConcern::withDraft),
                            round(
                                    of.stream()
                                            .mapToDouble(Score.OfConcern::coverage)
                                            .average()
                                            .orElse(0),
                                    3)));
        });
        return new Score(
                meanOf(scores, Score::asIs),
                meanOf(scores, Score::withDraft),
                meanOf(scores, Score::low),
                meanOf(scores, Score::high),
                round(coverage, 3),
                confidence(coverage),
                concerns,
                "",
                List.of(),
                List.of());
    }

    private static <T> Optional<Integer> meanOf(List<T> parts, Function<T, Optional<Integer>> number) {
        List<Integer> known =
                parts.stream().flatMap(part -> number.apply(part).stream()).toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of((int) Math.round(
                        known.stream().mapToInt(Integer::intValue).average().orElseThrow()));
    }

    private static SortedMap<Concern, List<RuleStanding>> byConcern(List<RuleStanding> standings) {
        SortedMap<Concern, List<RuleStanding>> concerns = new TreeMap<>(BY_ORDER);
        for (RuleStanding standing : standings) {
            concerns.computeIfAbsent(standing.rule().concern(), concern -> new ArrayList<>())
                    .add(standing);
        }
        return concerns;
    }

    private static List<RuleStanding> fired(List<RuleStanding> standings) {
        return standings.stream()
                .filter(standing -> standing.status() == Status.FIRED)
                .toList();
    }

    private static boolean holdsAtOneReplica(RuleStanding standing) {
        return standing.rule().singleReplica() && standing.rule().residual().compareTo(Severity.MEDIUM) <= 0;
    }

    /** One way to count: which findings, at which severity. */
    private record Pass(int score, String capReason, EnumMap<Concern, Double> concerns) {}

    /** Only concerns with a rule that was evaluated: one of which nothing is known must not raise the mean. */
    private Pass pass(
            SortedMap<Concern, List<RuleStanding>> concerns,
            List<RuleStanding> fired,
            Function<Rule, Severity> severity) {
        EnumMap<Concern, Double> scores = new EnumMap<>(Concern.class);
        concerns.forEach((concern, standings) -> {
            if (standings.stream().anyMatch(standing -> standing.status() != Status.UNKNOWN)) {
                scores.put(concern, concernScore(concern, fired, severity));
            }
        });
        String capReason = capReason(fired, severity);
        return new Pass(Math.min(rounded(mean(scores)), cap(fired, severity)), capReason, scores);
    }

    private double concernScore(Concern concern, List<RuleStanding> fired, Function<Rule, Severity> severity) {
        double score = 100;
        double factor = 1;
        for (double penalty : penalties(concern, fired, severity)) {
            score -= penalty * factor;
            factor *= model.decay();
        }
        return Math.max(0, score);
    }

    private List<Double> penalties(Concern concern, List<RuleStanding> fired, Function<Rule, Severity> severity) {
        return fired.stream()
                .map(RuleStanding::rule)
                .filter(rule -> rule.concern() == concern)
                .map(rule -> model.penalty(severity.apply(rule)))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private double mean(EnumMap<Concern, Double> scores) {
        double sum = 0;
        double weights = 0;
        for (var entry : scores.entrySet()) {
            sum += model.weight(entry.getKey()) * entry.getValue();
            weights += model.weight(entry.getKey());
        }
        return weights == 0 ? 100 : sum / weights;
    }

    private int cap(List<RuleStanding> fired, Function<Rule, Severity> severity) {
        if (count(fired, severity, Severity.BLOCKER) > 0) {
            return model.blockerCap();
        }
        long highs = count(fired, severity, Severity.HIGH);
        return model.highCaps().stream()
                .filter(cap -> highs >= cap.findings())
                .mapToInt(HighCap::cap)
                .min()
                .orElse(100);
    }

    private String capReason(List<RuleStanding> fired, Function<Rule, Severity> severity) {
        long blockers = count(fired, severity, Severity.BLOCKER);
        long highs = count(fired, severity, Severity.HIGH);
        int cap = cap(fired, severity);
        if (cap == 100) {
            return "";
        }
        return blockers > 0
                ? blockers + (blockers == 1 ? " blocker" : " blockers") + ": at most " + cap
                : highs + (highs == 1 ? " finding" : " findings") + " of severity high: at most " + cap;
    }

    private static long count(List<RuleStanding> fired, Function<Rule, Severity> severity, Severity wanted) {
        return fired.stream()
                .filter(standing -> severity.apply(standing.rule()) == wanted)
                .count();
    }

    /**
     * Every unknown rule counts as fired. A concern of which nothing is known may turn out not to apply at all, so it is taken in
     * only if that lowers the score.
     */
    private int low(SortedMap<Concern, List<RuleStanding>> concerns, List<RuleStanding> standings) {
        List<RuleStanding> worst = standings.stream()
                .filter(standing -> standing.status() != Status.QUIET)
                .toList();
        EnumMap<Concern, Double> certain = new EnumMap<>(Concern.class);
        EnumMap<Concern, Double> open = new EnumMap<>(Concern.class);
        concerns.forEach((concern, of) -> (of.stream().allMatch(standing -> standing.status() == Status.UNKNOWN)
                        ? open
                        : certain)
                .put(concern, concernScore(concern, worst, Rule::severity)));
        List<Concern> lowestFirst = open.keySet().stream()
                .sorted(Comparator.comparing((Concern concern) -> open.getOrDefault(concern, 100d))
                        .thenComparing(BY_ORDER))
                .toList();
        for (Concern concern : lowestFirst) {
            double score = open.getOrDefault(concern, 100d);
            if (certain.isEmpty() || score < mean(certain)) {
                certain.put(concern, score);
            }
        }
        return Math.min(rounded(mean(certain)), cap(worst, Rule::severity));
    }

    private int high(SortedMap<Concern, List<RuleStanding>> concerns, List<RuleStanding> fired) {
        EnumMap<Concern, Double> best = new EnumMap<>(Concern.class);
        concerns.keySet().forEach(concern -> best.put(concern, concernScore(concern, fired, Rule::severity)));
        return Math.min(rounded(mean(best)), cap(fired, Rule::severity));
    }

    private double coverage(SortedMap<Concern, List<RuleStanding>> concerns) {
        double sum = 0;
        double weights = 0;
        for (Concern concern : concerns.keySet()) {
            sum += model.weight(concern) * coverage(concerns.getOrDefault(concern, List.of()));
            weights += model.weight(concern);
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private double coverageOf(SortedMap<Concern, List<RuleStanding>> concerns, Concern concern) {
        return coverage(concerns.getOrDefault(concern, List.of()));
    }

    private double coverage(List<RuleStanding> standings) {
        double evaluated = 0;
        double all = 0;
        for (RuleStanding standing : standings) {
            double penalty = model.penalty(standing.rule().severity());
            all += penalty;
            evaluated += standing.status() == Status.UNKNOWN ? 0 : penalty;
        }
        return all == 0 ? 1 : evaluated / all;
    }

    private String confidence(double coverage) {
        if (coverage < model.insufficientCoverage()) {
            return "insufficient";
        }
        return coverage >= 0.85 ? "high" : coverage >= 0.60 ? "medium" : "low";
    }

    private SortedMap<String, Score.OfConcern> ofConcerns(
            SortedMap<Concern, List<RuleStanding>> concerns, Pass asIs, Pass draft) {
        SortedMap<String, Score.OfConcern> result = new TreeMap<>();
        for (Concern concern : concerns.keySet()) {
            result.put(
                    concern.term(),
                    new Score.OfConcern(
                            Optional.ofNullable(asIs.concerns().get(concern)).map(Scorer::rounded),
                            Optional.ofNullable(draft.concerns().get(concern)).map(Scorer::rounded),
                            round(coverageOf(concerns, concern), 3)));
        }
        return result;
    }

    private List<Score.Loss> trace(SortedMap<Concern, List<RuleStanding>> concerns, List<RuleStanding> fired) {
        double weights = concerns.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(s -> s.status() != Status.UNKNOWN))
                .mapToDouble(entry -> model.weight(entry.getKey()))
                .sum();
        List<Score.Loss> losses = new ArrayList<>();
        for (Concern concern : concerns.keySet()) {
            List<Rule> rules = fired.stream()
                    .map(RuleStanding::rule)
                    .filter(rule -> rule.concern() == concern)
                    .sorted(Comparator.comparing(Rule::severity).thenComparing(Rule::id))
                    .toList();
            double left = 100;
            for (int rank = 0; rank < rules.size(); rank++) {
                Rule rule = rules.get(rank);
                double penalty = Math.min(left, model.penalty(rule.severity()) * Math.pow(model.decay(), rank));
                left -= penalty;
                losses.add(new Score.Loss(
                        rule.id(),
                        concern.term(),
                        rule.severity().term(),
                        rank,
                        round(penalty, 2),
                        round(penalty * model.weight(concern) / weights, 2)));
            }
        }
        losses.sort(Comparator.comparing(Score.Loss::points).reversed().thenComparing(Score.Loss::rule));
        return losses;
    }

    private List<Score.Lift> lifts(SortedMap<Concern, List<RuleStanding>> concerns, List<RuleStanding> fired, int now) {
        List<Score.Lift> lifts = new ArrayList<>();
        for (RuleStanding standing : fired) {
            List<RuleStanding> without =
                    fired.stream().filter(other -> !other.equals(standing)).toList();
            int gain = pass(concerns, without, Rule::severity).score() - now;
            lifts.add(new Score.Lift(standing.rule().id(), gain, Effort.ofRule(standing)));
        }
        lifts.sort(Comparator.comparing((Score.Lift lift) -> lift.gain() / Math.max(0.5, lift.effort()))
                .reversed()
                .thenComparing(Score.Lift::rule));
        return lifts.stream().filter(lift -> lift.gain() > 0).collect(Collectors.toList());
    }

    private static int rounded(double value) {
        return (int) Math.round(value);
    }

    private static double round(double value, int digits) {
        double factor = Math.pow(10, digits);
        return Math.round(value * factor) / factor;
    }
}
