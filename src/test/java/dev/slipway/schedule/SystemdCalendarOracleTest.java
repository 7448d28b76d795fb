package dev.slipway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.RequiresTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code systemd-analyze calendar} says when a calendar event elapses: it is compared time by time. */
@RequiresTool("systemd-analyze")
final class SystemdCalendarOracleTest {
    private static final int TIMES = 40;
    private static final Pattern ELAPSE = Pattern.compile(
            "\\s*(?:Next elapse|Iter\\. #\\d+|Iteration #\\d+): \\w{3} (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) (\\S+)");
    private static final Pattern IN_UTC =
            Pattern.compile("\\s*\\(in UTC\\): \\w{3} (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) UTC");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minutely",
                "hourly",
                "daily",
                "weekly",
                "monthly",
                "quarterly",
                "semiannually",
                "yearly",
                "*:0/2",
                "*-*-* 01:30:00",
                "Mon..Fri 22:30",
                "Sat,Sun 10:00",
                "Mon,Wed..Fri *-*-* 4:5:6",
                "Mon *-*-1..7 04:00",
                "*-*~01",
                "*-*~07/1 12:00",
                "*-02~03/2 00:00",
                "12-25",
                "8:05:40/7",
                "*:*:0/15",
                "*-*-1/3",
                "Mon",
                "Fri 03:00",
                "2027-*-* 1:2",
                "*-1..6/2-1,15 0/6:30",
                "02:30",
                "*:0/30",
                "02,03:15",
                "*-10-25 *:0/20",
                "Tuesday 05:00",
                "Mon..Sun 3:00",
                "*-*-* 00..05:0",
                "27-*-1 1:00",
            })
    void elapses_at_the_same_times(String expression) throws Exception {
        for (String zone : List.of("UTC", "Europe/Paris", "America/New_York")) {
            Instant base =
                    LocalDateTime.of(2026, 3, 27, 12, 0).atZone(ZoneId.of(zone)).toInstant();
            List<Long> theirs = systemd(expression, zone, base);
            CalendarRule rule = CalendarSpec.read(expression).orElseThrow();
            FiringTimes times = new FiringTimes(List.of(rule), ZoneId.of(zone));

            assertThat(times.next(base.getEpochSecond() + 1, theirs.size(), 60))
                    .as(zone)
                    .isEqualTo(theirs);
            assertThat(theirs).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun..Tue 3:00",
                "22..2:00",
                "5",
                "*-13-01",
                "25:00",
                "*:60",
                "Mon Tue",
                "soon",
                "*-*-* 1:2:3:4",
                "*:0/0"
            })
    void refuses_what_systemd_refuses(String expression) throws Exception {
        assertThat(systemd(expression, "UTC", Instant.EPOCH)).isEmpty();
        assertThat(CalendarSpec.read(expression)).isEqualTo(Optional.empty());
    }

    private static List<Long> systemd(String expression, String zone, Instant base)
            throws IOException, InterruptedException {
        String local = STAMP.format(base.atZone(ZoneId.of(zone)));
        ProcessBuilder command = new ProcessBuilder(
                        "systemd-analyze", "calendar", "--iterations=" + TIMES, "--base-time=" + local, expression)
                .redirectErrorStream(true);
        command.environment().put("TZ", zone);
        command.environment().put("LC_ALL", "C");
        Process process = command.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        List<Long> times = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher elapse = ELAPSE.matcher(line);
            Matcher utc = IN_UTC.matcher(line);
            if (elapse.matches() && elapse.group(2).equals("UTC")) {
                times.add(LocalDateTime.parse(elapse.group(1), STAMP).toEpochSecond(ZoneOffset.UTC));
            } else if (utc.matches()) {
                times.add(LocalDateTime.parse(utc.group(1), STAMP).toEpochSecond(ZoneOffset.UTC));
            }
        }
        return times;
    }
}
