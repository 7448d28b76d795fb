package dev.slipway.report;

import dev.slipway.score.ScoreModel;
import dev.slipway.score.Verdict;
import java.util.Locale;
import java.util.Optional;

/** A part of the scale from 0 to 100, and what has no place on it; each has a colour of its own. */
enum Band {
    READY,
    CONFIGURATION,
    WORK,
    REWORK,
    NOT_NOW,
    BLOCKED,
    UNKNOWN;

    private static final ScoreModel.Bands LIMITS = ScoreModel.defaults().bands();

    static Band of(Verdict verdict) {
        return switch (verdict) {
            case READY -> READY;
            case READY_WITH_CONFIGURATION -> CONFIGURATION;
            case WORK_NEEDED -> WORK;
            case MAJOR_REWORK -> REWORK;
            case NOT_NOW -> NOT_NOW;
            case BLOCKED -> BLOCKED;
            case INSUFFICIENT_DATA, NOT_SCORED -> UNKNOWN;
        };
    }

    static Band of(Optional<Integer> score) {
        if (score.isEmpty()) {
            return UNKNOWN;
        }
        int points = score.get();
        if (points >= LIMITS.ready()) {
            return READY;
        } else if (points >= LIMITS.configuration()) {
            return CONFIGURATION;
        } else if (points >= LIMITS.work()) {
            return WORK;
        }
        return points >= LIMITS.rework() ? REWORK : NOT_NOW;
    }

    /** The class of the style sheet. */
    String style() {
        return "band-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
