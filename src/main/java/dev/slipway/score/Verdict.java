package dev.slipway.score;

import dev.slipway.facts.Term;

/** The score in a word. */
public enum Verdict implements Term {
    READY,
    READY_WITH_CONFIGURATION,
    WORK_NEEDED,
    MAJOR_REWORK,
    NOT_NOW,
    BLOCKED,
    INSUFFICIENT_DATA,
    NOT_SCORED;

    /** The verdict for a score; a blocker is one whatever the number. */
    public static Verdict of(Score score, boolean blocker, ScoreModel model) {
        if (blocker) {
            return BLOCKED;
        } else if (score.asIs().isEmpty()) {
            return INSUFFICIENT_DATA;
        }
        int points = score.asIs().get();
        ScoreModel.Bands bands = model.bands();
        if (points >= bands.ready()) {
            return READY;
        } else if (points >= bands.configuration()) {
            return READY_WITH_CONFIGURATION;
        } else if (points >= bands.work()) {
            return WORK_NEEDED;
        }
        return points >= bands.rework() ? MAJOR_REWORK : NOT_NOW;
    }
}
