package dev.slipway.schedule;

import dev.slipway.schedule.CronFields.DayRule;
import java.util.List;
import java.util.Optional;

/** Says a rule of the calendar in the fields of Kubernetes or goCron, and what these fields cannot say in a guard. */
final class TargetFields {
    private static final double DAYS_OF_A_MONTH = 30.4;
    private static final double DAYS_OF_A_WEEK = 7;

    private final Flavour flavour;
    private final DayGuard guards;

    TargetFields(Flavour flavour, String zone) {
        this.flavour = flavour;
        this.guards = new DayGuard(zone);
    }

    /**
     * The rule in the target's words.
     *
     * @param written what the owner has written, which is kept where the target reads the same in it; empty if there is nothing
     */
    TargetSchedule of(CalendarRule rule, String written) {
        CronFields fields = rule.fields().simplified();
        if (rule.filter().years().size() > 0) {
            return TargetSchedule.impossible(
                    "it is bound to years (" + rule.filter().years() + "), which " + flavour.term() + " does not know");
        } else if (flavour == Flavour.KUBERNETES && Long.bitCount(fields.seconds()) > 1) {
            return TargetSchedule.impossible("it runs more than once a minute; a CronJob cannot");
        } else if (rule.filter().daysFromEnd() != 0) {
            return fromEnd(fields, rule.filter().daysFromEnd());
        }
        Optional<TargetSchedule> kept = kept(fields, written);
        return kept.orElseGet(() -> days(fields));
    }

    private Optional<TargetSchedule> kept(CronFields fields, String written) {
        boolean five = written.split(" ").length == 5 && !written.startsWith("@");
        if (!five) {
            return Optional.empty();
        }
        String text = flavour == Flavour.GOCRON
                ? FieldText.ofTime(CronField.SECOND, fields.seconds()) + " " + written
                : written;
        return GoExpression.timing(text, flavour)
                .filter(timing ->
                        timing instanceof Timing.AtTimes at && same(at.fields().simplified(), fields))
                .map(timing -> TargetSchedule.of(text));
    }

    private static boolean same(CronFields a, CronFields b) {
        return a.minutes() == b.minutes()
                && a.hours() == b.hours()
                && a.months() == b.months()
                && a.monthDays() == b.monthDays()
                && a.weekDays() == b.weekDays()
                && a.dayRule() == b.dayRule();
    }

    private TargetSchedule days(CronFields fields) {
        long monthDays = fields.monthDays();
        long weekDays = fields.weekDays();
        boolean bothBound = monthDays != CronField.DAY.all() && weekDays != CronField.WEEKDAY.all();
        if (fields.dayRule() == DayRule.EITHER || !bothBound) {
            return TargetSchedule.of(text(fields, monthDays, weekDays));
        } else if (flavour == Flavour.GOCRON) {
            return goCronBoth(fields);
        }
        boolean weekDayIsRarer = Long.bitCount(weekDays) / DAYS_OF_A_WEEK < Long.bitCount(monthDays) / DAYS_OF_A_MONTH;
        String why =
                "it runs on days that are right both in the month and in the week; Kubernetes would take either, so one of"
                        + " the two is tested in front of the command";
        return weekDayIsRarer
                ? TargetSchedule.of(text(fields, CronField.DAY.all(), weekDays))
                        .guarded(guards.monthDays(monthDays), DayFilter.monthDays(monthDays), why)
                : TargetSchedule.of(text(fields, monthDays, CronField.WEEKDAY.all()))
                        .guarded(guards.weekDays(weekDays), DayFilter.weekDays(weekDays), why);
    }

    /** For goCron a star with a step is a star, so that both fields must fit; the step must be what is meant. */
    private TargetSchedule goCronBoth(CronFields fields) {
        for (int step = 2; step <= CronField.DAY.high; step++) {
            if (fields.monthDays() == CronField.range(1, CronField.DAY.high, step)) {
                return TargetSchedule.of(
                        text(fields, "*/" + step, FieldText.ofDays(CronField.WEEKDAY, fields.weekDays())));
            }
        }
        for (int step = 2; step <= CronField.WEEKDAY.high; step++) {
            if (fields.weekDays() == CronField.range(0, CronField.WEEKDAY.high, step)) {
                return TargetSchedule.of(
                        text(fields, FieldText.ofDays(CronField.DAY, fields.monthDays()), "*/" + step));
            }
        }
        return TargetSchedule.of(text(fields, CronField.DAY.all(), fields.weekDays()))
                .guarded(
                        guards.monthDays(fields.monthDays()),
                        DayFilter.monthDays(fields.monthDays()),
                        "goCron would take either of the two days, so the day of the month is tested in front of the command");
    }

    private TargetSchedule fromEnd(CronFields fields, long daysFromEnd) {
        int furthest = Long.SIZE - 1 - Long.numberOfLeadingZeros(daysFromEnd);
        long possible = CronField.range(Math.max(1, 29 - furthest), CronField.DAY.high, 1);
        boolean anyWeekDay = fields.weekDays() == CronField.WEEKDAY.all();
        if (!anyWeekDay) {
            return TargetSchedule.impossible(
                    "it counts days from the end of the month and asks for a day of the week too");
        }
        return TargetSchedule.of(text(fields, possible, CronField.WEEKDAY.all()))
                .guarded(
                        guards.fromEnd(daysFromEnd),
                        DayFilter.fromEnd(daysFromEnd),
                        "it counts days from the end of the month, which is tested in front of the command");
    }

    private String text(CronFields fields, long monthDays, long weekDays) {
        return text(fields, FieldText.ofDays(CronField.DAY, monthDays), FieldText.ofDays(CronField.WEEKDAY, weekDays));
    }

    private String text(CronFields fields, String monthDays, String weekDays) {
        List<String> five = List.of(
                FieldText.ofTime(CronField.MINUTE, fields.minutes()),
                FieldText.ofTime(CronField.HOUR, fields.hours()),
                monthDays,
                FieldText.ofDays(CronField.MONTH, fields.months()),
                weekDays);
        String seconds = FieldText.ofTime(CronField.SECOND, fields.seconds()) + " ";
        return (flavour == Flavour.GOCRON ? seconds : "") + String.join(" ", five);
    }
}
