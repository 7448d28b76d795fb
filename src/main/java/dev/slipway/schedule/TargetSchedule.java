package dev.slipway.schedule;

import java.util.List;
import java.util.Optional;

/**
 * A schedule in the words of another scheduler.
 *
 * @param text five fields for Kubernetes, six for goCron; empty if it cannot be said
 * @param guard a line of shell that must stand before the command because the fields alone say too much; empty if none is needed
 * @param notes what is different, or why it cannot be said
 */
record TargetSchedule(String text, String guard, DayFilter guarded, List<String> notes) {
    TargetSchedule {
        notes = List.copyOf(notes);
    }

    static TargetSchedule of(String text) {
        return new TargetSchedule(text, "", DayFilter.ALL, List.of());
    }

    static TargetSchedule impossible(String why) {
        return new TargetSchedule("", "", DayFilter.ALL, List.of(why));
    }

    TargetSchedule guarded(String shell, DayFilter days, String note) {
        return new TargetSchedule(text, shell, days, List.of(note));
    }

    boolean expressible() {
        return !text.isEmpty();
    }

    /** The rule that the target makes of the text; empty if there is none, or if it does not read it. */
    Optional<CalendarRule> rule(Flavour flavour) {
        ClockChange change =
                flavour == Flavour.GOCRON ? ClockChange.STUCK_IN_THE_SECOND_ROUND : ClockChange.FOLLOWS_THE_CLOCK;
        return expressible()
                ? GoExpression.timing(text, flavour)
                        .filter(Timing.AtTimes.class::isInstance)
                        .map(timing -> ((Timing.AtTimes) timing).fields())
                        .map(fields -> CalendarRule.of(fields, change).keeping(guarded))
                : Optional.empty();
    }
}
