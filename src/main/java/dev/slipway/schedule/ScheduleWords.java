package dev.slipway.schedule;

import dev.slipway.facts.Job;
import dev.slipway.schedule.CronFields.DayRule;
import dev.slipway.schedule.JobSchedule.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A schedule in plain words. */
public final class ScheduleWords {
    private static final int MOST_TIMES = 6;
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> WEEK_DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    private ScheduleWords() {}

    /** When a job runs, in a sentence. */
    public static String of(Job job) {
        return of(JobSchedule.of(job).times());
    }

    /** A sentence: {@code At 03:00 on Monday to Friday.} */
    static String of(Times times) {
        if (times instanceof Times.ByCalendar calendar) {
            List<String> rules =
                    calendar.rules().stream().map(ScheduleWords::rule).toList();
            return String.join(" ", rules);
        } else if (times instanceof Times.Repeating repeating) {
            return "Every " + repeating.seconds() + " seconds, counted from the last "
                    + (repeating.fromEnd() ? "end." : "start.");
        } else if (times instanceof Times.AtStart) {
            return "Once whenever the host starts.";
        } else if (times instanceof Times.Once once) {
            return "Once, at " + once.at() + ".";
        }
        return times instanceof Times.Always
                ? "All the time."
                : "Not understood: " + ((Times.NotKnown) times).reason() + ".";
    }

    private static String rule(CalendarRule rule) {
        CronFields fields = rule.fields().simplified();
        if (fields.empty()) {
            return "Never: one of its fields has no value.";
        }
        String seconds = fields.seconds() == 1 ? "" : ", at second" + several(CronField.SECOND, fields.seconds());
        return times(fields) + seconds + days(fields, rule.filter()) + months(fields) + years(rule.filter()) + ".";
    }

    private static String times(CronFields fields) {
        String minutes = FieldText.ofTime(CronField.MINUTE, fields.minutes());
        boolean everyHour = fields.hours() == CronField.HOUR.all();
        String hours = everyHour ? "" : " in hour" + several(CronField.HOUR, fields.hours());
        int count = Long.bitCount(fields.minutes()) * Long.bitCount(fields.hours());
        if (minutes.equals("*")) {
            return "Every minute" + hours;
        } else if (count <= MOST_TIMES) {
            return "At " + clock(fields);
        } else if (minutes.startsWith("*/")) {
            int step = Integer.parseInt(minutes.substring(2));
            return "Every " + step + " minutes" + (60 % step == 0 ? "" : ", counted from each full hour,") + hours;
        }
        return "At minute" + several(CronField.MINUTE, fields.minutes()) + (everyHour ? " of every hour" : hours);
    }

    private static String clock(CronFields fields) {
        List<String> times = new ArrayList<>();
        for (int hour = 0; hour <= CronField.HOUR.high; hour++) {
            for (int minute = 0; minute <= CronField.MINUTE.high; minute++) {
                if (fields.atMinute(hour, minute)) {
                    times.add(String.format(Locale.ROOT, "%02d:%02d", hour, minute));
                }
            }
        }
        return list(times);
    }

    private static String days(CronFields fields, DayFilter filter) {
        boolean allMonthDays = fields.monthDays() == CronField.DAY.all();
        boolean allWeekDays = fields.weekDays() == CronField.WEEKDAY.all();
        String monthDays = "day" + several(CronField.DAY, fields.monthDays()) + " of the month";
        String weekDays = list(ranges(CronField.WEEKDAY, fields.weekDays(), WEEK_DAYS, 0));
        String days = allMonthDays && allWeekDays
                ? ""
                : allMonthDays
                        ? " on " + weekDays
                        : allWeekDays
                                ? " on " + monthDays
                                : fields.dayRule() == DayRule.EITHER
                                        ? " on " + monthDays + " and also on every " + weekDays
                                        : " on " + monthDays + " if that is a " + weekDays;
        return filter.daysFromEnd() == 0
                ? days
                : days + " on day" + several(CronField.DAY, filter.daysFromEnd())
                        + " counted from the end of the month";
    }

    private static String months(CronFields fields) {
        return fields.months() == CronField.MONTH.all()
                ? ""
                : " in " + list(ranges(CronField.MONTH, fields.months(), MONTHS, 1));
    }

    private static String years(DayFilter filter) {
        return filter.years().isEmpty()
                ? ""
                : " in " + list(filter.years().stream().map(String::valueOf).toList());
    }

    /** {@code " 5"} or {@code "s 1 to 5 and 7"}. */
    private static String several(CronField field, long bits) {
        return (Long.bitCount(bits) == 1 ? " " : "s ") + list(ranges(field, bits, List.of(), 0));
    }

    private static List<String> ranges(CronField field, long bits, List<String> names, int first) {
        List<String> parts = new ArrayList<>();
        for (String part : FieldText.ofDays(field, bits)
                .replace("*", field.low + "-" + field.high)
                .split(",")) {
            String[] ends = part.split("-");
            String from = name(names, ends[0], first);
            parts.add(ends.length == 1 ? from : from + " to " + name(names, ends[1], first));
        }
        return parts;
    }

    private static String name(List<String> names, String number, int first) {
        return names.isEmpty() ? number : names.get(Integer.parseInt(number) - first);
    }

    private static String list(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
