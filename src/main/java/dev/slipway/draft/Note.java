package dev.slipway.draft;

import dev.slipway.facts.Term;

/**
 * Why a field of a draft is as it is.
 *
 * @param text one line
 * @param rule the rule behind a question; empty for other notes
 */
record Note(Kind kind, String text, String rule) {
    Note {
        text = PlainText.oneLine(text, 400);
    }

    /** What a note says. */
    enum Kind implements Term {
        /** The value was seen on a host. */
        FROM,
        /** Nothing was measured; this is a cautious choice. */
        DEFAULT,
        /** Only the owner can know. */
        QUESTION
    }

    /** The note as a comment, without the comment's sign. */
    String comment() {
        return switch (kind) {
            case FROM -> "from: " + text;
            case DEFAULT -> "default: " + text;
            case QUESTION -> "TODO(owner): " + text + (rule.isEmpty() ? "" : " [" + rule + "]");
        };
    }
}
