package dev.slipway.schedule;

import dev.slipway.schedule.CronFields.DayRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the cron expressions of Java programs, seconds first: Spring's, in which Sunday is 0 or 7, and Quartz's, in which it is 1
 * and a year may follow. A day must fit both of its fields.
 */
final class ProgramFields {
    private final boolean quartz;

    private ProgramFields(boolean quartz) {
        this.quartz = quartz;
    }

    /** The rule; empty if it is not understood, as {@code W} and {@code #} are not. */
    static Optional<CalendarRule> read(String expression, boolean quartz) {
        List<String> fields = List.of(expression.strip().split("\\s+"));
        Optional<CronFields> macro = quartz ? Optional.empty() : CronMacro.of(expression.strip());
        if (macro.isPresent()) {
            return macro.map(times -> CalendarRule.of(times, ClockChange.FOLLOWS_THE_CLOCK));
        } else if (fields.size() == 6) {
            return new ProgramFields(quartz).read(fields);
        }
        return quartz && fields.size() == 7
                ? new ProgramFields(true).read(fields.subList(0, 6)).flatMap(rule -> inYears(rule, fields.get(6)))
                : Optional.empty();
    }

    private static Optional<CalendarRule> inYears(CalendarRule rule, String years) {
        if (years.matches("[*?]")) {
            return Optional.of(rule);
        }
        return CalendarSpec.years(years.replace("-", ".."))
                .map(set -> new DayFilter(
                        rule.filter().monthDays(),
                        rule.filter().weekDays(),
                        rule.filter().daysFromEnd(),
                        set))
                .map(rule::keeping);
    }

    private Optional<CalendarRule> read(List<String> six) {
        boolean last = six.get(3).equals("L");
        OptionalLong seconds = values(CronField.SECOND, six.get(0));
        OptionalLong minutes = values(CronField.MINUTE, six.get(1));
        OptionalLong hours = values(CronField.HOUR, six.get(2));
        OptionalLong days = last ? OptionalLong.of(CronField.DAY.all()) : values(CronField.DAY, six.get(3));
        OptionalLong months = values(CronField.MONTH, six.get(4));
        OptionalLong weekDays = values(CronField.WEEKDAY, six.get(5));
        boolean times = seconds.isPresent() && minutes.isPresent() && hours.isPresent();
        if (!times || days.isEmpty() || months.isEmpty() || weekDays.isEmpty()) {
            return Optional.empty();
        }
        CronFields fields = new CronFields(
                seconds.getAsLong(),
                minutes.getAsLong(),
                hours.getAsLong(),
                days.getAsLong(),
                months.getAsLong(),
                weekDays.getAsLong(),
                DayRule.BOTH,
                false);
        CalendarRule rule = CalendarRule.of(fields, ClockChange.FOLLOWS_THE_CLOCK);
        return Optional.of(last ? rule.keeping(DayFilter.fromEnd(1L << 1)) : rule);
    }

    private OptionalLong values(CronField field, String text) {
        long bits = 0;
        for (String element : text.split(",", -1)) {
            OptionalLong range = range(field, element);
            if (range.isEmpty()) {
                return OptionalLong.empty();
            }
            bits |= range.getAsLong();
        }
        return OptionalLong.of(bits);
    }

    private OptionalLong range(CronField field, String element) {
        String[] stepped = element.split("/", -1);
        String[] ends = stepped[0].split("-", -1);
        boolean any = stepped[0].equals("*") || stepped[0].equals("?");
        if (stepped.length > 2 || ends.length > 2 || (stepped.length == 2 && !stepped[1].matches("[1-9]\\d{0,4}"))) {
            return OptionalLong.empty();
        }
        int low = any ? field.low : value(field, ends[0]);
        int single = stepped.length == 2 ? field.high : low;
        int high = any ? field.high : ends.length == 2 ? value(field, ends[1]) : single;
        int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
        boolean sunday = field == CronField.WEEKDAY && high < low && ends.length == 2;
        int end = sunday ? high + 7 : high;
        if (low < field.low || end < low || high > (field == CronField.WEEKDAY ? 7 : field.high)) {
            return OptionalLong.empty();
        }
        long bits = CronField.range(low, end, step);
        return OptionalLong.of(field == CronField.WEEKDAY ? (bits | bits >>> 7) & CronField.WEEKDAY.all() : bits);
    }

    private int value(CronField field, String text) {
        int named = field.valueOf3(text);
        if (named >= 0 || !text.matches("\\d{1,4}")) {
            return named;
        }
        int number = Integer.parseInt(text);
        return quartz && field == CronField.WEEKDAY ? number - 1 : number;
    }
}
