package dev.slipway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The times are those that Spring 5.3.31 gives for the same expressions. */
final class ProgramFieldsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 */2 * * * *        | 2026-10-24T10:02:00Z 2026-10-24T10:04:00Z 2026-10-24T10:06:00Z",
                "0 0 3 * * MON-FRI    | 2026-10-26T02:00:00Z 2026-10-27T02:00:00Z 2026-10-28T02:00:00Z",
                "0 30 2 * * *         | 2026-10-25T00:30:00Z 2026-10-25T01:30:00Z 2026-10-26T01:30:00Z",
                "0 0 0 L * *          | 2026-10-30T23:00:00Z 2026-11-29T23:00:00Z 2026-12-30T23:00:00Z",
                "0 0 12 * * 7         | 2026-10-25T11:00:00Z 2026-11-01T11:00:00Z 2026-11-08T11:00:00Z",
                "30 5/15 6 1 * ?      | 2026-11-01T05:05:30Z 2026-11-01T05:20:30Z 2026-11-01T05:35:30Z",
                "@monthly             | 2026-10-31T23:00:00Z 2026-11-30T23:00:00Z 2026-12-31T23:00:00Z",
            })
    void fires_when_spring_does(String expression, String times) {
        assertThat(next(expression, false)).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 12 ? * 1         | 2026-10-25T11:00:00Z 2026-11-01T11:00:00Z 2026-11-08T11:00:00Z",
                "0 0 12 ? * SAT       | 2026-10-31T11:00:00Z 2026-11-07T11:00:00Z 2026-11-14T11:00:00Z",
                "0 0 12 1 1 ? 2028-2029 | 2028-01-01T11:00:00Z 2029-01-01T11:00:00Z",
                "0 0 12 1 1 ? *       | 2027-01-01T11:00:00Z 2028-01-01T11:00:00Z 2029-01-01T11:00:00Z",
            })
    void sunday_is_the_first_day_for_quartz_and_a_year_may_follow(String expression, String times) {
        assertThat(next(expression, true)).isEqualTo(times);
    }

    private static String next(String expression, boolean quartz) {
        CalendarRule rule = ProgramFields.read(expression, quartz).orElseThrow();
        return new FiringTimes(List.of(rule), PARIS)
                .next(Instant.parse("2026-10-24T10:00:01Z").getEpochSecond(), 3, 5).stream()
                        .map(second -> Instant.ofEpochSecond(second).toString())
                        .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 3 * *",
        "0 0 3 15W * ?",
        "0 0 3 ? * 2#1",
        "0 0 25 * * *",
        "0 0 3 * FOO *",
        "0 0/0 * * * *",
        "${cron}",
        "0 0 3 1 1 ? soon",
        "''"
    })
    void says_what_it_does_not_understand(String expression) {
        assertThat(ProgramFields.read(expression, true)).isEmpty();
    }
}
