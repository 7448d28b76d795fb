package dev.slipway.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The times at which rules fire, day by day. */
final class FiringTimes {
    private static final int[] NONE = {};
    private static final long DAY = 86_400;

    private final List<CalendarRule> rules;
    private final List<int[]> secondsOfDay;
    private final ZoneId zone;
    private int year = Integer.MIN_VALUE;
    private SortedMap<LocalDate, ZoneOffsetTransition> changes = new TreeMap<>();

    FiringTimes(List<CalendarRule> rules, ZoneId zone) {
        this.rules = List.copyOf(rules);
        this.secondsOfDay = rules.stream().map(CalendarRule::secondsOfDay).toList();
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** The change of the clock on this day of the zone; empty if there is none. */
    Optional<ZoneOffsetTransition> change(LocalDate date) {
        if (date.getYear() != year) {
            year = date.getYear();
            changes = changes(LocalDate.of(year, 1, 1));
        }
        return Optional.ofNullable(changes.get(date));
    }

    /** The days of a year on which the clock is changed; it is by far quicker to ask for all of them at once. */
    private SortedMap<LocalDate, ZoneOffsetTransition> changes(LocalDate first) {
        SortedMap<LocalDate, ZoneOffsetTransition> found = new TreeMap<>();
        Instant before = first.atStartOfDay(zone).toInstant().minusSeconds(1);
        ZoneOffsetTransition next = zone.getRules().nextTransition(before);
        while (next != null && next.getDateTimeAfter().getYear() == first.getYear()) {
            found.put(next.getInstant().atZone(zone).toLocalDate(), next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return found;
    }

    /** The seconds since the epoch at which a day begins. */
    private long start(LocalDate date) {
        return date.atStartOfDay(zone).toEpochSecond();
    }

    /** Seconds since midnight on a day on which the clock is not changed, in order. */
    int[] secondsOf(LocalDate date) {
        if (rules.size() == 1) {
            return rules.get(0).fires(date) ? secondsOfDay.get(0) : NONE;
        }
        return IntStream.range(0, rules.size())
                .filter(rule -> rules.get(rule).fires(date))
                .flatMap(rule -> Arrays.stream(secondsOfDay.get(rule)))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Seconds since the epoch on this day of the zone, in order. A rule that fires twice in a second does so here; two rules fire once. */
    long[] on(LocalDate date) {
        long start = start(date);
        Optional<ZoneOffsetTransition> change = change(date);
        if (change.isEmpty()) {
            return Arrays.stream(secondsOf(date))
                    .mapToLong(second -> start + second)
                    .toArray();
        }
        long end = start(date.plusDays(1));
        LongStream times = rules.stream().flatMapToLong(rule -> rule.onDayOfChange(date, start, end, change.get()));
        return rules.size() == 1 ? times.toArray() : times.sorted().distinct().toArray();
    }

    /** Seconds since the epoch from one second on and before another, in order. */
    long[] between(long from, long to) {
        LocalDate day = Instant.ofEpochSecond(from).atZone(zone).toLocalDate();
        LocalDate last = Instant.ofEpochSecond(to - 1).atZone(zone).toLocalDate();
        long[] times = on(day);
        while (day.isBefore(last)) {
            day = day.plusDays(1);
            long[] more = on(day);
            int before = times.length;
            times = Arrays.copyOf(times, before + more.length);
            System.arraycopy(more, 0, times, before, more.length);
        }
        return within(times, from, to);
    }

    private static long[] within(long[] times, long from, long to) {
        int first = 0;
        int end = times.length;
        while (first < end && times[first] < from) {
            first++;
        }
        while (end > first && times[end - 1] >= to) {
            end--;
        }
        return first == 0 && end == times.length ? times : Arrays.copyOfRange(times, first, end);
    }

    /** The first times from this second on, at most so many, within so many years. */
    List<Long> next(long from, int count, int years) {
        LocalDate first = Instant.ofEpochSecond(from).atZone(zone).toLocalDate();
        return first.datesUntil(first.plusYears(years))
                .flatMapToLong(day -> LongStream.of(on(day)))
                .filter(time -> time >= from)
                .limit(count)
                .boxed()
                .toList();
    }

    /** How often these rules fire, and how close together, over one year of a clock that nobody changes. */
    static Frequency frequency(List<CalendarRule> rules, int year) {
        FiringTimes times = new FiringTimes(rules, ZoneOffset.UTC);
        LocalDate first = LocalDate.of(year, 1, 1);
        long runs = 0;
        long shortest = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (LocalDate day = first; day.getYear() == year; day = day.plusDays(1)) {
            long midnight = day.toEpochDay() * DAY;
            for (int second : times.secondsOf(day)) {
                long time = midnight + second;
                shortest = last == Long.MIN_VALUE ? shortest : Math.min(shortest, time - last);
                last = time;
                runs++;
            }
        }
        return new Frequency((double) runs / first.lengthOfYear(), shortest == Long.MAX_VALUE ? 0 : shortest);
    }

    /**
     * How often something fires.
     *
     * @param runsPerDay average over a year
     * @param intervalSeconds shortest time between two runs; 0 if it fires once or never in that year
     */
    record Frequency(double runsPerDay, long intervalSeconds) {}
}
