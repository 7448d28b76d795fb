package dev.slipway.report;

import dev.slipway.facts.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A crontab's schedule as one would say it: {@code at 03:00 on Sunday}. */
final class ScheduleWords {
    private static final int MOST_TIMES = 6;

    private final ScheduleField minute;
    private final ScheduleField hour;
    private final ScheduleField day;
    private final ScheduleField month;
    private final ScheduleField weekDay;
    private final Words words;

    private ScheduleWords(List<ScheduleField> fields, Words words) {
        this.minute = fields.get(0);
        this.hour = fields.get(1);
        this.day = fields.get(2);
        this.month = fields.get(3);
        this.weekDay = fields.get(4);
        this.words = words;
    }

    /** The words for this job's schedule; empty for one that is not of a common form. */
    static String of(Job job, Words words) {
        String schedule = job.schedule().strip();
        if (schedule.startsWith("@") || schedule.startsWith("run-parts ")) {
            String key = "schedule-" + schedule.replace(' ', '-');
            return words.has(key) ? words.say(key) : "";
        }
        String[] texts = schedule.split("\\s+");
        if (texts.length != 5) {
            return "";
        }
        int[][] limits = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 6}};
        List<ScheduleField> fields = new ArrayList<>();
        for (int i = 0; i < limits.length; i++) {
            Optional<ScheduleField> field = ScheduleField.read(texts[i], limits[i][0], limits[i][1]);
            field.ifPresent(fields::add);
        }
        return fields.size() == limits.length ? new ScheduleWords(fields, words).sentence() : "";
    }

    private String sentence() {
        String days = days();
        String sentence = days.isEmpty() ? time() : time() + " " + days;
        return month.any() ? sentence : sentence + words.say("schedule-in-month", words.list(months()));
    }

    private String time() {
        if (everyFewHours()) {
            return words.say("schedule-hours", hour.step(), String.join("", minute.padded()));
        } else if (!hour.any()
                && !minute.any()
                && minute.values().size() * hour.values().size() <= MOST_TIMES) {
            return words.say("schedule-at", words.list(times()));
        } else if (hour.any()) {
            return minutes();
        } else if (hour.range()) {
            return minutes() + " "
                    + words.say(
                            "schedule-between",
                            hour.padded().get(0),
                            hour.padded().get(hour.padded().size() - 1));
        }
        return minutes() + " " + words.say("schedule-of-hours", words.list(hour.padded()));
    }

    private boolean everyFewHours() {
        return hour.step() > 0 && 24 % hour.step() == 0 && minute.single();
    }

    private String minutes() {
        if (minute.any()) {
            return words.say("schedule-every-minute");
        } else if (minute.step() > 0 && 60 % minute.step() == 0) {
            return words.say("schedule-minutes", minute.step());
        }
        return words.say(minute.single() ? "schedule-at-minute" : "schedule-at-minutes", words.list(minute.padded()));
    }

    private List<String> times() {
        List<String> times = new ArrayList<>();
        for (String hours : hour.padded()) {
            minute.padded().forEach(minutes -> times.add(hours + ":" + minutes));
        }
        return times;
    }

    /** If both fields are set, cron fires on a day that is in one of them, unless one begins with a star. */
    private String days() {
        if (day.any() && weekDay.any()) {
            return hour.any() || everyFewHours() ? "" : words.say("schedule-daily");
        } else if (weekDay.any()) {
            return words.say("schedule-on-day", daysOfMonth());
        } else if (day.any()) {
            return words.say("schedule-on", weekDays());
        }
        String key = day.star() || weekDay.star() ? "schedule-on-both" : "schedule-on-either";
        return words.say(key, daysOfMonth(), weekDays());
    }

    private String daysOfMonth() {
        return day.range()
                ? words.say("schedule-to", day.first(), day.last())
                : words.list(day.values().stream().map(String::valueOf).toList());
    }

    private String weekDays() {
        List<String> names = weekDay.values().stream()
                .map(value -> words.say("weekday-" + value))
                .toList();
        return weekDay.range()
                ? words.say("schedule-to", names.get(0), names.get(names.size() - 1))
                : words.list(names);
    }

    private List<String> months() {
        return month.values().stream().map(value -> words.say("month-" + value)).toList();
    }
}
