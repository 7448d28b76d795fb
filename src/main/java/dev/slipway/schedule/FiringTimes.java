package dev.slipway.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;

/** The times at which rules fire, day by day. */
final class FiringTimes {
    private final List<CalendarRule> rules;
    private final ZoneId zone;

    FiringTimes(List<CalendarRule> rules, ZoneId zone) {
        this.rules = List.copyOf(rules);
        this.zone = zone;
    }

    /** Seconds since the epoch on this day of the zone, in order. A rule that fires twice in a second does so here; two rules fire once. */
    long[] on(LocalDate date) {
        if (rules.size() == 1) {
            return rules.get(0).on(date, zone).toArray();
        }
        return rules.stream()
                .flatMapToLong(rule -> rule.on(date, zone))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Seconds since the epoch from one second on and before another, in order. */
    long[] between(long from, long to) {
        LocalDate first = Instant.ofEpochSecond(from).atZone(zone).toLocalDate();
        LocalDate last = Instant.ofEpochSecond(to - 1).atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .flatMapToLong(day -> LongStream.of(on(day)))
                .filter(time -> time >= from && time < to)
                .toArray();
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
            for (long time : times.on(day)) {
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
