package dev.slipway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiringTimesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate SHORT_DAY = LocalDate.of(2026, 3, 29);
    private static final LocalDate LONG_DAY = LocalDate.of(2026, 10, 25);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("HH:mmx", Locale.ROOT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 02:00 to 03:00 does not exist
                "30 2 * * *         | VIXIE             | 03:00+02",
                "30 2 * * *         | FOLLOWS_THE_CLOCK | ''",
                "30 2 * * *         | FIRST_ROUND_ONLY  | ''",
                "0,30 2,3 * * *     | VIXIE             | 03:00+02 03:00+02 03:00+02 03:30+02",
                "*/30 2,3 * * *     | VIXIE             | 03:00+02 03:30+02",
                "*/30 2,3 * * *     | FOLLOWS_THE_CLOCK | 03:00+02 03:30+02",
                "59 1 * * *         | VIXIE             | 01:59+01",
            })
    void in_the_lost_hour(String five, ClockChange change, String times) {
        assertThat(on(SHORT_DAY, five, change)).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 02:00 to 03:00 is there twice
                "30 2 * * *         | VIXIE                     | 02:30+02",
                "*/30 2 * * *       | VIXIE                     | 02:00+02 02:30+02 02:00+01 02:30+01",
                "30 2 * * *         | FOLLOWS_THE_CLOCK         | 02:30+02 02:30+01",
                "*/30 2,3 * * *     | FIRST_ROUND_ONLY          | 02:00+02 02:30+02 03:00+01 03:30+01",
                "30 2,3 * * *       | STUCK_IN_THE_SECOND_ROUND | 02:30+02 03:30+01",
            })
    void in_the_repeated_hour(String five, ClockChange change, String times) {
        assertThat(on(LONG_DAY, five, change)).isEqualTo(times);
    }

    private static String on(LocalDate day, String five, ClockChange change) {
        FiringTimes times = new FiringTimes(List.of(rule(five, change)), PARIS);
        return Arrays.stream(times.on(day))
                .mapToObj(second -> LOCAL.format(Instant.ofEpochSecond(second).atZone(PARIS)))
                .collect(Collectors.joining(" "));
    }

    private static CalendarRule rule(String five, ClockChange change) {
        CrontabEntry entry = Crontab.read(five + " x\n", Flavour.DEBIAN, TableKind.ROOT)
                .entries()
                .get(0);
        return CalendarRule.of(((Timing.AtTimes) entry.timing()).fields(), change);
    }

    @ParameterizedTest
    @CsvSource({
        "* * * * *, 1440.0, 60",
        "*/7 * * * *, 216.0, 240",
        "0 3 * * *, 1.0, 86400",
        "0 3 1 1 *, 0.0027397260273972603, 0",
        "0 3 29 2 *, 0.0, 0",
        "0 3 1 * 1, 0.17260273972602741, 86400",
    })
    void counts_the_runs_of_a_year(String five, double runsPerDay, long interval) {
        assertThat(FiringTimes.frequency(List.of(rule(five, ClockChange.VIXIE)), 2026))
                .isEqualTo(new FiringTimes.Frequency(runsPerDay, interval));
    }

    @Test
    void lists_the_next_runs() {
        FiringTimes times = new FiringTimes(List.of(rule("30 2 * * 0", ClockChange.VIXIE)), PARIS);

        assertThat(times.next(Instant.parse("2026-10-18T00:30:00Z").getEpochSecond(), 3, 1))
                .extracting(second -> Instant.ofEpochSecond(second).toString())
                .containsExactly("2026-10-18T00:30:00Z", "2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z");
    }
}
