package dev.slipway.schedule;

import dev.slipway.schedule.CronFields.DayRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a calendar event of systemd: {@code Mon..Fri *-*-* 22:30}, {@code *:0/2}, {@code monthly}, {@code *-*~01}. */
final class CalendarSpec {
    private static final Pattern STEPPED = Pattern.compile("(\\d{1,2})/(\\d{1,2})");
    private static final Pattern WEEK_DAYS = Pattern.compile("[A-Za-z]{3,9}((\\.\\.|-|,)[A-Za-z]{3,9})*,?");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private CalendarSpec() {}

    /** The rule; empty if systemd, or we, would not understand it. */
    static Optional<CalendarRule> read(String expression) {
        List<String> words = new ArrayList<>(List.of(expression.strip().split("\\s+")));
        if (words.size() > 1 && Zones.of(words.get(words.size() - 1)).isPresent()) {
            words.remove(words.size() - 1);
        }
        Optional<String> named = words.size() == 1 ? named(words.get(0)) : Optional.empty();
        if (named.isPresent()) {
            words = List.of(named.get().split(" "));
        }
        OptionalLong weekDays = OptionalLong.of(CronField.WEEKDAY.all());
        int next = 0;
        if (WEEK_DAYS.matcher(words.get(0)).matches()) {
            weekDays = weekDays(words.get(0));
            next = 1;
        }
        boolean hasDate = next < words.size() && !words.get(next).contains(":");
        String date = hasDate ? words.get(next++) : "*-*-*";
        String time = next < words.size() ? words.get(next++) : "00:00:00";
        return next == words.size() && weekDays.isPresent() ? read(weekDays.getAsLong(), date, time) : Optional.empty();
    }

    private static Optional<String> named(String word) {
        return Optional.ofNullable(
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "minutely" -> "*-*-* *:*:00";
                    case "hourly" -> "*-*-* *:00:00";
                    case "daily" -> "*-*-* 00:00:00";
                    case "weekly" -> "Mon *-*-* 00:00:00";
                    case "monthly" -> "*-*-01 00:00:00";
                    case "quarterly" -> "*-01,04,07,10-01 00:00:00";
                    case "semiannually", "semi-annually", "biannually", "bi-annually", "half-yearly" ->
                        "*-01,07-01 00:00:00";
                    case "yearly", "annually", "anually" -> "*-01-01 00:00:00";
                    default -> null;
                });
    }

    private static OptionalLong weekDays(String text) {
        long bits = 0;
        for (String part : text.split(",")) {
            String[] ends = part.split("\\.\\.|-");
            int first = weekDay(ends[0]);
            int last = weekDay(ends[ends.length - 1]);
            if (first < 0 || last < first || ends.length > 2) {
                return OptionalLong.empty();
            }
            for (int day = first; day <= last; day++) {
                bits |= 1L << (day + 1) % 7;
            }
        }
        return OptionalLong.of(bits);
    }

    /** Monday is 0, as systemd counts. */
    private static int weekDay(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> days = List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).equals(lower) || days.get(i).substring(0, 3).equals(lower)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<CalendarRule> read(long weekDays, String date, String time) {
        boolean fromEnd = date.contains("~");
        String[] dates = date.split("[-~]", -1);
        String[] times = time.split(":", -1);
        boolean shaped = dates.length >= 2 && dates.length <= 3 && times.length >= 2 && times.length <= 3;
        if (!shaped || (fromEnd && date.indexOf('~') != date.lastIndexOf('-') + 1 + dates[dates.length - 2].length())) {
            return Optional.empty();
        }
        String day = dates[dates.length - 1];
        OptionalLong days = fromEnd ? fromEnd(day) : values(day, 1, 31);
        OptionalLong months = values(dates[dates.length - 2], 1, 12);
        Optional<SortedSet<Integer>> years = years(dates.length == 3 ? dates[0] : "*");
        OptionalLong hours = values(times[0], 0, 23);
        OptionalLong minutes = values(times[1], 0, 59);
        OptionalLong seconds = values(times.length == 3 ? times[2].replaceFirst("\\.0+$", "") : "00", 0, 59);
        boolean read = days.isPresent() && months.isPresent() && years.isPresent();
        if (!read || hours.isEmpty() || minutes.isEmpty() || seconds.isEmpty()) {
            return Optional.empty();
        }
        CronFields fields = new CronFields(
                seconds.getAsLong(),
                minutes.getAsLong(),
                hours.getAsLong(),
                fromEnd ? CronField.DAY.all() : days.getAsLong(),
                months.getAsLong(),
                weekDays,
                DayRule.BOTH,
                false);
        DayFilter filter = new DayFilter(
                CronField.DAY.all(), CronField.WEEKDAY.all(), fromEnd ? days.getAsLong() : 0, years.get());
        return Optional.of(new CalendarRule(fields, filter, ClockChange.FIRST_ROUND_ONLY));
    }

    /** A list of values, ranges {@code 1..5} and steps {@code 0/15}, as bits. */
    private static OptionalLong values(String text, int low, int high) {
        long bits = 0;
        for (String part : text.split(",", -1)) {
            int[] range = range(part, low, high);
            if (range.length == 0) {
                return OptionalLong.empty();
            }
            bits |= CronField.range(range[0], range[1], range[2]);
        }
        return OptionalLong.of(bits);
    }

    /** First value, last value and step of one element; nothing if it is not understood. */
    private static int[] range(String part, int low, int high) {
        String[] stepped = part.split("/", -1);
        String[] ends = stepped[0].split("\\.\\.", -1);
        boolean any = stepped[0].equals("*");
        boolean numbers = any || List.of(ends).stream().allMatch(end -> end.matches("\\d{1,4}"));
        if (stepped.length > 2
                || ends.length > 2
                || !numbers
                || (stepped.length == 2 && !stepped[1].matches("\\d{1,4}"))) {
            return new int[0];
        }
        int first = any ? low : Integer.parseInt(ends[0]);
        int single = stepped.length == 2 ? high : first;
        int last = any ? high : ends.length == 2 ? Integer.parseInt(ends[1]) : single;
        int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
        boolean valid = first >= low && last <= high && first <= last && step > 0;
        return valid ? new int[] {first, last, step} : new int[0];
    }

    /** Days counted from the end of the month: {@code 07/2} is the seventh from the end and every other day behind it. */
    private static OptionalLong fromEnd(String text) {
        Matcher stepped = STEPPED.matcher(text);
        if (!stepped.matches()) {
            return values(text, 1, 31);
        }
        int step = Integer.parseInt(stepped.group(2));
        int first = Integer.parseInt(stepped.group(1));
        long bits = 0;
        for (int day = first; day >= 1 && first <= 31 && step > 0; day -= step) {
            bits |= 1L << day;
        }
        return bits == 0 ? OptionalLong.empty() : OptionalLong.of(bits);
    }

    /** Years as systemd writes them, {@code 2026,2028..2030}; empty for all, and nothing if they are not understood. */
    static Optional<SortedSet<Integer>> years(String text) {
        SortedSet<Integer> years = new TreeSet<>();
        if (text.equals("*")) {
            return Optional.of(years);
        }
        for (String part : text.split(",", -1)) {
            int[] range = range(part.matches("\\d\\d") ? "20" + part : part, FIRST_YEAR, LAST_YEAR);
            if (range.length == 0) {
                return Optional.empty();
            }
            for (int year = range[0]; year <= range[1]; year += range[2]) {
                years.add(year);
            }
        }
        return Optional.of(years);
    }
}
