package dev.slipway.schedule;

import dev.slipway.schedule.Recommendation.Target;
import java.util.List;

/** What a row of the decision table says of a job. */
sealed interface Ruling {
    Ruling NO = new DoesNot();

    /**
     * The row is taken.
     *
     * @param reasons in words, the decisive one first
     * @param alternatives other places, each with what it would cost
     */
    record Applies(Target target, List<String> reasons, List<String> alternatives) implements Ruling {
        public Applies {
            reasons = List.copyOf(reasons);
            alternatives = List.copyOf(alternatives);
        }
    }

    /** The row is not taken. */
    record DoesNot() implements Ruling {}

    /**
     * The row asks for something that a scan cannot see.
     *
     * @param question what the owner has to answer, and what follows from it
     * @param target what the row would choose
     */
    record NotKnown(String question, Target target) implements Ruling {}

    static Ruling applies(Target target, String reason, String... alternatives) {
        return new Applies(target, List.of(reason), List.of(alternatives));
    }

    /** Whether this row is taken. */
    static Ruling when(boolean condition, Target target, String reason, String... alternatives) {
        return condition ? applies(target, reason, alternatives) : NO;
    }
}
