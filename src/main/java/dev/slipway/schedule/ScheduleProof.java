package dev.slipway.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A schedule compared with its translation, run by run, in the zone of the host.
 *
 * @param equal whether every run is at the same time
 * @param from first day of the comparison: {@code 2026-01-01}
 * @param to the day behind the last one
 * @param differences the first that were found, in words, at most {@value #MOST_DIFFERENCES}; where nothing could be compared, why
 * @param differenceCount how many there are; 0 where nothing could be compared
 * @param runs how many runs the original has in that time
 */
public record ScheduleProof(
        boolean equal, String from, String to, List<String> differences, long differenceCount, long runs) {
    static final int MOST_DIFFERENCES = 6;
    private static final int YEARS = 2;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

    public ScheduleProof {
        differences = List.copyOf(differences);
    }

    /** What is said where a schedule has no times that could be compared. */
    static ScheduleProof none(int year, String why) {
        return new ScheduleProof(false, year + "-01-01", year + YEARS + "-01-01", List.of(why), 0, 0);
    }

    /** The outcome in a sentence. */
    public String text() {
        String span = "from " + from + " to " + LocalDate.parse(to).minusDays(1);
        if (equal) {
            return "Compared run by run " + span + ": the same " + runs + " runs.";
        } else if (differenceCount == 0) {
            return "Not compared: " + String.join("; ", differences) + ".";
        }
        String more = differenceCount > differences.size() ? "; and more" : "";
        return "Compared run by run " + span + ": " + differenceCount + " differences in " + runs + " runs: "
                + String.join("; ", differences) + more + ".";
    }

    /**
     * Compares over two years from 1 January.
     *
     * @param target what the target is called in a sentence: {@code Kubernetes}
     */
    static ScheduleProof compare(FiringTimes source, FiringTimes there, ZoneId zone, int year, String target) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate end = first.plusYears(YEARS);
        List<String> differences = new ArrayList<>();
        long runs = 0;
        long count = 0;
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            int[] alike = alike(source, there, day);
            runs += alike.length;
            if (alike.length == 0) {
                long start = day.atStartOfDay(zone).toEpochSecond();
                long next = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
                long[] ours = source.between(start, next);
                runs += ours.length;
                count += differences(ours, there.between(start, next), zone, target, differences);
            }
        }
        return new ScheduleProof(count == 0, first.toString(), end.toString(), differences, count, runs);
    }

    /** The times of a day without a change of the clock, if both have the same: the usual case, told quickly. */
    private static int[] alike(FiringTimes source, FiringTimes there, LocalDate day) {
        boolean plain = source.zone().equals(there.zone()) && source.change(day).isEmpty();
        int[] ours = plain ? source.secondsOf(day) : new int[0];
        return plain && Arrays.equals(ours, there.secondsOf(day)) ? ours : new int[0];
    }

    private static long differences(long[] ours, long[] theirs, ZoneId zone, String target, List<String> found) {
        long count = 0;
        int i = 0;
        int j = 0;
        while (i < ours.length || j < theirs.length) {
            if (i < ours.length && j < theirs.length && ours[i] == theirs[j]) {
                i++;
                j++;
                continue;
            }
            boolean missing = j >= theirs.length || (i < ours.length && ours[i] < theirs[j]);
            long time = missing ? ours[i++] : theirs[j++];
            count++;
            if (found.size() < MOST_DIFFERENCES) {
                String when = MINUTE.format(Instant.ofEpochSecond(time).atZone(zone));
                found.add(when + (missing ? " only on the host" : " only in " + target));
            }
        }
        return count;
    }
}
