package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Mount;
import dev.slipway.facts.Syslog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogFilesParserTest {
    private static final String OPEN = """
            ls -lnb
            1/fd:
            l-wx------ 1 0 0 64 Nov 24 18:50 3 -> /dev/kmsg
            70/fd:
            l-wx------ 1 33 33 64 Nov 24 18:50 1 -> /srv/my\\ shop/out.txt
            l-wx------ 1 33 33 64 Nov 24 18:50 2 -> /srv/my\\ shop/out.txt
            lrwx------ 1 33 33 64 Nov 24 18:50 7 -> /var/log/shop/app.log\\ (deleted)
            l-wx------ 1 33 33 64 Nov 24 18:50 8 -> /srv/shop/logs/trades.2026-11-24.log
            lrwx------ 1 33 33 64 Nov 24 18:50 9 -> /var/lib/mysql/ib_logfile0
            l-wx------ 1 33 33 64 Nov 24 18:50 10 -> /srv/data/caf\\303\\251.db
            71/fd:
            l-wx------ 1 33 33 64 Nov 24 18:50 8 -> /srv/shop/logs/trades.2026-11-24.log
            lrwx------ 1 33 33 64 Nov 24 18:50 1 -> socket:[12345]
            80/fd:
            lrwx------ 1 0 0 64 Nov 24 18:50 1 -> /dev/null
            lrwx------ 1 0 0 64 Nov 24 18:50 2 -> /dev/null
            l-wx------ 1 0 0 64 Nov 24 18:50 4 -> /var/log/nginx/access.log
            90/fd:
            l-wx------ 1 0 0 64 Nov 24 18:50 4 -> /var/log/web/access.20261124
            99/fd:
            l-wx------ 1 0 0 64 Nov 24 18:50 4 -> /var/log/gone.log
            """;

    private static final String LISTING = """
            ls -lnb
            crw-rw-rw- 1 0 0 1, 3 Nov 24 18:49 /dev/null

            /var/log/:
            total 20
            lrwxrwxrwx 1 0 0 16 Nov 24 18:49 link -> ../../srv/shop/logs
            drwxr-xr-x 2 0 0 4096 Nov 24 18:49 nginx
            drwx------ 2 0 0 4096 Nov 24 18:49 private
            -rw-r----- 1 0 4 700 Nov 24 18:49 syslog
            -rw-r----- 1 0 4 900 Nov 23  2025 syslog.1
            -rw-r----- 1 0 4 100 Nov 22  2025 syslog.2.gz
            -rw-rw-r-- 1 0 43 768 Nov 24 18:50 wtmp
            -rw-r--r-- 1 0 0 12 Nov 24 18:50 batch-2026-11-23.log
            -rw-r--r-- 1 0 0 30 Nov 24 18:50 batch-2026-11-24.log
            -rw-r--r-- 1 0 0 5 Nov 24 18:50 boot.log

            /var/log/nginx/:
            total 8
            -rw-r----- 1 0 4 4000 Nov 24 18:49 access.log
            """;

    private static final String ROTATE = """
            weekly
            rotate 4
            /var/log/nginx/*.log {
                daily
                rotate 14
                postrotate
                    invoke-rc.d nginx rotate } >/dev/null
                endscript
            }
            "/srv/my shop/out.txt" { copytruncate maxage 3
            }
            """;

    private static HostProcess process(int pid, String program) {
        return HostProcess.unread(pid)
                .with(process -> process.name(program).executable(Fact.known("/usr/bin/" + program)));
    }

    private static HostFacts facts() {
        HostProcess service = process(71, "node").withCgroup(Fact.known("/system.slice/node.service"));
        return HostFacts.unread("host")
                .with(facts -> facts.processes(List.of(
                                process(1, "systemd"),
                                process(70, "java"),
                                service,
                                process(80, "nginx"),
                                process(90, "rotatelogs")))
                        .mounts(List.of(mount("/", "ext4"), mount("/srv", "nfs4"), mount("/var/log", "xfs")))
                        .syslog(Syslog.unread()));
    }

    private static Mount mount(String path, String type) {
        return new Mount(
                "source",
                path,
                type,
                List.of(),
                Fact.known(true),
                Fact.known(true),
                false,
                Fact.unknown(""),
                Fact.unknown(""),
                List.of());
    }

    private static Evidence evidence(RecordedHost host) {
        return host.command("sockets", "owners", OPEN)
                .command("log-files", "listing", LISTING)
                .file("logrotate", "config", "/etc/logrotate.conf", ROTATE)
                .item("logrotate", "config", "config", Kind.SECTION, Outcome.READ, "")
                .command("logrotate", "program", "/usr/sbin/logrotate\n")
                .evidence();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian-12/logs/rsyslog-root",
                "debian-12/logs/rsyslog-user",
                "debian-12/logs/rainerscript-root",
                "debian-12/logs/syslog-ng-root",
                "debian-12/logs/syslog-ng-user",
                "busybox-1.35/logs/root",
                "busybox-1.35/logs/user"
            })
    void reads_recorded_hosts(String name) {
        Evidence evidence = RecordedHost.read(name);
        HostFacts facts = HostFacts.unread("host");
        for (Parser parser :
                List.of(new ProcessesParser(), new SyslogParser(), new JournaldParser(), new LogFilesParser())) {
            facts = parser.read(evidence, facts);
        }

        Expected.assertFacts(
                name, SyslogOverview.of(facts) + facts.syslog().journal() + "\n\n" + LogOverview.of(facts));
    }

    @Test
    void brings_together_what_is_open_what_lies_there_and_what_rotates() {
        HostFacts facts = new LogFilesParser().read(evidence(RecordedHost.asRoot()), facts());

        assertThat(LogOverview.of(facts)).isEqualTo("""
                file /srv/my shop/out.txt | java[70] | rotated by /etc/logrotate.conf | kept 3 truncated | shipped by nobody | open | ? on nfs4 | owners:5 logrotate.conf:10
                file /srv/shop/logs/trades.*.log | java, node[70, 71] | rotated by java, node | kept ? | shipped by nobody | open | ? on nfs4 | owners:8
                file /var/log/batch-*.log | [] | rotated by ? something begins a new file for each day | kept ? | shipped by nobody | not open | 42 on xfs | listing:13 listing:14
                file /var/log/boot.log | [] | rotated by ? it is not known what writes it | kept ? | shipped by nobody | not open | 5 on xfs | listing:15
                file /var/log/nginx/access.log | nginx[80] | rotated by /etc/logrotate.conf | kept 14 | shipped by nobody | open | 4000 on xfs | owners:17 listing:19 logrotate.conf:3
                file /var/log/shop/app.log | java[70] | rotated by ? whether java rotates it is not known | kept ? | shipped by nobody | open deleted | ? on xfs | owners:7
                file /var/log/syslog | [] | rotated by ? something rotates it: there is syslog.1 | kept ? | shipped by nobody | not open | 700 on xfs | listing:9
                file /var/log/web/access.* | rotatelogs[90] | rotated by rotatelogs | kept ? | shipped by nobody | open | ? on xfs | owners:19
                journal journal | node[71] | rotated by journald | kept ? | shipped by nobody | open | ? | owners:13
                stdout /dev/null | nginx[80] | rotated by nobody | kept ? | shipped by nobody | open | ? | owners:15
                gap | 1 folder was not looked into: /var/log/private/ | scan as root or with sudo
                """);
    }
}
