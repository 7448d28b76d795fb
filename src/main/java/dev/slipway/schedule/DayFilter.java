package dev.slipway.schedule;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Days that a rule keeps, beyond what the fields of cron can say; or that a line in front of a command lets pass.
 *
 * @param monthDays bits 1..31
 * @param weekDays bits 0..6, Sunday is 0
 * @param daysFromEnd bits 1..31, 1 is the last day of a month; 0 keeps all days
 * @param years years in which it fires; empty for all
 */
record DayFilter(long monthDays, long weekDays, long daysFromEnd, SortedSet<Integer> years) {
    static final DayFilter ALL = new DayFilter(CronField.DAY.all(), CronField.WEEKDAY.all(), 0, new TreeSet<>());

    DayFilter {
        years = new TreeSet<>(years);
    }

    static DayFilter monthDays(long bits) {
        return new DayFilter(bits, ALL.weekDays, 0, ALL.years);
    }

    static DayFilter weekDays(long bits) {
        return new DayFilter(ALL.monthDays, bits, 0, ALL.years);
    }

    static DayFilter fromEnd(long bits) {
        return new DayFilter(ALL.monthDays, ALL.weekDays, bits, ALL.years);
    }

    boolean keeps(LocalDate date) {
        int fromEnd = date.lengthOfMonth() - date.getDayOfMonth() + 1;
        return CronFields.bit(monthDays, date.getDayOfMonth())
                && CronFields.bit(weekDays, date.getDayOfWeek().getValue() % 7)
                && (daysFromEnd == 0 || CronFields.bit(daysFromEnd, fromEnd))
                && (years.isEmpty() || years.contains(date.getYear()));
    }
}
