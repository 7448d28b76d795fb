package dev.slipway.schedule;

import static dev.slipway.schedule.JobSample.crontab;
import static dev.slipway.schedule.JobSample.host;
import static dev.slipway.schedule.JobSample.job;
import static dev.slipway.schedule.JobSample.judge;
import static dev.slipway.schedule.JobSample.shop;
import static dev.slipway.schedule.JobSample.timer;
import static dev.slipway.schedule.Recommendation.Target.CRONJOB;
import static dev.slipway.schedule.Recommendation.Target.DEPLOYMENT;
import static dev.slipway.schedule.Recommendation.Target.DROP;
import static dev.slipway.schedule.Recommendation.Target.GOCRON;
import static dev.slipway.schedule.Recommendation.Target.JOB;
import static dev.slipway.schedule.Recommendation.Target.LIVENESS_PROBE;
import static dev.slipway.schedule.Recommendation.Target.MANUAL;
import static dev.slipway.schedule.Recommendation.Target.SIDECAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Job;
import dev.slipway.facts.Job.Origin;
import dev.slipway.facts.Mount;
import dev.slipway.facts.StatePath;
import dev.slipway.facts.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that depend on more than a line: each is taken here, and not taken for a near miss. */
final class DecisionTableTest {

    private static JudgedJob beside(Workload workload, Job job) {
        return JobJudge.judge(host(List.of(job), workload)).get(0);
    }

    private static Job shopJob(String line) {
        return crontab(line).withUser(Fact.known("shop")).withWorkload(Fact.known("shop"));
    }

    @Test
    void what_the_distribution_brought_is_dropped_whatever_it_does() {
        Job job = crontab("* * * * * /opt/x/run");

        assertThat(judge(job.withOsDefault(true)).recommendation())
                .isEqualTo(new Recommendation(
                        DROP,
                        List.of(
                                "the distribution brought it to look after the machine; nodes and images look after themselves"),
                        List.of(),
                        ""));
        assertThat(judge(job).recommendation().target()).isEqualTo(GOCRON);
    }

    @Test
    void what_does_not_run_is_dropped_with_the_reason() {
        Job job = crontab("0 3 * * * /opt/x/run").withActive(false).withInactiveReason("there is no account shop");

        assertThat(judge(job).recommendation())
                .isEqualTo(new Recommendation(
                        DROP,
                        List.of("it does not run on this host: there is no account shop"),
                        List.of(
                                "cronjob: if its owner believes that it runs; then the reason above must be mended as well"),
                        ""));
    }

    @Test
    void one_date_is_a_job_and_one_day_a_year_a_question() {
        Job at = job(Origin.AT, "at", "at:7", "at 2026-12-14T04:10:00Z", "/opt/x/close", "Etc/UTC");
        JudgedJob yearly = judge(crontab("0 3 15 8 * /opt/x/close"));

        assertThat(judge(at))
                .extracting(j -> j.recommendation().target(), JudgedJob::runsPerDay, JudgedJob::intervalSeconds)
                .containsExactly(JOB, Fact.known(0.0), Fact.known(0L));
        assertThat(judge(timer("OnCalendar=2027-01-01 03:00", "/opt/x/close", "Etc/UTC"))
                        .recommendation()
                        .target())
                .isEqualTo(JOB);
        assertThat(yearly.recommendation().target()).isEqualTo(CRONJOB);
        assertThat(yearly.recommendation().reasons())
                .contains(
                        "to be answered by the owner: it runs on one day a year; was it meant for one date only? Then a Job by"
                                + " hand, not a CronJob");
        assertThat(judge(crontab("@yearly /opt/x/close"))
                        .recommendation()
                        .reasons()
                        .toString())
                .doesNotContain("one day a year");
    }

