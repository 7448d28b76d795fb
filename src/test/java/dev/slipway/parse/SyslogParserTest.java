package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which daemon counts, and the daemons with small languages. */
final class SyslogParserTest {
    private static final String LEFT_OVER = "*.* @@10.9.9.9\n";

    private static RecordedHost host() {
        return RecordedHost.asRoot().file("syslog", "rsyslog", "/etc/rsyslog.conf", LEFT_OVER);
    }

    @Test
    void believes_only_the_daemon_that_runs() {
        RecordedHost host = host().file("syslog", "syslog-ng", "/etc/syslog-ng/syslog-ng.conf", """
                        source s { system(); }; destination d { udp("10.0.0.5"); }; log { source(s); destination(d); };
                        """);

        assertThat(SyslogOverview.of(host.evidence(), "syslog-ng")).isEqualTo("""
                daemon syslog-ng
                reads /etc/syslog-ng/syslog-ng.conf
                in | system() |  |  | syslog-ng.conf:1
                to | udp 10.0.0.5 514 | s |  | syslog-ng.conf:1
                """);
        assertThat(SyslogOverview.of(host.evidence(), "bash")).isEqualTo("daemon none\n");
    }

    @Test
    void counts_the_journal_where_it_is_alone() {
        assertThat(SyslogOverview.of(host().evidence(), "systemd-journal")).isEqualTo("""
                daemon journald
                in | journald |  |  | table:0
                """);
    }

    @Test
    void does_not_count_a_daemon_in_a_container() {
        HostProcess daemon = HostProcess.unread(40).with(p -> p.name("rsyslogd").inContainer(true));
        HostFacts facts = new SyslogParser()
                .read(
                        host().evidence(),
                        HostFacts.unread("host").withProcesses(List.of(HostProcess.unread(1), daemon)));

        assertThat(facts.syslog().daemon()).isEqualTo(Fact.known("none"));
    }

    @Test
    void does_not_say_that_none_runs_when_processes_are_hidden() {
        Gap hidden = new Gap("processes", "processes", "hidden", "root");
        HostFacts facts = new SyslogParser()
                .read(
                        host().evidence(),
                        HostFacts.unread("host")
                                .withProcesses(List.of(HostProcess.unread(1)))
                                .withGaps(List.of(hidden)));

        assertThat(facts.syslog().daemon()).isEqualTo(Fact.unknown("the processes of others cannot be seen"));
    }

    @Test
    void reads_the_command_line_of_busybox() {
        RecordedHost host = host().command(
                        "syslog", "programs", "lrwxrwxrwx 1 0 0 14 Nov 24 18:49 /sbin/syslogd -> ../bin/busybox\n");

        assertThat(SyslogOverview.of(
                        host.evidence(),
                        "/sbin/syslogd",
                        "-nR",
                        "10.0.0.5:1514",
                        "-R10.0.0.6",
                        "-L",
                        "-s",
                        "500",
                        "-b3",
                        "-O",
                        "/var/log/all"))
                .isEqualTo("""
                        daemon busybox
                        in | /dev/log |  |  | table:0
                        to | udp 10.0.0.5 1514 | *.* |  | table:0
                        to | udp 10.0.0.6 514 | *.* |  | table:0
                        file | /var/log/all | *.* | busybox syslogd (500 KiB, 3 old) | table:0
                        """);
        assertThat(SyslogOverview.of(host.evidence(), "syslogd", "-R", "10.0.0.5"))
                .isEqualTo("""
                daemon busybox
                in | /dev/log |  |  | table:0
                to | udp 10.0.0.5 514 | *.* |  | table:0
                """);
        assertThat(SyslogOverview.of(host.evidence(), "syslogd", "-C128")).isEqualTo("""
                daemon busybox
                in | /dev/log |  |  | table:0
                """);
        assertThat(SyslogOverview.of(host.evidence(), "syslogd", "-s", "0")).isEqualTo("""
                daemon busybox
                in | /dev/log |  |  | table:0
                file | /var/log/messages | *.* |  | table:0
                """);
    }

