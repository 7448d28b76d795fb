package dev.slipway.schedule;

import static dev.slipway.schedule.JobSample.crontab;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CronTranslationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                // Debian           | Kubernetes         | guard                                                      |
                // goCron
                "15 2 * * *         ¦ 15 2 * * *         ¦ ``                                                         ¦ 0 15 2 * * *",
                "47 6 * * 7         ¦ 47 6 * * 0         ¦ ``                                                         ¦ 0 47 6 * * 0",
                "0 3 * * 5-7        ¦ 0 3 * * 0,5,6      ¦ ``                                                         ¦ 0 0 3 * * 0,5,6",
                "0 3 * * mon-fri    ¦ 0 3 * * mon-fri    ¦ ``                                                         ¦ 0 0 3 * * mon-fri",
                "@daily             ¦ 0 0 * * *          ¦ ``                                                         ¦ 0 0 0 * * *",
                "@weekly            ¦ 0 0 * * 0          ¦ ``                                                         ¦ 0 0 0 * * 0",
                "*/90 * * * *       ¦ */90 * * * *       ¦ ``                                                         ¦ 0 */90 * * * *",
                "0 3 1,15 * sun     ¦ 0 3 1,15 * sun     ¦ ``                                                         ¦ 0 0 3 1,15 * sun",
                "0 3 1-31 * 1 ¦ 0 3 1-31 * 1 ¦ `` ¦ 0 0 3 1-31 * 1",
                "0 0 */2 * 1        ¦ 0 0 * * 1          ¦ case \"$(TZ=Etc/UTC date +%d)\" in 01|03|05|07|09|11|13|15|17|19|21|23|25|27|29|31) ;; *) exit 0 ;; esac ¦ 0 0 0 */2 * 1",
                "0 0 1-7 * */2      ¦ 0 0 1-7 * *        ¦ case \"$(TZ=Etc/UTC date +%u)\" in 2|4|6|7) ;; *) exit 0 ;; esac ¦ 0 0 0 1-7 * */2",
                "0 0 1,*/9 * 5      ¦ 0 0 1,*/9 * 5      ¦ ``                                                         ¦ 0 0 0 1,10,19,28 * 5",
            })
    void says_the_same_in_the_words_of_the_target(String debian, String kubernetes, String guard, String goCron) {
        CronTranslation translation = CronTranslation.of(crontab(debian.strip() + " x"), 2026);

        assertThat(translation.cronJob().schedule()).isEqualTo(kubernetes);
        assertThat(translation.cronJob().guard()).isEqualTo(guard);
        assertThat(translation.cronJob().timeZone()).isEqualTo("Etc/UTC");
        assertThat(translation.cronJob().proof().equal()).isTrue();
        assertThat(translation.goCron().spec()).isEqualTo(goCron);
        assertThat(translation.goCron().proof().equal()).isTrue();
        assertThat(translation.goCron().guard()).isEmpty();
    }
}