    @Test
    void loops_and_programs_become_deployments() {
        Job loop = job(Origin.SUPERVISOR_LOOP, "supervisord", "/etc/supervisor/x.conf", "", "/opt/x/poll", "Etc/UTC");
        Job inside = job(Origin.IN_PROCESS, "spring", "/opt/shop/shop.jar", "0 */2 * * * *", "Shop.settle", "Etc/UTC")
                .withWorkload(Fact.unknown("not attributed"));

        assertThat(judge(loop).recommendation().target()).isEqualTo(DEPLOYMENT);
        assertThat(judge(loop).runsPerDay()).isEqualTo(Fact.unknown("it runs all the time"));
        assertThat(beside(shop(), inside))
                .extracting(
                        j -> j.recommendation().target(),
                        JudgedJob::runsPerDay,
                        JudgedJob::intervalSeconds,
                        j -> j.job().workload())
                .containsExactly(DEPLOYMENT, Fact.known(720.0), Fact.known(120L), Fact.known("shop"));
    }

    @Test
    void files_on_the_network_are_no_local_disk() {
        Job clean = crontab("0 3 * * * find /srv/share/up -mtime +7 -delete");
        Mount share = new Mount(
                "nas:/share",
                "/srv/share",
                "nfs4",
                List.of(),
                Fact.known(true),
                Fact.known(true),
                true,
                Fact.known(1L),
                Fact.known(1L),
                List.of());

        assertThat(judge(clean).recommendation().target()).isEqualTo(SIDECAR);
        assertThat(JobJudge.judge(host(List.of(clean)).withMounts(List.of(share)))
                        .get(0)
                        .recommendation()
                        .target())
                .isEqualTo(CRONJOB);
    }

    @Test
    void files_that_an_application_keeps_pull_the_job_to_it() {
        Job export = crontab("0 3 * * * /opt/x/export --from /srv/shop/orders");
        StatePath orders = StatePath.unread("/srv/shop", "data");

        assertThat(JobJudge.judge(host(List.of(export)).withState(List.of(orders)))
                        .get(0)
                        .recommendation()
                        .target())
                .isEqualTo(SIDECAR);
        assertThat(judge(export).recommendation().target()).isEqualTo(CRONJOB);
        assertThat(judge(export).recommendation().reasons())
                .contains(
                        "to be answered by the owner: does it need the files on this host (/srv/shop/orders)? If an application"
                                + " keeps them: a sidecar that shares their volume");
    }

    @Test
    void state_of_the_host_binds_it_to_a_workload_or_to_a_person() {
        Job tick = crontab("*/20 * * * * /opt/x/ask -s /run/shop.sock");

        assertThat(beside(shop(), tick.withWorkload(Fact.known("shop")))
                        .recommendation()
                        .target())
                .isEqualTo(SIDECAR);
        assertThat(judge(tick).recommendation().target()).isEqualTo(MANUAL);
    }

    @Test
    void a_call_that_takes_longer_than_gocron_waits_is_a_cronjob() {
        Job call = crontab("0 3 * * * curl -s http://localhost:8080/close");

        assertThat(judge(call.withLastRunSeconds(Fact.known(299.0)))
                        .recommendation()
                        .target())
                .isEqualTo(GOCRON);
        assertThat(judge(call.withLastRunSeconds(Fact.known(301.0)))
                        .recommendation()
                        .target())
                .isEqualTo(CRONJOB);
    }

    @Test
    void lines_with_different_pauses_are_one_job_below_a_minute() {
        List<Job> twins = Stream.of("", "sleep 20; ", "sleep 40; ")
                .map(pause -> crontab("* * * * * " + pause + "/opt/x/poll"))
                .toList();

        assertThat(JobJudge.judge(host(twins)))
                .allSatisfy(
                        judged -> assertThat(judged.recommendation().reasons().get(0))
                                .isEqualTo(
                                        "3 lines run the same command every minute after different pauses: one job every 20 seconds,"
                                                + " which a CronJob cannot be"));
        assertThat(judge(twins.get(1)).recommendation().reasons().get(0)).startsWith("it runs every 60 seconds");
    }

    @Test
    void seconds_are_for_gocron() {
        JudgedJob judged = judge(timer("OnCalendar=*:*:0/20", "/opt/x/poll", "Etc/UTC"));

        assertThat(judged.recommendation().target()).isEqualTo(GOCRON);
        assertThat(judged.recommendation().reasons().get(0))
                .isEqualTo("it runs every 20 seconds; a CronJob starts at most once a minute");
        assertThat(GoCronPlan.of(judged).orElseThrow().spec()).isEqualTo("*/20 * * * * *");
        assertThat(judged.intervalSeconds()).isEqualTo(Fact.known(20L));
    }