    @Test
    void reads_syslog_conf() {
        RecordedHost host = host().file("syslog", "syslog-conf", "/etc/syslog.conf", """
                        # sysklogd of an old Red Hat, and what its second version added
                        *.info;mail.none;authpriv.none\t\t/var/log/messages
                        mail.*\t\t-/var/log/maillog
                        *.emerg\t\t*
                        *.alert\t\troot,operator
                        local7.*;\\
                        \tlocal6.none\t/var/log/boot.log
                        *.*\t@loghost
                        kern.*\t@10.0.0.7:1514;RFC5424
                        kern.warn\t/var/log/kern.log;rotate=10M:5
                        daemon.*\t|/dev/xconsole
                        !ppp
                        *.*\t/var/log/ppp.log
                        !*
                        +web1
                        *.*\t/var/log/web1.log
                        +*
                        rotate_size  1M
                        news.*\t/var/log/news.log
                        include /etc/syslog.d/*.conf
                        what is this
                        lonely.*
                        """)
                .file("syslog", "syslog-conf", "/etc/syslog.d/50-a.conf", "local0.*\t@@refused\n");

        assertThat(SyslogOverview.of(host.evidence(), "syslogd", "-m", "0", "-r"))
                .isEqualTo("""
                daemon sysklogd
                reads /etc/syslog.conf
                reads /etc/syslog.d/50-a.conf
                in | /dev/log |  |  | table:0
                in | udp | *:514 |  | table:0
                to | udp loghost 514 | *.* |  | syslog.conf:8
                to | udp 10.0.0.7 1514 | kern.* |  | syslog.conf:9
                to | udp refused 514 | local0.* |  | 50-a.conf:1
                file | /var/log/messages | *.info;mail.none;authpriv.none |  | syslog.conf:2
                file | /var/log/maillog | mail.* |  | syslog.conf:3
                file | /var/log/boot.log | local7.*;local6.none |  | syslog.conf:6
                file | /var/log/kern.log | kern.warn | syslogd | syslog.conf:10
                file | /dev/xconsole | daemon.* |  | syslog.conf:11
                file | /var/log/ppp.log | !ppp *.* |  | syslog.conf:13
                file | /var/log/web1.log | +web1 *.* |  | syslog.conf:16
                file | /var/log/news.log | news.* | syslogd | syslog.conf:19
                unparsed | syslog.conf:21 | what is this | not a selector
                unparsed | syslog.conf:22 | lonely.* | a selector without an action
                """);
    }

    @Test
    void reads_metalog() {
        RecordedHost host = host().file("syslog", "syslog-conf", "/etc/metalog.conf", """
                        # Metalog sample
                        maxsize = 100000
                        Everything important :
                          facility = "*"
                          logdir   = "/var/log/everything"
                        Password failures :
                          regex    = "(password|login).*fail"
                          command  = "/usr/local/sbin/mail_pwd_failures.sh"
                        nothing
                        """);

        assertThat(SyslogOverview.of(host.evidence(), "metalog")).isEqualTo("""
                daemon metalog
                reads /etc/metalog.conf
                to | program /usr/local/sbin/mail_pwd_failures.sh 0 | Password failures |  | metalog.conf:8
                file | /var/log/everything/current | Everything important | metalog | metalog.conf:5
                unparsed | metalog.conf:9 | nothing | neither a section nor a setting
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "rsyslogd, rsyslog, /etc/rsyslog.conf",
        "syslog-ng, syslog-ng, /etc/syslog-ng/syslog-ng.conf",
        "syslogd, syslog-conf, /etc/syslog.conf"
    })
    void says_that_it_misses_a_configuration(String program, String section, String file) {
        HostFacts withoutProbe = SyslogOverview.read(RecordedHost.asRoot().evidence(), program);

        assertThat(withoutProbe.gaps())
                .containsExactly(new Gap("syslog", "syslog", section + ": was not run", "scan again"));
    }
}
