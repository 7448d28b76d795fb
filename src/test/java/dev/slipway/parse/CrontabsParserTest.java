package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CrontabsParserTest {
    private static final String GAP_REMEDY = "scan as root or with sudo";

    private static HostFacts read(Evidence evidence, String os) {
        HostFacts host = HostFacts.unread("host");
        return new CrontabsParser()
                .read(
                        evidence,
                        host.withHost(host.host()
                                .withOs(new Host.Os(
                                        Fact.known(os),
                                        Fact.known("1"),
                                        Fact.known(os),
                                        Fact.known("5"),
                                        Fact.known("x86_64")))
                                .withTimeZone(Fact.known("Europe/Paris"))));
    }

    private static HostFacts read(RecordedHost host, String os) {
        return read(host.evidence(), os);
    }

    /** The jobs as a table: whether they run and belong to the system, where they stand, who runs what when. */
    private static String table(HostFacts facts) {
        return facts.jobs().stream()
                .map(job -> (job.active() ? "+" : "-") + (job.osDefault() ? "os " : "   ") + job.id() + " | "
                        + job.user().orElse("?") + " | " + job.schedule() + " | " + job.command()
                        + (job.active() ? "" : " | " + job.inactiveReason()) + "\n")
                .collect(Collectors.joining());
    }

    private static Job job(HostFacts facts, String id) {
        return facts.jobs().stream()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void reads_debian_12_as_root() {
        HostFacts facts = read(RecordedHost.read("debian-12/schedules/crons-root"), "debian");

        assertThat(table(facts)).isEqualTo("""
                +os /etc/cron.d/e2scrub_all:1 | root | 30 3 * * 0 | test -e /run/systemd/system || SERVICE_MODE=1 /usr/lib/x86_64-linux-gnu/e2fsprogs/e2scrub_all_cron
                +os /etc/cron.d/e2scrub_all:2 | root | 10 3 * * * | test -e /run/systemd/system || SERVICE_MODE=1 /sbin/e2scrub_all -A -r
                +   /etc/cron.d/shop:3 | tomcat | */2 * * * * | flock -n /run/lock/shop-sync.lock /opt/shop/bin/heartbeat.sh >/dev/null 2>&1
                +   /etc/cron.d/shop:4 | root | * * * * * | test -d /run/systemd/system && date +\\%s > /run/shop.tick
                +   /etc/cron.d/shop:5 | root | 0 3 1,15 * sun | /usr/local/sbin/shop-cleanup
                -   /etc/cron.d/shop.bak:1 | root | 0 1 * * * | /bin/true # cron never runs this: a dot in the name | a dot in the file's name: cron skips it
                +os /etc/crontab:18 | root | 17 * * * * | cd / && run-parts --report /etc/cron.hourly
                +os /etc/crontab:19 | root | 25 6 * * * | test -x /usr/sbin/anacron || { cd / && run-parts --report /etc/cron.daily; }
                +os /etc/crontab:20 | root | 47 6 * * 7 | test -x /usr/sbin/anacron || { cd / && run-parts --report /etc/cron.weekly; }
                +os /etc/crontab:21 | root | 52 6 1 * * | test -x /usr/sbin/anacron || { cd / && run-parts --report /etc/cron.monthly; }
                +   /var/spool/cron/crontabs/root:4 | root | 15 2 * * * | mysqldump --single-transaction -h 10.0.0.10 -u backup -p[REDACTED] shop | gzip > /var/backups/shop-$(date +\\%F).sql.gz
                +   /var/spool/cron/crontabs/root:5 | root | 5 0 * * 1-5 | curl -s -u report:[REDACTED] http://127.0.0.1:8080/shop/cart.jsp >/dev/null
                +   /var/spool/cron/crontabs/tomcat:7 | tomcat | * * * * * | /opt/shop/bin/heartbeat.sh >> /var/log/shop/heartbeat.log 2>&1
                +   /var/spool/cron/crontabs/tomcat:8 | tomcat | */2 * * * * | flock -n /run/lock/shop-import.lock /opt/shop/bin/import-orders.sh >> /var/log/shop/import.log 2>&1
                +   /var/spool/cron/crontabs/tomcat:9 | tomcat | @reboot | sleep 5 && /opt/shop/bin/warmup.sh
                +os /etc/cron.daily/apt-compat | root | run-parts daily | /etc/cron.daily/apt-compat
                +os /etc/cron.daily/dpkg | root | run-parts daily | /etc/cron.daily/dpkg
                +os /etc/cron.daily/logrotate | root | run-parts daily | /etc/cron.daily/logrotate
                +   /etc/cron.daily/shop-cleanup | root | run-parts daily | /etc/cron.daily/shop-cleanup
                """);
        assertThat(facts.gaps()).isEmpty();
        assertThat(facts.unparsed()).isEmpty();
        Job import_ = job(facts, "/var/spool/cron/crontabs/tomcat:8");
        assertThat(import_.origin()).isEqualTo(Job.Origin.USER_CRONTAB);
        assertThat(import_.source()).isEqualTo("/var/spool/cron/crontabs/tomcat");
        assertThat(import_.environment())
                .isEqualTo(
                        Map.of("MAILTO", "shop-ops@example.com", "PATH", "/opt/shop/bin:/usr/local/bin:/usr/bin:/bin"));
        assertThat(import_.lastRun().orElse("")).startsWith("2026-11-24T");
        assertThat(import_.evidence())
                .containsExactly(new EvidenceLine(
                        "crontabs",
                        "/var/spool/cron/crontabs/tomcat",
                        8,
                        "*/2 * * * * flock -n /run/lock/shop-import.lock /opt/shop/bin/import-orders.sh >>"
                                + " /var/log/shop/import.log 2>&1"));
        assertThat(job(facts, "/etc/cron.d/shop:3").timeZone())
                .as("Debian's cron knows no CRON_TZ")
                .isEqualTo("Europe/Paris");
    }

    @Test
    void without_rights_the_tables_of_users_are_missing_and_said_to_be() {
        HostFacts facts = read(RecordedHost.read("debian-12/schedules/crons-user"), "debian");

        assertThat(facts.jobs()).hasSize(14).noneMatch(job -> job.origin() == Job.Origin.USER_CRONTAB);
        assertThat(facts.gaps())
                .containsExactly(
                        new Gap("jobs", "crontabs", "/var/spool/cron/crontabs: permission denied", GAP_REMEDY));
        assertThat(facts.jobs())
                .allMatch(job -> job.lastRun().equals(Fact.unknown("the log of cron was not readable")));
    }

    @Test
    void reads_busybox_where_its_crond_is_told_to_look() {
        HostFacts facts = read(RecordedHost.read("busybox-1.35/schedules/crond-root"), "appliance");

        assertThat(table(facts)).isEqualTo("""
                +   /var/spool/cron/crontabs/root:1 | root | */3 * * * * | /bin/touch /tmp/tick
                """);
        assertThat(facts.jobs().get(0).flavour()).isEqualTo("busybox");
        assertThat(facts.jobs().get(0).lastRun().orElse("")).startsWith("2026-11-24T");

        HostFacts plain = read(RecordedHost.read("busybox-1.35/schedules/crond-user"), "appliance");
        assertThat(plain.jobs()).isEmpty();
        assertThat(plain.gaps())
                .containsExactly(
                        new Gap("jobs", "crontabs", "/var/spool/cron/crontabs: permission denied", GAP_REMEDY));
    }

    private static RecordedHost cronie() {
        return RecordedHost.asRoot()
                .command("crontabs", "daemons", """
                        -rwxr-xr-x 1 0 0 70216 Jan 10  2024 /usr/sbin/crond
                        -rwxr-xr-x 1 0 0 36472 Jan 10  2024 /usr/sbin/anacron
                        process 812/cmdline /usr/sbin/crond -n\s
                        """)
                .command("crontabs", "users", "root:0:/root\napp:1001:/srv/app\npasswd: sss files systemd\n")
                .item("crontabs", "spool", "spool", Kind.SECTION, Outcome.READ, "")
                .item("crontabs", "system", "system", Kind.SECTION, Outcome.READ, "");
    }

    @Test
    void reads_red_hat_where_anacron_runs_the_daily_scripts() {
        HostFacts facts = read(
                cronie().file("crontabs", "system", "/etc/crontab", "SHELL=/bin/bash\nMAILTO=root\n# empty\n")
                        .file("crontabs", "system", "/etc/cron.d/0hourly", """
                                # Run the hourly jobs
                                SHELL=/bin/bash
                                PATH=/sbin:/bin:/usr/sbin:/usr/bin
                                MAILTO=root
                                01 * * * * root run-parts /etc/cron.hourly
                                """)
                        .file("crontabs", "system", "/etc/cron.d/app.conf", """
                                CRON_TZ=Asia/Tokyo
                                0 4 * * sat-sun app /srv/app/bin/close -d $(date +\\%F)
                                61 * * * * app /srv/app/bin/broken
                                0 5 * * * ghost /srv/app/bin/ghost
                                """)
                        .file("crontabs", "system", "/etc/cron.d/app.rpmsave", "0 4 * * * app /srv/app/bin/old\n")
                        .file("crontabs", "system", "/etc/cron.d/tool", "0 4 * * * root /srv/tool\n")
                        .file("crontabs", "system", "/etc/anacrontab", """
                                SHELL=/bin/sh
                                RANDOM_DELAY=45
                                START_HOURS_RANGE=3-22

                                1	5	cron.daily		nice run-parts /etc/cron.daily
                                7	25	cron.weekly		nice run-parts /etc/cron.weekly
                                @monthly 45	cron.monthly		nice run-parts /etc/cron.monthly
                                3 10 app.sweep /srv/app/bin/sweep
                                odd line
                                """)
                        .file("crontabs", "spool", "/var/spool/cron/app", "*/5 * * * * /srv/app/bin/poll\n")
                        .command("crontabs", "listing", """
                                -rw-r--r--. 1    0    0  128 Aug  9  2019 /etc/cron.d/0hourly
                                -rw-r--r--. 1    0    0  228 Aug  9  2019 /etc/cron.d/app.conf
                                -rwxr-xr-x. 1    0    0  228 Aug  9  2019 /etc/cron.d/tool
                                -rwxr-xr-x. 1    0    0  219 Jan  1 10:00 /etc/cron.daily/logrotate
                                -rwxr-xr-x. 1    0    0  219 Jan  1 10:00 /etc/cron.daily/app.backup.sh
                                -rwxr-xr-x. 1    0    0  219 Jan  1 10:00 /etc/cron.daily/app.sh~
                                -rw-r--r--. 1    0    0  219 Jan  1 10:00 /etc/cron.daily/notes
                                -rwxr-xr-x. 1    0    0  392 Aug  9  2019 /etc/cron.hourly/0anacron
                                -rw-------. 1 1001 1001   40 Jan  1 10:00 /var/spool/cron/app
                                """),
                "rhel");

        assertThat(table(facts)).isEqualTo("""
                +os /etc/anacrontab:5 | root | 1 5 cron.daily | nice run-parts /etc/cron.daily
                +os /etc/anacrontab:6 | root | 7 25 cron.weekly | nice run-parts /etc/cron.weekly
                +os /etc/anacrontab:7 | root | @monthly 45 cron.monthly | nice run-parts /etc/cron.monthly
                +   /etc/anacrontab:8 | root | 3 10 app.sweep | /srv/app/bin/sweep
                +os /etc/cron.d/0hourly:5 | root | 01 * * * * | run-parts /etc/cron.hourly
                +   /etc/cron.d/app.conf:2 | app | 0 4 * * sat-sun | /srv/app/bin/close -d $(date +\\%F)
                +   /etc/cron.d/app.conf:4 | ghost | 0 5 * * * | /srv/app/bin/ghost
                -   /etc/cron.d/app.rpmsave:1 | app | 0 4 * * * | /srv/app/bin/old | cron skips files with such a name
                -   /etc/cron.d/tool:1 | root | 0 4 * * * | /srv/tool | mode -rwxr-xr-x: cron refuses tables that are executable or writable for others
                +   /var/spool/cron/app:1 | app | */5 * * * * | /srv/app/bin/poll
                +   /etc/cron.daily/app.backup.sh | root | run-parts daily | /etc/cron.daily/app.backup.sh
                -   /etc/cron.daily/app.sh~ | root | run-parts daily | /etc/cron.daily/app.sh~ | run-parts skips files with such a name
                +os /etc/cron.daily/logrotate | root | run-parts daily | /etc/cron.daily/logrotate
                -   /etc/cron.daily/notes | root | run-parts daily | /etc/cron.daily/notes | not executable: run-parts skips it
                +os /etc/cron.hourly/0anacron | root | run-parts hourly | /etc/cron.hourly/0anacron
                """);
        assertThat(job(facts, "/etc/cron.d/app.conf:2").timeZone()).isEqualTo("Asia/Tokyo");
        assertThat(job(facts, "/etc/anacrontab:8").flavour()).isEqualTo("anacron");
        assertThat(job(facts, "/etc/anacrontab:8").environment())
                .containsEntry("RANDOM_DELAY", "45")
                .containsEntry("START_HOURS_RANGE", "3-22");
        assertThat(facts.unparsed())
                .extracting(
                        line -> line.evidence().item() + ":" + line.evidence().line() + " " + line.reason())
                .containsExactly(
                        "/etc/anacrontab:9 neither a job (period, delay, identifier, command) nor a setting",
                        "/etc/cron.d/app.conf:3 bad minute: \"61\" (61 is not a value of it)");
    }

    @Test
    void reads_suse_where_one_line_runs_all_scripts() {
        HostFacts facts = read(
                RecordedHost.asRoot()
                        .command(
                                "crontabs",
                                "daemons",
                                "-rwxr-xr-x 1 0 0 51 Jan 10  2024 /usr/sbin/cron\n"
                                        + "process 900/cmdline /usr/sbin/cron -n \n")
                        .command("crontabs", "users", "root:0:/root\n")
                        .item("crontabs", "spool", "spool", Kind.SECTION, Outcome.READ, "")
                        .file("crontabs", "system", "/etc/crontab", """
                                SHELL=/bin/sh
                                PATH=/usr/bin:/usr/sbin:/sbin:/bin:/usr/lib/news/bin
                                MAILTO=root
                                #
                                -*/15 * * * *   root  test -x /usr/lib/cron/run-crons && /usr/lib/cron/run-crons >/dev/null 2>&1
                                """)
                        .file("crontabs", "spool", "/var/spool/cron/tabs/root", "-0 2 * * * /root/bin/dump\n")
                        .command("crontabs", "listing", """
                                -rw-------  1 0 0 255 Oct  6  2019 /etc/crontab
                                -rwxr-xr-x  1 0 0 100 Oct  6  2019 /etc/cron.daily/suse.de-backup-rpmdb
                                -rwxr-xr-x  1 0 0 100 Oct  6  2019 /etc/cron.weekly/our-report
                                -rw-------  1 0 0 100 Oct  6  2019 /var/spool/cron/tabs/root
                                """),
                "sles");

        assertThat(table(facts)).isEqualTo("""
                +os /etc/crontab:5 | root | */15 * * * * | test -x /usr/lib/cron/run-crons && /usr/lib/cron/run-crons >/dev/null 2>&1
                +   /var/spool/cron/tabs/root:1 | root | 0 2 * * * | /root/bin/dump
                +os /etc/cron.daily/suse.de-backup-rpmdb | root | run-parts daily | /etc/cron.daily/suse.de-backup-rpmdb
                +   /etc/cron.weekly/our-report | root | run-parts weekly | /etc/cron.weekly/our-report
                """);
    }

    @Test
    void reads_alpine_whose_tables_are_linked_to_a_second_path() {
        String table = """
                */15	*	*	*	*	run-parts /etc/periodic/15min
                0	2	*	*	7	/usr/local/bin/weekly
                """;
        HostFacts facts = read(
                RecordedHost.asRoot()
                        .command(
                                "crontabs",
                                "daemons",
                                "lrwxrwxrwx 1 0 0 12 Jan  1  2024 /usr/sbin/crond -> /bin/busybox\n")
                        .command("crontabs", "users", "root:0:/root\n")
                        .item("crontabs", "system", "system", Kind.SECTION, Outcome.READ, "")
                        .file("crontabs", "spool", "/etc/crontabs/root", table)
                        .file("crontabs", "spool", "/var/spool/cron/crontabs/root", table)
                        .command("crontabs", "listing", """
                                -rw------- 1 0 0 283 Jan  1  2024 /etc/crontabs/root
                                -rwxr-xr-x 1 0 0 283 Jan  1  2024 /etc/periodic/15min/sweep
                                -rwxr-xr-x 1 0 0 283 Jan  1  2024 /etc/periodic/15min/sweep.sh
                                -rwxr-xr-x 1 0 0 283 Jan  1  2024 /etc/periodic/daily/dump
                                """),
                "alpine");

        assertThat(table(facts)).isEqualTo("""
                +os /etc/crontabs/root:1 | root | */15 * * * * | run-parts /etc/periodic/15min
                +   /etc/crontabs/root:2 | root | 0 2 * * 7 | /usr/local/bin/weekly
                +   /etc/periodic/15min/sweep | root | run-parts 15min | /etc/periodic/15min/sweep
                -   /etc/periodic/15min/sweep.sh | root | run-parts 15min | /etc/periodic/15min/sweep.sh | a dot in the file's name: run-parts skips it
                -   /etc/periodic/daily/dump | root | run-parts daily | /etc/periodic/daily/dump | nothing that is active runs the scripts in /etc/periodic/daily
                """);
        assertThat(facts.unparsed()).extracting(line -> line.reason()).containsExactly("parse error at 7");
    }

    @Test
    void one_bad_line_costs_debian_the_table() {
        RecordedHost host = RecordedHost.asRoot()
                .command("crontabs", "daemons", "-rwxr-xr-x 1 0 0 51776 Mar  2  2023 /usr/sbin/cron\n")
                .command("crontabs", "users", "root:0:/root\napp:1001:/srv\npasswd:         files\n")
                .file("crontabs", "system", "/etc/cron.d/a", "0 1 * * * root /a\nMAILTO=\n0 2 * * * root /b\n")
                .file("crontabs", "system", "/etc/cron.d/b", "0 1 * * * root /c")
                .file("crontabs", "system", "/etc/cron.d/c", "0 1 * * * root /d\n0 2 * * * ghost /e\n")
                .file("crontabs", "system", "/etc/cron.d/d", "0 1 * * * root /f\n")
                .file("crontabs", "spool", "/var/spool/cron/crontabs/app", "0 1 * * * /g\n")
                .file("crontabs", "spool", "/var/spool/cron/crontabs/gone", "0 1 * * * /h\n")
                .command("crontabs", "listing", """
                        -rw-rw-r-- 1 0 0 1 Jan  1  2024 /etc/cron.d/d
                        -rw-r----- 1 1001 0 1 Jan  1  2024 /var/spool/cron/crontabs/app
                        """);
        HostFacts facts = read(host, "debian");

        assertThat(table(facts)).isEqualTo("""
                -   /etc/cron.d/a:1 | root | 0 1 * * * | /a | cron ignores the whole table because of line 2: bad minute: "MAILTO=" ("MAILTO" is neither a number nor a name that it knows)
                -   /etc/cron.d/a:3 | root | 0 2 * * * | /b | cron ignores the whole table because of line 2: bad minute: "MAILTO=" ("MAILTO" is neither a number nor a name that it knows)
                -   /etc/cron.d/c:1 | root | 0 1 * * * | /d | cron ignores the whole table because of line 2: there is no account ghost
                -   /etc/cron.d/c:2 | ghost | 0 2 * * * | /e | cron ignores the whole table because of line 2: there is no account ghost
                -   /etc/cron.d/d:1 | root | 0 1 * * * | /f | mode -rw-rw-r--: cron refuses tables that others may write
                -   /var/spool/cron/crontabs/app:1 | app | 0 1 * * * | /g | mode -rw-r-----: cron refuses tables of users with another mode than 0600
                -   /var/spool/cron/crontabs/gone:1 | gone | 0 1 * * * | /h | there is no account gone
                """);
        assertThat(facts.unparsed())
                .extracting(
                        line -> line.evidence().item() + ":" + line.evidence().line())
                .containsExactly("/etc/cron.d/a:2", "/etc/cron.d/b:1");
    }

    @Test
    void takes_the_time_a_run_took_from_cronies_log() {
        HostFacts facts = read(
                cronie().file("crontabs", "spool", "/var/spool/cron/app", "*/5 * * * * /srv/poll \\%s\n")
                        .command("crontabs", "listing", "")
                        .command("crontabs", "log", """
                                Nov 24 12:50:01 web CROND[101]: (app) CMD (/srv/poll %s)
                                Nov 24 12:50:09 web CROND[100]: (app) CMDEND (/srv/poll %s)
                                Nov 24 12:55:02 web CROND[111]: (app) CMD (/srv/poll %s)
                                Nov 24 12:55:02 web anacron[99]: Anacron started
                                Dec 31 99:99:99 web CROND[111]: (app) CMD (/srv/poll %s)
                                """),
                "rhel");

        assertThat(facts.jobs().get(0).lastRun()).isEqualTo(Fact.known("2026-11-24T11:55:02Z"));
        assertThat(facts.jobs().get(0).lastRunSeconds()).isEqualTo(Fact.known(8.0));
    }

    @Test
    void a_cron_that_does_not_run_runs_nothing() {
        HostFacts host = HostFacts.unread("host");
        Evidence evidence = RecordedHost.asRoot()
                .command("crontabs", "daemons", "-rwxr-xr-x 1 0 0 51776 Mar  2  2023 /usr/sbin/cron\n")
                .command("crontabs", "users", "root:0:/root\n")
                .file("crontabs", "system", "/etc/cron.d/a", "0 1 * * * root /a\n")
                .evidence();

        HostFacts facts = new CrontabsParser()
                .read(evidence, host.withProcesses(java.util.List.of(dev.slipway.facts.HostProcess.unread(1))));

        assertThat(facts.jobs()).extracting(Job::inactiveReason).containsExactly("no cron daemon runs on this host");
    }

    @Test
    void a_table_that_was_cut_at_its_limit_loses_its_last_line_only() {
        Evidence whole = cronie().file("crontabs", "spool", "/var/spool/cron/app", "0 1 * * * /a\n0 2 * * * /b")
                .command("crontabs", "listing", "")
                .evidence();
        Evidence cut = new Evidence(
                "host",
                "",
                whole.scannedAt(),
                0,
                "root",
                0,
                true,
                whole.items().stream()
                        .map(item -> item.name().equals("/var/spool/cron/app")
                                ? new dev.slipway.evidence.EvidenceItem(
                                        item.probe(),
                                        item.section(),
                                        item.name(),
                                        item.kind(),
                                        item.outcome(),
                                        0,
                                        1,
                                        true,
                                        item.text())
                                : item)
                        .toList(),
                java.util.List.of());

        HostFacts facts = read(cut, "rhel");

        assertThat(facts.jobs()).extracting(Job::command).containsExactly("/a");
        assertThat(facts.unparsed()).isEmpty();
        assertThat(facts.gaps())
                .extracting(Gap::reason)
                .containsExactly("/var/spool/cron/app: is longer than its limit");
    }
}
