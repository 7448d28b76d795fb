package dev.slipway.schedule;

import dev.slipway.schedule.JobSchedule.Times;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When anacron runs a job: every so many days, some time after it has started, and late rather than never. The day is fixed by
 * the last run, so weekday and minute here are a choice, not a finding.
 */
final class AnacronTimes {
    private static final Pattern SCHEDULE = Pattern.compile("(\\S+) (\\d{1,9}) (\\S+)");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final long MINUTE = 60;
    private static final int DEFAULT_HOUR = 3;

    private AnacronTimes() {}

    static JobSchedule of(String schedule, SortedMap<String, String> environment) {
        Matcher parts = SCHEDULE.matcher(schedule);
        if (!parts.matches()) {
            return JobSchedule.notKnown("\"" + schedule + "\" is not understood");
        }
        int delay = (int) Math.min(Long.parseLong(parts.group(2)), 59);
        int hour = startHour(environment.getOrDefault("START_HOURS_RANGE", ""));
        String five = days(parts.group(1), delay + " " + hour);
        String random = environment.getOrDefault("RANDOM_DELAY", "");
        long jitter = random.matches("\\d{1,6}") ? Long.parseLong(random) * MINUTE : 0;
        if (five.isEmpty()) {
            return JobSchedule.notKnown("every " + parts.group(1) + " days, counted from the last run");
        }
        Times times = GoExpression.timing(five, Flavour.KUBERNETES)
                .map(timing -> JobSchedule.times(timing, ClockChange.FOLLOWS_THE_CLOCK))
                .orElseGet(() -> new Times.NotKnown("\"" + schedule + "\" is not understood"));
        String note = "anacron counts days from the last run and starts when the host is on; " + five
                + " is one time that keeps its period";
        return new JobSchedule(times, true, jitter, List.of(note));
    }

    private static String days(String period, String minuteAndHour) {
        return switch (period) {
            case "1", "@daily" -> minuteAndHour + " * * *";
            case "7", "@weekly" -> minuteAndHour + " * * 0";
            case "@monthly", "30", "31" -> minuteAndHour + " 1 * *";
            case "@yearly", "@annually", "365" -> minuteAndHour + " 1 1 *";
            default -> "";
        };
    }

    private static int startHour(String range) {
        Matcher hours = HOURS.matcher(range);
        return hours.matches() ? Math.min(Integer.parseInt(hours.group(1)), 23) : DEFAULT_HOUR;
    }
}
