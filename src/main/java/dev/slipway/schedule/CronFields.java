package dev.slipway.schedule;

import java.time.LocalDate;

/**
 * What a cron expression means: for each field a bit set, in which bit n says that value n fires.
 *
 * @param seconds bits 0..59; bit 0 alone where the scheduler knows no seconds
 * @param minutes bits 0..59
 * @param hours bits 0..23
 * @param monthDays bits 1..31
 * @param months bits 1..12
 * @param weekDays bits 0..6, Sunday is 0
 * @param dayRule how day of month and day of week go together
 * @param wildcard whether the text of minute or hour begins with a star: Vixie cron and cronie catch up other jobs when the
 *     clock jumps forward, and do not repeat them when it is set back
 */
record CronFields(
        long seconds,
        long minutes,
        long hours,
        long monthDays,
        long months,
        long weekDays,
        DayRule dayRule,
        boolean wildcard) {

    /** How day of month and day of week go together. */
    enum DayRule {
        /** A day must be in both sets: one of the fields counts as a star. */
        BOTH,
        /** A day must be in one of the sets. */
        EITHER
    }

    /** Whether it fires on this day at all. */
    boolean onDay(LocalDate date) {
        boolean inMonth = bit(months, date.getMonthValue());
        boolean day = bit(monthDays, date.getDayOfMonth());
        boolean weekDay = bit(weekDays, date.getDayOfWeek().getValue() % 7);
        return inMonth && (dayRule == DayRule.BOTH ? day && weekDay : day || weekDay);
    }

    /** Whether it fires in this minute of a day on which it fires. */
    boolean atMinute(int hour, int minute) {
        return bit(hours, hour) && bit(minutes, minute);
    }

    /** Whether a set is empty, so that it can never fire; an impossible date such as 31 April is not seen here. */
    boolean empty() {
        boolean noDay = dayRule == DayRule.BOTH ? monthDays == 0 || weekDays == 0 : monthDays == 0 && weekDays == 0;
        return seconds == 0 || minutes == 0 || hours == 0 || months == 0 || noDay;
    }

    /** The same days and times, in a form in which it shows whether day of month, day of week or both matter. */
    CronFields simplified() {
        boolean anyMonthDay = monthDays == CronField.DAY.all();
        boolean anyWeekDay = weekDays == CronField.WEEKDAY.all();
        if (dayRule == DayRule.BOTH) {
            return this;
        } else if (anyMonthDay || anyWeekDay) {
            return withDays(CronField.DAY.all(), CronField.WEEKDAY.all(), DayRule.BOTH);
        } else if (monthDays == 0) {
            return withDays(CronField.DAY.all(), weekDays, DayRule.BOTH);
        } else if (weekDays == 0) {
            return withDays(monthDays, CronField.WEEKDAY.all(), DayRule.BOTH);
        }
        return this;
    }

    /** The same minutes, of each the first second only. */
    CronFields atFullMinute() {
        return new CronFields(1, minutes, hours, monthDays, months, weekDays, dayRule, wildcard);
    }

    CronFields withDays(long newMonthDays, long newWeekDays, DayRule newRule) {
        return new CronFields(seconds, minutes, hours, newMonthDays, months, newWeekDays, newRule, wildcard);
    }

    static boolean bit(long bits, int value) {
        return (bits >>> value & 1) != 0;
    }
}
