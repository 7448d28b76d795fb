package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Job;
import dev.slipway.facts.JobBuilder;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScheduleWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "* * * * * = every minute",
                "*/2 * * * * = every 2 minutes",
                "*/7 * * * * = at minutes 00, 07, 14, 21, 28, 35, 42, 49 and 56 of every hour",
                "0 3 * * * = at 03:00 every day",
                "0 3 * * 7 = at 03:00 on Sunday",
                "30 3,15 * * 1-5 = at 03:30 and 15:30 on Monday to Friday",
                "0 3 1,15 * * = at 03:00 on day 1 and 15 of the month",
                "0 3 13 * fri = at 03:00 on day 13 of the month, and also on every Friday",
                "0 3 */2 * fri = at 03:00 on day 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29 and 31 of the month, if that is Friday",
                "5 * * * * = at minute 05 of every hour",
                "17 */6 * * * = every 6 hours at minute 17",
                "*/10 8-18 * * mon-fri = every 10 minutes from 08 to 18 h on Monday to Friday",
                "0 0 1 jan * = at 00:00 on day 1 of the month, in January only",
                "@daily = at 00:00 every day",
                "@reboot = once when the machine starts",
                "run-parts weekly = every week, with the other scripts of /etc/cron.weekly",
            })
    void says_what_a_schedule_means(String schedule, String words) {
        assertThat(ScheduleWords.of(job(schedule), Words.english())).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "61 * * * *",
                "0~30 * * * *",
                "OnCalendar weekly",
                "* * * *",
                "5-1 * * * *",
                "5/2 * * * *",
                "a b c d e"
            })
    void says_nothing_rather_than_something_wrong(String schedule) {
        assertThat(ScheduleWords.of(job(schedule), Words.english())).isEmpty();
    }

    private static Job job(String schedule) {
        return JobBuilder.builder()
                .id("j")
                .source("/etc/crontab")
                .origin(Job.Origin.SYSTEM_CRONTAB)
                .flavour("debian")
                .user(Fact.known("root"))
                .schedule(schedule)
                .command("true")
                .environment(new TreeMap<>())
                .inactiveReason("")
                .timeZone("Etc/UTC")
                .workload(Fact.known(""))
                .lastRun(Fact.known(""))
                .lastRunSeconds(Fact.unknown("no log"))
                .evidence(List.of())
                .build();
    }
}
