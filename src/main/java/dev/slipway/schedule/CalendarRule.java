package dev.slipway.schedule;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A rule that says when something fires, as one scheduler follows it.
 *
 * @param fields days and times
 * @param filter days of these that are kept
 * @param clockChange what happens when the clock is changed
 */
record CalendarRule(CronFields fields, DayFilter filter, ClockChange clockChange) {
    private static final int MINUTE = 60;
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final long DAY = 86_400;
    private static final long HOUR = 3600;
    /** Vixie crons take a jump by more for a new setting of the clock, and catch nothing up. */
    private static final long LONGEST_CAUGHT_UP_SECONDS = 3 * HOUR;

    static CalendarRule of(CronFields fields, ClockChange clockChange) {
        return new CalendarRule(fields, DayFilter.ALL, clockChange);
    }

    CalendarRule keeping(DayFilter days) {
        return new CalendarRule(fields, days, clockChange);
    }

    /** The same minutes, of each the first second only. */
    CalendarRule atFullMinute() {
        return new CalendarRule(fields.atFullMinute(), filter, clockChange);
    }

    /** Whether it fires on this day at all. */
    boolean fires(LocalDate date) {
        return fields.onDay(date) && filter.keeps(date);
    }

    /** Seconds since midnight at which it fires on a day on which nobody changes the clock, in order. */
    int[] secondsOfDay() {
        return IntStream.range(0, MINUTES_OF_A_DAY)
                .filter(minute -> fields.atMinute(minute / 60, minute % 60))
                .flatMap(minute -> seconds().map(second -> minute * MINUTE + second))
                .toArray();
    }

    private IntStream seconds() {
        return IntStream.range(0, MINUTE).filter(second -> CronFields.bit(fields.seconds(), second));
    }

    /** Seconds since the epoch at which it fires on a day with this change of the clock; twice where it fires twice. */
    LongStream onDayOfChange(LocalDate date, long start, long end, ZoneOffsetTransition change) {
        LongStream.Builder times = LongStream.builder();
        long at = change.toEpochSecond();
        long lastOfRepeated = at - change.getDuration().toSeconds();
        for (long minute = start; minute < end && fires(date); minute += MINUTE) {
            if (minute == at) {
                caughtUp(date, change).forEach(times);
            }
            ZoneOffset offset = minute < at ? change.getOffsetBefore() : change.getOffsetAfter();
            int local = (int) Math.floorMod(minute + offset.getTotalSeconds(), DAY) / MINUTE;
            boolean again = minute >= at && minute < lastOfRepeated;
            if (fields.atMinute(local / MINUTE, local % MINUTE) && !(again && suppressed())) {
                long first = minute;
                seconds().forEach(second -> times.add(first + second));
            }
        }
        return times.build();
    }

    private boolean suppressed() {
        return clockChange != ClockChange.FOLLOWS_THE_CLOCK && !(clockChange == ClockChange.VIXIE && fields.wildcard());
    }

    /** What Vixie's cron runs as soon as the clock has jumped forward: one run for each minute that was lost. */
    private LongStream caughtUp(LocalDate date, ZoneOffsetTransition change) {
        long lost = change.getDuration().toSeconds();
        boolean catches = clockChange == ClockChange.VIXIE && !fields.wildcard() && lost <= LONGEST_CAUGHT_UP_SECONDS;
        return LongStream.iterate(0, second -> second < (catches ? lost : 0), second -> second + MINUTE)
                .mapToObj(second -> change.getDateTimeBefore().plusSeconds(second))
                .filter(local -> local.toLocalDate().equals(date))
                .filter(local -> fields.atMinute(local.getHour(), local.getMinute()))
                .mapToLong(local -> change.toEpochSecond());
    }
}
