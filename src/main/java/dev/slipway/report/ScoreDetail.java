package dev.slipway.report;

import dev.slipway.rules.Concern;
import dev.slipway.score.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a workload's score came about, and what would lift it.
 *
 * @param arithmetic the sum in a sentence: {@code 100 − 46.2 = 53.8}
 * @param cap why it may not be higher, if anything caps it, and what it comes to
 */
record ScoreDetail(String arithmetic, String cap, Table parts, Table losses, Table lifts) {

    static ScoreDetail of(Score score, int number, RuleTexts rules, Words words) {
        double lost = score.trace().stream().mapToDouble(Score.Loss::points).sum();
        String arithmetic = score.asIs().isEmpty()
                ? words.say("arithmetic-none", Amount.percent(score.coverage()))
                : words.say("arithmetic", Amount.decimal(lost), Amount.decimal(100 - lost));
        return new ScoreDetail(
                arithmetic,
                result(score, words),
                parts(score, number, words),
                losses(score, number, rules, words),
                lifts(score, number, rules, words));
    }

    private static String result(Score score, Words words) {
        String result = score.asIs()
                .map(points -> words.say("arithmetic-result", points))
                .orElse("");
        return score.capReason().isEmpty() ? result : score.capReason() + words.say("full-stop") + " " + result;
    }

    private static Table parts(Score score, int number, Words words) {
        Table.Builder table = Table.named("parts-" + number, words)
                .withWordsOf("parts")
                .text("concern")
                .number("as-is")
                .number("with-draft")
                .number("weight")
                .number("coverage");
        Arrays.stream(Concern.values())
                .forEach(concern -> Optional.ofNullable(score.byConcern().get(concern.term()))
                        .ifPresent(of -> table.row(
                                words.term("concern", concern),
                                scorePart(of.asIs()),
                                Amount.orDash(of.withDraft()),
                                String.valueOf(concern.weight()),
                                Amount.percent(of.coverage()))));
        return table.build();
    }

    private static Part scorePart(Optional<Integer> score) {
        return Part.chip(Amount.orDash(score), Band.of(score).style());
    }

    private static Table losses(Score score, int number, RuleTexts rules, Words words) {
        Table.Builder table = Table.named("losses-" + number, words)
                .withWordsOf("losses")
                .text("rule")
                .text("concern")
                .text("severity")
                .number("rank")
                .number("penalty")
                .number("points");
        score.trace().stream()
                .filter(loss -> loss.points() > 0)
                .forEach(loss -> table.row(
                        rule(loss.rule(), rules),
                        words.term("concern", loss.concern()),
                        Part.severity(loss.severity(), words),
                        String.valueOf(loss.rank() + 1),
                        Amount.decimal(loss.penalty()),
                        Amount.exact(loss.points())));
        return table.build();
    }

    private static Table lifts(Score score, int number, RuleTexts rules, Words words) {
        Table.Builder table = Table.named("lifts-" + number, words)
                .withWordsOf("lifts")
                .text("rule")
                .number("gain")
                .number("effort")
                .number("rate");
        score.lifts()
                .forEach(lift -> table.row(
                        rule(lift.rule(), rules),
                        "+" + lift.gain(),
                        Amount.decimal(lift.effort()),
                        lift.effort() == 0 ? "–" : Amount.decimal(lift.gain() / lift.effort())));
        return table.build();
    }

    private static List<Part> rule(String id, RuleTexts rules) {
        return List.of(Part.link(rules.title(id), "#" + Links.rule(id)), Part.muted(id));
    }
}
