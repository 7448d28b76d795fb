package dev.slipway.report;

import dev.slipway.score.Effort;
import dev.slipway.score.Score;

/**
 * A number that a page begins with.
 *
 * @param label what it counts
 * @param value the number
 * @param note what belongs to it, in small letters; may be empty
 */
record Figure(String label, String value, String note) {

    /** A score as is and with drafts, and how far it may be off. */
    static Figure ofScore(Score score, Words words) {
        return new Figure(
                words.say("figure-score"),
                words.say("arrow", Amount.orDash(score.asIs()), Amount.orDash(score.withDraft())),
                words.say(
                        "figure-range",
                        Amount.orDash(score.low()),
                        Amount.orDash(score.high()),
                        Amount.percent(score.coverage())));
    }

    /** Work in story points and in hours. */
    static Figure ofEffort(Effort effort, Words words) {
        return new Figure(
                words.say("figure-effort"),
                Amount.decimal(effort.storyPoints()),
                words.say(
                        "figure-hours",
                        Amount.whole(Math.round(effort.likelyHours())),
                        Amount.whole(Math.round(effort.safeHours()))));
    }
}
