package dev.slipway.schedule;

import dev.slipway.schedule.CronFields.DayRule;
import java.util.Optional;

/** The names that stand for five fields; lower case only, in every scheduler. */
final class CronMacro {
    private static final long FIRST = 1L << 1;
    private static final long ZERO = 1;
    private static final long SUNDAY = 1;

    private CronMacro() {}

    /** The times of {@code @daily} and its like; {@code @reboot} and {@code @every} are none of them. */
    static Optional<CronFields> of(String name) {
        long anyDay = CronField.DAY.all();
        long anyMonth = CronField.MONTH.all();
        long anyWeekDay = CronField.WEEKDAY.all();
        return switch (name) {
            case "@yearly", "@annually" -> fields(ZERO, FIRST, FIRST, anyWeekDay);
            case "@monthly" -> fields(ZERO, FIRST, anyMonth, anyWeekDay);
            case "@weekly" -> fields(ZERO, anyDay, anyMonth, SUNDAY);
            case "@daily", "@midnight" -> fields(ZERO, anyDay, anyMonth, anyWeekDay);
            case "@hourly" -> fields(CronField.HOUR.all(), anyDay, anyMonth, anyWeekDay);
            default -> Optional.empty();
        };
    }

    private static Optional<CronFields> fields(long hours, long days, long months, long weekDays) {
        boolean everyHour = hours != ZERO;
        return Optional.of(new CronFields(1, 1, hours, days, months, weekDays, DayRule.BOTH, everyHour));
    }
}
