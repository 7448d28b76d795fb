package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ScheduleCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Slipway.run(
                new Surroundings(
                        new PrintWriter(out, true), new PrintWriter(err, true), new TreeMap<>(), Prompt.NOBODY),
                args);
    }

    @Test
    void explains_a_line_in_words_with_its_next_runs_and_its_drafts() {
        int status = run(
                "schedule",
                "explain",
                "--zone",
                "Europe/Paris",
                "--from",
                "2026-10-24T12:00:00Z",
                "--count",
                "2",
                "30 2 * * 7 /opt/x/report >/dev/null 2>&1");

        assertThat(out.toString()).isEqualTo("""
                line 1: 30 2 * * 7 /opt/x/report >/dev/null 2>&1
                  means        At 02:30 on Sunday.
                  runs a day   0.1425
                  next         2026-10-25T02:30:00+02:00, 2026-11-01T02:30:00+01:00
                  recommended  cronjob
                               - it runs 15 minutes apart or more: a CronJob is part of Kubernetes and has no server of its own that could fail
                               - to be answered by the owner: do people start it by hand or read its output, does another job wait for it, or must it start to the second? Then goCron
                  or           gocron: if it is wanted for other jobs of the same project anyway
                  CronJob      30 2 * * 0 in Europe/Paris
                  goCron       cannot say it
                               - it goes by the clock of Europe/Paris, which has daylight saving; goCron's server must not run in such a zone, as in the repeated hour it would start the task without end
                  proof        Compared run by run from 2026-01-01 to 2027-12-31: 4 differences in 104 runs: 2026-03-29 03:00 +02:00 only on the host; 2026-10-25 02:30 +01:00 only in Kubernetes; 2027-03-28 03:00 +02:00 only on the host; 2027-10-31 02:30 +01:00 only in Kubernetes.

                  # CronJob, spec
                  schedule: '30 2 * * 0'
                  timeZone: 'Europe/Paris'
                  suspend: true
                  concurrencyPolicy: Allow
                  startingDeadlineSeconds: 200
                  command: ['/bin/sh', '-c']
                  args:
                  - |
                    /opt/x/report
                  # concurrencyPolicy Allow: cron starts a run even if the last one still goes on; Forbid if it must not
                  # startingDeadlineSeconds 200: cron does not make up for a missed run; a late start is allowed for
                  # no activeDeadlineSeconds: the host sets no limit; set one well above the longest run
                  # the redirection to /dev/null is taken off, so that the logs of a failed run can be read

                """);
        assertThat(err.toString()).isEmpty();
        assertThat(status).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void a_line_that_its_scheduler_refuses_is_said_so() {
        int status = run("schedule", "explain", "--flavour", "kubernetes", "0 3 * * 7");

        assertThat(out.toString()).isEqualTo("""
                line 1: 0 3 * * 7
                  not valid: bad day-of-week: "7" (7 is above its highest value 6; Sunday is 0 here)

                """);
        assertThat(status).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void json_has_what_the_contract_names() {
        int status = run(
                "schedule",
                "explain",
                "--json",
                "--system",
                "--from",
                "2026-01-01T00:00:00Z",
                "--count",
                "1",
                "*/2 * * * * app /opt/x/poll");

        assertThat(out.toString())
                .contains(
                        "\"line\" : 1,",
                        "\"text\" : \"*/2 * * * * app /opt/x/poll\"",
                        "\"valid\" : true",
                        "\"error\" : \"\"",
                        "\"schedule\" : \"*/2 * * * *\"",
                        "\"user\" : \"app\"",
                        "\"command\" : \"/opt/x/poll\"",
                        "\"runsPerDay\" : 720.0",
                        "\"next\" : [\n      \"2026-01-01T00:00:00Z\"\n    ]",
                        "\"target\" : \"gocron\"",
                        "\"spec\" : \"0 */2 * * * *\"",
                        "\"equal\" : true,\n      \"from\" : \"2026-01-01\",\n      \"to\" : \"2028-01-01\",\n"
                                + "      \"differences\" : [ ]");
        assertThat(status).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void wrong_options_are_named() {
        assertThat(run("schedule", "explain", "--zone", "Mars/Base", "0 3 * * * x"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(run("schedule", "explain", "--flavour", "quartz", "0 3 * * * x"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(run("schedule", "explain", "--from", "today", "0 3 * * * x")).isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString()).isEqualTo("""
                slipway: --zone: there is no time zone 'Mars/Base'
                slipway: --flavour is debian, cronie, busybox, kubernetes or gocron, not 'quartz'
                slipway: --from is an instant such as 2026-01-31T00:00:00Z, not 'today'
                """);
    }
}
