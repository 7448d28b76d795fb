package dev.slipway.schedule;

import dev.slipway.schedule.Recommendation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The rows by which the place for a job is chosen, in order: the first that is taken decides. */
final class DecisionTable {
    static final String QUESTION = "to be answered by the owner: ";

    private static final List<Function<JobView, Ruling>> ROWS = List.of(
            PlaceRows::neverRuns,
            PlaceRows::housekeeping,
            PlaceRows::rotatesLogs,
            PlaceRows::supervises,
            PlaceRows::loops,
            PlaceRows::atStart,
            PlaceRows::renewsCertificates,
            PlaceRows::backsUp,
            PlaceRows::once,
            PlaceRows::cleansUp,
            PlaceRows::usesTheHost,
            PlaceRows::callsTheHost,
            LoadRows::inProgram,
            LoadRows::onEveryInstance,
            LoadRows::framework,
            LoadRows::belowAMinute,
            LoadRows::heavy,
            LoadRows::everyFewMinutes,
            LoadRows::everyQuarter,
            LoadRows::wishes,
            LoadRows::manyOfOneProject,
            LoadRows::plain);

    private DecisionTable() {}

    static Recommendation choose(JobView view) {
        List<Ruling.NotKnown> open = new ArrayList<>();
        for (Function<JobView, Ruling> row : ROWS) {
            Ruling ruling = row.apply(view);
            if (ruling instanceof Ruling.NotKnown unknown) {
                open.add(unknown);
            } else if (ruling instanceof Ruling.Applies applies) {
                return recommendation(possible(applies, view), open, view);
            }
        }
        throw new IllegalStateException("the last row takes every job");
    }

    /** What the rows chose, unless that scheduler cannot say the schedule. */
    private static Ruling.Applies possible(Ruling.Applies chosen, JobView view) {
        CronTranslation.CronJob cronJob = view.translation().cronJob();
        CronTranslation.GoCron goCron = view.translation().goCron();
        if (chosen.target() == Target.GOCRON && !goCron.expressible()) {
            List<String> why = goCron.notes();
            return cronJob.expressible() ? instead(chosen, Target.CRONJOB, "goCron", why) : byHand(chosen, why);
        } else if (chosen.target() == Target.CRONJOB && !cronJob.expressible()) {
            List<String> why = cronJob.notes();
            return goCron.expressible() ? instead(chosen, Target.GOCRON, "a CronJob", why) : byHand(chosen, why);
        }
        return chosen;
    }

    private static Ruling.Applies instead(Ruling.Applies chosen, Target target, String first, List<String> why) {
        List<String> reasons = new ArrayList<>();
        reasons.add(first + " would be the choice, but cannot keep its times: " + String.join("; ", why));
        reasons.addAll(chosen.reasons());
        String prefix = target.term() + ":";
        List<String> alternatives = chosen.alternatives().stream()
                .filter(a -> !a.startsWith(prefix))
                .toList();
        return new Ruling.Applies(target, reasons, alternatives);
    }

    private static Ruling.Applies byHand(Ruling.Applies chosen, List<String> why) {
        List<String> reasons = new ArrayList<>();
        reasons.add("neither Kubernetes nor goCron can keep its times: " + String.join("; ", why));
        reasons.addAll(chosen.reasons());
        return new Ruling.Applies(Target.MANUAL, reasons, chosen.alternatives());
    }

    private static Recommendation recommendation(Ruling.Applies chosen, List<Ruling.NotKnown> open, JobView view) {
        List<String> reasons = new ArrayList<>(chosen.reasons());
        String proof = "";
        if (chosen.target() == Target.CRONJOB) {
            reasons.addAll(view.translation().cronJob().notes());
            reasons.addAll(view.translation().notes());
            proof = view.translation().cronJob().proof().text();
        } else if (chosen.target() == Target.GOCRON) {
            reasons.addAll(view.translation().goCron().notes());
            reasons.addAll(view.translation().notes());
            proof = view.translation().goCron().proof().text();
        }
        open.stream()
                .filter(unknown -> unknown.target() != chosen.target() && chosen.target() != Target.DROP)
                .map(unknown -> QUESTION + unknown.question())
                .forEach(reasons::add);
        return new Recommendation(chosen.target(), reasons.stream().distinct().toList(), chosen.alternatives(), proof);
    }
}
