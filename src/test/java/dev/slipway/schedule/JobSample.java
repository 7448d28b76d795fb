package dev.slipway.schedule;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import dev.slipway.facts.Job.Origin;
import dev.slipway.facts.Workload;
import java.util.List;
import java.util.TreeMap;

/** Jobs, workloads and hosts to judge. */
final class JobSample {
    private JobSample() {}

    static Job crontab(String line) {
        return crontab(line, "Etc/UTC");
    }

    /** A line of root's crontab on Debian. */
    static Job crontab(String line, String zone) {
        CrontabEntry entry = Crontab.read(line + "\n", Flavour.DEBIAN, TableKind.ROOT)
                .entries()
                .get(0);
        return job(
                Origin.USER_CRONTAB,
                "debian",
                "/var/spool/cron/crontabs/root",
                entry.schedule(),
                entry.command(),
                zone);
    }

    static Job timer(String schedule, String command, String zone) {
        return job(Origin.TIMER, "systemd", "x.timer", schedule, command, zone);
    }

    static Job job(Origin origin, String flavour, String source, String schedule, String command, String zone) {
        return new Job(
                source + ":1",
                source,
                1,
                origin,
                flavour,
                Fact.known("root"),
                schedule,
                command,
                new TreeMap<>(),
                true,
                "",
                false,
                zone,
                Fact.known(""),
                Fact.known(""),
                Fact.unknown("no log was read"),
                List.of(new EvidenceLine("crontabs", source, 1, schedule + " " + command)));
    }

    static HostFacts host(List<Job> jobs) {
        HostFacts facts = HostFacts.unread("shop-01").withJobs(jobs);
        Host host = facts.host().withScannedAt("2026-11-28T04:00:00Z").withAddresses(List.of("10.0.0.11/24"));
        return facts.withHost(host);
    }

    static HostFacts host(List<Job> jobs, Workload workload) {
        return host(jobs).withWorkloads(List.of(workload));
    }

    /** An application of account {@code shop} below {@code /opt/shop} that listens on 8080. */
    static Workload shop() {
        String unread = "not read";
        return new Workload(
                "shop",
                "shop",
                Workload.Kind.APPLICATION,
                "java",
                new Workload.Product("tomcat", Fact.unknown(unread)),
                "systemd",
                "shop.service",
                Fact.known("shop"),
                Fact.unknown(unread),
                List.of(7),
                List.of(8080),
                Fact.unknown(unread),
                Fact.unknown(unread),
                Fact.unknown(unread),
                "/opt/shop",
                "",
                List.of(),
                Fact.unknown(unread),
                List.of(),
                1,
                Fact.unknown(unread),
                Fact.unknown(unread),
                Fact.unknown(unread),
                Fact.unknown(unread),
                Fact.unknown(unread),
                0,
                1,
                "shop",
                List.of());
    }

    static JudgedJob judge(Job job) {
        return JobJudge.judge(host(List.of(job))).get(0);
    }
}
