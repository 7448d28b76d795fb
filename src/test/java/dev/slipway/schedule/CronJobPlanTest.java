package dev.slipway.schedule;

import static dev.slipway.schedule.JobSample.crontab;
import static dev.slipway.schedule.JobSample.judge;
import static dev.slipway.schedule.JobSample.timer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CronJobPlanTest {

    @Test
    void says_everything_that_a_cronjob_needs() {
        JudgedJob judged = judge(crontab(
                        "5 4 1-7 * */2 flock -n /run/lock/x timeout 300 /opt/x/run $$ >> /var/log/x.log 2>&1",
                        "Europe/Paris")
                .withEnvironment(
                        new TreeMap<>(Map.of("SHELL", "/bin/bash", "MAILTO", "x@example.com", "STAGE", "prod"))));

        assertThat(CronJobPlan.of(judged))
                .contains(new CronJobPlan(
                        "5 4 1-7 * *",
                        "Europe/Paris",
                        "Forbid",
                        200,
                        OptionalLong.of(360),
                        true,
                        List.of("/bin/bash", "-c"),
                        List.of("""
                        case "$$(TZ=Europe/Paris date +%u)" in 2|4|6|7) ;; *) exit 0 ;; esac
                        timeout 300 /opt/x/run $$$$
                        """),
                        """
                #!/bin/bash
                case "$(TZ=Europe/Paris date +%u)" in 2|4|6|7) ;; *) exit 0 ;; esac
                timeout 300 /opt/x/run $$
                """,
                        new TreeMap<>(Map.of("STAGE", "prod")),
                        "",
                        "root",
                        "case \"$(TZ=Europe/Paris date +%u)\" in 2|4|6|7) ;; *) exit 0 ;; esac",
                        List.of(
                                "it runs on days that are right both in the month and in the week; Kubernetes would take either, so one"
                                        + " of the two is tested in front of the command",
                                "concurrencyPolicy Forbid: it keeps the lock /run/lock/x while it runs",
                                "startingDeadlineSeconds 200: cron does not make up for a missed run; a late start is allowed for",
                                "activeDeadlineSeconds: its own timeout and a minute for the start; the timeout stays, as it ends the"
                                        + " command gently",
                                "flock is taken off: the CronJob lets no second run start",
                                "the redirection to /var/log/x.log is taken off: logs go to standard output; keep it if something"
                                        + " reads the file")));
    }

    @Test
    void makes_up_for_missed_runs_as_a_persistent_timer_does() {
        CronJobPlan plan = CronJobPlan.of(judge(timer("OnCalendar=daily Persistent=true", "/opt/x/run", "Etc/UTC")))
                .orElseThrow();

        assertThat(plan.startingDeadlineSeconds()).isEqualTo(43_200);
        assertThat(plan.concurrencyPolicy()).isEqualTo("Forbid");
    }

    @Test
    void lets_runs_overlap_as_cron_does() {
        CronJobPlan plan =
                CronJobPlan.of(judge(crontab("*/20 * * * * /opt/x/run"))).orElseThrow();

        assertThat(plan.concurrencyPolicy()).isEqualTo("Allow");
        assertThat(plan.activeDeadlineSeconds()).isEmpty();
    }

    @Test
    void input_behind_a_percent_sign_becomes_a_here_document() {
        CronJobPlan plan =
                CronJobPlan.of(judge(crontab("0 3 * * * /opt/x/run%a $b%c"))).orElseThrow();

        assertThat(plan.script()).isEqualTo("""
                #!/bin/sh
                {
                /opt/x/run
                } <<'END_OF_INPUT'
                a $b
                c
                END_OF_INPUT
                """);
    }

    @Test
    void what_is_dropped_or_has_no_times_has_no_plan() {
        for (String line : List.of("@reboot /opt/x/prepare", "0 3 * * * ntpdate pool", "0 3 31 2 * /opt/x/run")) {
            assertThat(CronJobPlan.of(judge(crontab(line)))).isEmpty();
        }
    }

    @Test
    void a_plain_call_becomes_an_http_task_of_gocron() {
        JudgedJob judged = judge(
                crontab("*/10 * * * * curl -fsS -o /dev/null -X POST 'http://127.0.0.1:8080/run?a=1' >/dev/null"));

        assertThat(GoCronPlan.of(judged))
                .contains(
                        new GoCronPlan(
                                "0 */10 * * * *",
                                "Etc/UTC",
                                "http",
                                true,
                                "http://127.0.0.1:8080/run?a=1",
                                "",
                                300,
                                true,
                                new TreeMap<>(),
                                "root",
                                "",
                                List.of(
                                        "timeout: the host sets none; 300 seconds is the longest that goCron is recommended for",
                                        "an HTTP task: goCron's server calls the address itself; put the Service in the host's place")));
    }

    @Test
    void a_call_with_credentials_and_a_long_command_stay_with_the_shell() {
        GoCronPlan call = GoCronPlan.of(judge(crontab("*/10 * * * * curl -u a:b http://127.0.0.1:8080/run")))
                .orElseThrow();
        GoCronPlan longer = GoCronPlan.of(judge(crontab("*/3 * * * * /opt/x/run " + "x".repeat(250))))
                .orElseThrow();

        assertThat(call.protocol()).isEqualTo("shell");
        assertThat(call.command()).isEqualTo("curl -u a:b http://127.0.0.1:8080/run");
        assertThat(longer.command()).isEmpty();
        assertThat(longer.script()).startsWith("#!/bin/sh\n/opt/x/run xxx");
    }
}
