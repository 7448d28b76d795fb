package dev.slipway.report;

import dev.slipway.score.Score;
import java.util.Optional;

/**
 * A score drawn on a scale from 0 to 100 and said in words.
 *
 * @param asIsText as things are, or a dash
 * @param withDraftText with the draft, or a dash
 * @param meterStyle class of its band
 * @param meterLabel all numbers in a sentence
 * @param rangeStart where the range of what it may be begins
 * @param rangeWidth how wide that is
 * @param now where it is; a number a little to the left of the mark's middle, empty without a score
 * @param then where it is with the draft; empty without a score
 */
record Meter(
        String asIsText,
        String withDraftText,
        String meterStyle,
        String meterLabel,
        int rangeStart,
        int rangeWidth,
        String now,
        String then) {
    private static final int WIDEST = 99;

    static Meter of(Score score, Words words) {
        int low = score.low().orElse(0);
        int high = score.high().orElse(100);
        return new Meter(
                Amount.orDash(score.asIs()),
                Amount.orDash(score.withDraft()),
                Band.of(score.asIs()).style(),
                label(score, words),
                low,
                Math.max(1, high - low),
                mark(score.asIs()),
                mark(score.withDraft()));
    }

    private static String mark(Optional<Integer> score) {
        return score.map(points -> String.valueOf(Math.min(WIDEST, Math.max(0, points - 1))))
                .orElse("");
    }

    private static String label(Score score, Words words) {
        String range = words.say("meter-range", Amount.orDash(score.low()), Amount.orDash(score.high()));
        String coverage = words.say("meter-coverage", Amount.percent(score.coverage()));
        String numbers = score.asIs().isEmpty()
                ? words.say("meter-none")
                : words.say("meter-numbers", score.asIs().get(), Amount.orDash(score.withDraft()));
        return numbers + " " + (score.low().isEmpty() ? "" : range + " ") + coverage;
    }
}