    @Test
    void long_runs_catching_up_and_another_account_make_a_cronjob_of_what_runs_often() {
        Job often = shopJob("*/3 * * * * /opt/shop/poll");
        Job timer = timer("OnCalendar=*:0/3", "/opt/x/poll", "Etc/UTC");

        assertThat(beside(shop(), often).recommendation().target()).isEqualTo(GOCRON);
        assertThat(beside(shop(), often.withLastRunSeconds(Fact.known(1801.0)))
                        .recommendation()
                        .target())
                .isEqualTo(CRONJOB);
        assertThat(beside(shop(), often.withLastRunSeconds(Fact.known(1800.0)))
                        .recommendation()
                        .target())
                .isEqualTo(GOCRON);
        assertThat(beside(shop(), often.withUser(Fact.known("root")))
                        .recommendation()
                        .target())
                .isEqualTo(CRONJOB);
        assertThat(judge(timer).recommendation().target()).isEqualTo(GOCRON);
        assertThat(judge(timer.withSchedule("OnCalendar=*:0/3 Persistent=true"))
                        .recommendation()
                        .target())
                .isEqualTo(CRONJOB);
    }

    @Test
    void between_five_and_fifteen_minutes_the_image_and_the_length_decide() {
        Job job = shopJob("*/5 * * * * /opt/shop/poll");

        assertThat(beside(shop(), job.withLastRunSeconds(Fact.known(59.0)))
                        .recommendation()
                        .target())
                .isEqualTo(GOCRON);
        assertThat(beside(shop(), job.withLastRunSeconds(Fact.known(60.0)))
                        .recommendation()
                        .target())
                .isEqualTo(CRONJOB);
        assertThat(beside(shop(), job).recommendation().reasons())
                .contains(
                        "to be answered by the owner: how long does a run take? Under a minute: goCron, in the image of shop");
        assertThat(beside(shop(), shopJob("*/15 * * * * /opt/shop/poll").withLastRunSeconds(Fact.known(1.0)))
                        .recommendation()
                        .target())
                .isEqualTo(CRONJOB);
    }

    @Test
    void ten_jobs_of_one_project_share_a_node_of_gocron() {
        List<Job> jobs = IntStream.range(0, 10)
                .mapToObj(hour -> shopJob("0 " + hour + " * * * /opt/shop/job" + hour))
                .toList();

        assertThat(JobJudge.judge(host(jobs, shop())))
                .allMatch(j -> j.recommendation().target() == GOCRON);
        assertThat(JobJudge.judge(host(jobs.subList(0, 9), shop())))
                .allMatch(j -> j.recommendation().target() == CRONJOB);
    }

    @Test
    void whether_it_must_run_everywhere_is_asked_where_there_are_several_hosts() {
        JudgedJob judged = beside(shop().withInstances(3), shopJob("0 3 * * * /opt/shop/report"));

        assertThat(judged.recommendation().reasons())
                .contains(
                        "to be answered by the owner: must it run on each of the 3 hosts of shop, or once for all? On each: a"
                                + " sidecar that loops");
        assertThat(beside(shop(), shopJob("0 3 * * * /opt/shop/report"))
                        .recommendation()
                        .reasons()
                        .toString())
                .doesNotContain("sidecar that loops");
    }

    @Test
    void a_scheduler_that_cannot_keep_the_times_is_not_chosen() {
        Job call = crontab("30 2 * * * curl -s http://localhost/close", "Europe/Paris");
        JudgedJob judged = judge(call);

        assertThat(judged.recommendation().target()).isEqualTo(CRONJOB);
        assertThat(judged.recommendation().reasons().get(0))
                .startsWith("goCron would be the choice, but cannot keep its times:");
        assertThat(judge(call.withTimeZone("Asia/Shanghai")).recommendation().target())
                .isEqualTo(GOCRON);
        assertThat(judge(crontab("*/2 * * * * curl -s http://localhost/close", "Europe/Paris"))
                        .recommendation()
                        .target())
                .isEqualTo(GOCRON);
        assertThat(judge(timer("OnCalendar=soon", "/opt/x/run", "Etc/UTC"))
                        .recommendation()
                        .target())
                .isEqualTo(MANUAL);
    }

