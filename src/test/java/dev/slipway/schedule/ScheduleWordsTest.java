package dev.slipway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScheduleWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "* * * * *          ¦ Every minute.",
                "*/15 * * * *       ¦ Every 15 minutes.",
                "*/7 6-20 * * *     ¦ Every 7 minutes, counted from each full hour, in hours 6 to 20.",
                "17 * * * *         ¦ At minute 17 of every hour.",
                "5,20 6-20 * * *    ¦ At minutes 5 and 20 in hours 6 to 20.",
                "0 3 * * *          ¦ At 03:00.",
                "0 3 * * mon-fri    ¦ At 03:00 on Monday to Friday.",
                "15 2,14 * * 7      ¦ At 02:15 and 14:15 on Sunday.",
                "0 3 1,15 * sun     ¦ At 03:00 on days 1 and 15 of the month and also on every Sunday.",
                "0 3 */10 * 1       ¦ At 03:00 on days 1, 11, 21 and 31 of the month if that is a Monday.",
                "0 0 1 1-3,7 *      ¦ At 00:00 on day 1 of the month in January to March and July.",
                "22-2 3 * * *       ¦ Never: one of its fields has no value.",
                "@reboot            ¦ Once whenever the host starts.",
            })
    void says_when(String schedule, String words) {
        assertThat(ScheduleWords.of(
                        JobSchedule.of(JobSample.crontab(schedule + " x")).times()))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "OnCalendar=*-*~01 04:00                ¦ At 04:00 on day 1 counted from the end of the month.",
                "OnCalendar=2026-12-24 18:00            ¦ At 18:00 on day 24 of the month in December in 2026.",
                "OnCalendar=*:*:0/20                    ¦ Every minute, at seconds 0, 20 and 40.",
                "OnBootSec=1min OnUnitActiveSec=10min   ¦ Every 600 seconds, counted from the last start.",
                "OnCalendar=soon                        ¦ Not understood: OnCalendar=soon is not understood.",
            })
    void says_when_a_timer_elapses(String schedule, String words) {
        assertThat(ScheduleWords.of(JobSchedule.of(JobSample.timer(schedule, "x", "Etc/UTC"))
                        .times()))
                .isEqualTo(words);
    }
}
