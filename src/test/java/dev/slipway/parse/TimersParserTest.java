package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TimersParserTest {

    private static HostFacts read(dev.slipway.evidence.Evidence evidence) {
        HostFacts host = HostFacts.unread("host");
        return new TimersParser().read(evidence, host.withHost(host.host().withTimeZone(Fact.known("Europe/Paris"))));
    }

    private static String table(HostFacts facts) {
        return facts.jobs().stream()
                .map(job -> (job.active() ? "+" : "-") + (job.osDefault() ? "os " : "   ") + job.id() + " | "
                        + job.user().orElse("?") + " | " + job.schedule() + " | " + job.command()
                        + (job.active() ? "" : " | " + job.inactiveReason()) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void reads_debian_12() {
        HostFacts facts = read(RecordedHost.read("debian-12/schedules/timers-root"));

        assertThat(facts.jobs().stream().filter(job -> !job.osDefault()))
                .extracting(job ->
                        job.id() + " | " + job.user().orElse("?") + " | " + job.schedule() + " | " + job.command())
                .containsExactlyInAnyOrder(
                        "batch-nightly.timer | batch | OnCalendar=*-*-* 01:30:00 Persistent=true RandomizedDelaySec=300 |"
                                + " /usr/bin/curl -fsS -o /dev/null -X POST http://127.0.0.1:8080/jobs/nightly",
                        "batch-poll.timer | batch | OnCalendar=*:0/2 |"
                                + " /usr/bin/curl -fsS -o /dev/null -X POST http://127.0.0.1:8080/jobs/poll",
                        "batch-warm.timer | batch | OnBootSec=1min OnUnitActiveSec=10min |"
                                + " /usr/bin/curl -fsS -o /dev/null -X POST http://127.0.0.1:8080/jobs/warm");
        assertThat(facts.jobs()).hasSize(9);
        assertThat(facts.gaps()).isEmpty();
        Job poll = facts.jobs().stream()
                .filter(job -> job.id().equals("batch-poll.timer"))
                .findFirst()
                .orElseThrow();
        assertThat(poll.source()).isEqualTo("batch-poll.timer");
        assertThat(poll.line()).isEqualTo(4);
        assertThat(poll.origin()).isEqualTo(Job.Origin.TIMER);
        assertThat(poll.lastRun().orElse("")).startsWith("2026-11-24T");
        assertThat(poll.lastRunSeconds().orElse(-1.0)).isBetween(0.0, 60.0);
        assertThat(poll.evidence()).extracting(EvidenceLine::text).contains("OnCalendar=*:0/2");
    }

    @Test
    void drop_ins_reset_and_extend_and_a_missing_service_or_a_stopped_timer_runs_nothing() {
        HostFacts facts = read(RecordedHost.asRoot()
                .command("timers", "timers", """
                        Unit=a.service
                        TimersCalendar={ OnCalendar=Mon *-*-* 04:00:00 Asia/Tokyo ; next_elapse=n/a }
                        LastTriggerUSec=Mon 2026-11-23 20:00:07 CET
                        Id=a.timer
                        ActiveState=active
                        FragmentPath=/usr/lib/systemd/system/a.timer
                        DropInPaths=/etc/systemd/system/a.timer.d/50-when.conf

                        Unit=gone.service
                        TimersMonotonic={ OnBootUSec=15min ; next_elapse=0 }
                        Id=gone.timer
                        ActiveState=active
                        FragmentPath=/run/systemd/transient/gone.timer

                        Unit=fstrim.service
                        Id=fstrim.timer
                        ActiveState=inactive
                        ConditionResult=no
                        FragmentPath=/usr/lib/systemd/system/fstrim.timer

                        Unit=cron-x.service
                        Id=cron-x.timer
                        ActiveState=active
                        FragmentPath=/run/systemd/generator/cron-x.timer
                        """)
                .command("timers", "services", """
                        User=
                        Id=a.service
                        LoadState=loaded
                        FragmentPath=/etc/systemd/system/a.service
                        DropInPaths=
                        ExecMainStartTimestampMonotonic=5000000
                        ExecMainExitTimestampMonotonic=7500000

                        Id=gone.service
                        LoadState=not-found
                        """)
                .command("timers", "units", """
                        # /usr/lib/systemd/system/a.timer
                        # a comment = no setting
                        [Timer]
                        OnCalendar=daily
                        OnCalendar=weekly
                        Persistent=true

                        # /etc/systemd/system/a.timer.d/50-when.conf
                        [Timer]
                        OnCalendar=
                        OnCalendar=Mon 04:00 Asia/Tokyo
                        Persistent=false

                        # /etc/systemd/system/a.service
                        [Service]
                        Environment="A=b c" D=e 'F=g'
                        ExecStart=/opt/a \\
                          --fast
                        ExecStart=-/opt/b
                        """)
                .evidence());

        assertThat(table(facts)).isEqualTo("""
                +   a.timer | root | OnCalendar=Mon 04:00 Asia/Tokyo Persistent=false | /opt/a  --fast ; -/opt/b
                -   gone.timer | root | OnBootSec=15min |  | the service that it starts does not exist
                -os fstrim.timer | root |  |  | the timer is inactive: its conditions were not met
                """);
        Job job = facts.jobs().get(0);
        assertThat(job.timeZone()).isEqualTo("Asia/Tokyo");
        assertThat(job.environment()).isEqualTo(Map.of("A", "b c", "D", "e", "F", "g"));
        assertThat(job.lastRunSeconds()).isEqualTo(Fact.known(2.5));
        assertThat(job.lastRun()).isNotNull();
    }

    @Test
    void reads_unit_files_where_systemctl_is_missing() {
        HostFacts facts = read(RecordedHost.asRoot()
                .item("timers", "timers", "timers", Kind.COMMAND, Outcome.TOOL_MISSING, "")
                .file(
                        "timers",
                        "unit-files",
                        "/etc/systemd/system/timers.target.wants/a.timer",
                        "[Timer]\nOnCalendar=daily\n")
                .file(
                        "timers",
                        "unit-files",
                        "/etc/systemd/system/a.timer",
                        "[Timer]\nOnCalendar=daily\nUnit=b.service\n")
                .file(
                        "timers",
                        "unit-files",
                        "/etc/systemd/system/b.service",
                        "[Service]\nUser=app\nExecStart=/opt/b\n")
                .file("timers", "unit-files", "/lib/systemd/system/a.timer", "[Timer]\nOnCalendar=hourly\n")
                .file("timers", "unit-files", "/lib/systemd/system/logrotate.timer", "[Timer]\nOnCalendar=daily\n")
                .item("timers", "unit-files", "unit-files", Kind.SECTION, Outcome.READ, "")
                .evidence());

        assertThat(table(facts)).isEqualTo("""
                +   a.timer | app | OnCalendar=daily | /opt/b
                -os logrotate.timer | root | OnCalendar=daily |  | the timer is not enabled
                """);
    }

    @Test
    void at_jobs_keep_their_commands_and_lose_their_environment() {
        HostFacts facts = new AtJobsParser()
                .read(
                        RecordedHost.asRoot()
                                .command("crontabs", "users", "root:0:/root\napp:1001:/srv\n")
                                .file("at-jobs", "spool", "/var/spool/at/a0001f01c90e9a", """
                                        #!/bin/sh
                                        # atrun uid=1001 gid=1001
                                        # mail app 0
                                        umask 22


                                        cd /srv/app || {
                                        	 echo 'Execution directory inaccessible' >&2
                                        	 exit 1
                                        }
                                        /srv/app/close --year 2026
                                        echo done
                                        """)
                                .file("at-jobs", "spool", "/var/spool/at/.SEQ", "0001f\n")
                                .file("at-jobs", "spool", "/var/spool/at/b0002001c90e9a", "")
                                .item("at-jobs", "spool", "/var/spool/at/=000300", Kind.FILE, Outcome.DENIED, "")
                                .evidence(),
                        HostFacts.unread("host"));

        assertThat(table(facts)).isEqualTo("""
                +   at:31 | app | at 2026-12-14T04:10:00Z | /srv/app/close --year 2026
                echo done
                +   at:32 | ? | batch, not before 2026-12-14T04:10:00Z |\s
                """);
        assertThat(facts.jobs().get(0).evidence())
                .containsExactly(
                        new EvidenceLine("at-jobs", "/var/spool/at/a0001f01c90e9a", 11, "/srv/app/close --year 2026"));
        assertThat(facts.gaps()).hasSize(1);
    }
}