    @Test
    void a_lock_made_of_pgrep_is_no_watchdog_and_a_restart_after_work_neither() {
        assertThat(judge(crontab("0 3 * * * pgrep -f import && exit 0; /opt/x/import"))
                        .recommendation()
                        .target())
                .isEqualTo(CRONJOB);
        assertThat(judge(crontab("0 3 * * * /opt/x/load && systemctl restart shop"))
                        .recommendation()
                        .target())
                .isEqualTo(MANUAL);
        assertThat(judge(
                                crontab(
                                        "*/5 * * * * curl -fsS http://127.0.0.1:8000/healthz >/dev/null || systemctl restart billing"))
                        .recommendation()
                        .target())
                .isEqualTo(LIVENESS_PROBE);
        assertThat(judge(crontab("0 3 * * * service shop status || service shop start"))
                        .recommendation()
                        .target())
                .isEqualTo(LIVENESS_PROBE);
    }

    @Test
    void an_unknown_zone_is_asked_for() {
        JudgedJob judged = judge(crontab("0 3 * * * /opt/x/run", "CET"));

        assertThat(judged.recommendation().reasons())
                .contains(
                        "to be answered by the owner: which time zone do its times mean? The host says \"CET\"; they are"
                                + " compared as UTC");
        assertThat(CronJobPlan.of(judged).orElseThrow().timeZone()).isEmpty();
    }

    @Test
    void scripts_of_a_directory_run_when_the_line_that_runs_it_says() {
        Job script =
                job(Origin.RUN_PARTS, "debian", "/etc/cron.daily/x", "run-parts daily", "/etc/cron.daily/x", "Etc/UTC");
        Job seen = script.withEvidence(List.of(
                script.evidence().get(0),
                new EvidenceLine(
                        "crontabs", "/etc/crontab", 9, "10 5 * * * root cd / && run-parts --report /etc/cron.daily")));
        Job anacron = script.withEvidence(List.of(
                new EvidenceLine("crontabs", "/etc/anacrontab", 4, "1 5 cron.daily run-parts /etc/cron.daily")));

        assertThat(CronTranslation.of(script, 2026).cronJob().schedule()).isEqualTo("25 6 * * *");
        assertThat(CronTranslation.of(seen, 2026).cronJob().schedule()).isEqualTo("10 5 * * *");
        assertThat(CronTranslation.of(anacron, 2026).cronJob().schedule()).isEqualTo("5 3 * * *");
        assertThat(judge(anacron).recommendation().reasons().get(0)).startsWith("a run that was missed is made up for");
    }

    @ParameterizedTest
    @CsvSource({
        "fixed-rate=5000, 5",
        "fixed-delay=PT2M, 120",
        "fixed-rate=10s, 10",
        "fixed-rate=1h30m, 5400",
        "fixed-delay=5 minutes, 300",
        "fixed-rate=1, 1",
        "0 0/5 * * * ?, 300",
        "0 0 6 ? * MON-FRI, 86400",
        "*/10 * * * *, 600",
        "fixed-rate=${poll}, ",
        "0 0 6 ? * 2#1, ",
    })
    void programs_say_their_intervals_in_many_ways(String schedule, Long seconds) {
        Job inside = job(Origin.IN_PROCESS, "quartz", "/opt/x/x.jar", schedule, "X.run", "");
        JudgedJob judged = JobJudge.judge(
                        host(List.of(inside)).withHost(host(List.of()).host().withTimeZone(Fact.known("Europe/Paris"))))
                .get(0);

        assertThat(judged.intervalSeconds().toOptional()).isEqualTo(Optional.ofNullable(seconds));
        assertThat(judged.recommendation().target()).isEqualTo(DEPLOYMENT);
        assertThat(judged.job().timeZone()).isEqualTo("Europe/Paris");
    }
}
