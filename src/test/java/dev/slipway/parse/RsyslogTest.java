package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import org.junit.jupiter.api.Test;

/** rsyslog's two languages, each way of writing that its manual or a distribution's own file shows. */
final class RsyslogTest {
    private static RecordedHost host(String main) {
        return RecordedHost.asRoot().file("syslog", "rsyslog", "/etc/rsyslog.conf", main);
    }

    private static RecordedHost include(RecordedHost host, String name, String text) {
        return host.file("syslog", "rsyslog", "/etc/rsyslog.d/" + name, text);
    }

    private static RecordedHost ended(RecordedHost host) {
        return host.item("syslog", "rsyslog", "rsyslog", Kind.SECTION, Outcome.READ, "");
    }

    /** What is found, without the lines that are the same in every test. */
    private static String read(RecordedHost host) {
        return SyslogOverview.of(ended(host).evidence(), "/usr/sbin/rsyslogd", "-n")
                .replace("daemon rsyslog\nreads /etc/rsyslog.conf\n", "");
    }

    @Test
    void reads_the_old_language() {
        String found = read(host("""
                # provides support for local system logging
                $ModLoad imuxsock # provides local socket
                $ModLoad imklog
                $ModLoad imudp.so
                $UDPServerAddress 127.0.0.1
                $UDPServerRun 1514
                $ModLoad imtcp
                $InputTCPServerRun 10514
                $ActionFileDefaultTemplate RSYSLOG_TraditionalFileFormat
                $ModLoad imfile
                $InputFileName /var/log/shop/app.log
                $InputFileTag shop:
                $InputFileStateFile stat-shop
                $InputFileSeverity info
                $InputRunFileMonitor
                *.info;mail.none;authpriv.none;cron.none                /var/log/messages
                auth,authpriv.*                 -/var/log/secure
                *.emerg                         *
                *.alert                         root,operator
                *.emerg                         :omusrmsg:*
                local7.*                        /var/log/boot.log;Plain
                daemon.*;mail.*;\\
                \tnews.err                      |/dev/xconsole
                $WorkDirectory /var/lib/rsyslog
                $ActionQueueFileName fwdRule1
                $ActionQueueMaxDiskSpace 1g
                $ActionQueueType LinkedList   # run asynchronously
                local0.* @@logs.example.com:10514;RSYSLOG_ForwardFormat
                local1.* @10.0.0.7
                $ActionQueueType LinkedList
                local2.* @(z9)[2001:db8::1]:515
                local3.* @@(o)collector
                """));

        assertThat(found).isEqualTo("""
                in | imudp | 127.0.0.1:1514 |  | rsyslog.conf:6
                in | imtcp | *:10514 |  | rsyslog.conf:8
                in | imfile | /var/log/shop/app.log | shop: | rsyslog.conf:15
                in | imuxsock |  |  | rsyslog.conf:2
                in | imklog |  |  | rsyslog.conf:3
                to | tcp logs.example.com 10514 | local0.* | disk | rsyslog.conf:28
                to | udp 10.0.0.7 514 | local1.* |  | rsyslog.conf:29
                to | udp 2001:db8::1 515 | local2.* | memory | rsyslog.conf:31
                to | tcp collector 514 | local3.* |  | rsyslog.conf:32
                file | /var/log/messages | *.info;mail.none;authpriv.none;cron.none |  | rsyslog.conf:16
                file | /var/log/secure | auth,authpriv.* |  | rsyslog.conf:17
                file | /var/log/boot.log | local7.* |  | rsyslog.conf:21
                file | /dev/xconsole | daemon.*;mail.*;news.err |  | rsyslog.conf:23
                """);
    }

    @Test
    void reads_filters_by_property_and_what_continues_them() {
        String found = read(host("""
                :programname, startswith, "haproxy" {
                  /var/log/haproxy.log
                  stop
                }
                :msg, contains, "say \\"hi\\"" /var/log/hi.log
                & @@10.0.0.8
                & ~
                :fromhost-ip, !isequal, "127.0.0.1" ?Remote
                if $programname == 'tomcat9' then /var/log/tomcat9/catalina.out
                & stop
                if ($syslogfacility-text == 'local5' and \\
                    $msg contains "; then") then @10.0.0.9
                $template Remote,"/var/log/remote/%HOSTNAME%/%$year%-%$month%.log"
                """));

        assertThat(found).isEqualTo("""
                to | tcp 10.0.0.8 514 | :msg, contains, "say "hi"" |  | rsyslog.conf:6
                to | udp 10.0.0.9 514 | ($syslogfacility-text == 'local5' and $msg contains "; then") |  | rsyslog.conf:12
                file | /var/log/haproxy.log | :programname, startswith, "haproxy" |  | rsyslog.conf:2
                file | /var/log/hi.log | :msg, contains, "say "hi"" |  | rsyslog.conf:5
                file | /var/log/remote/*/*-*.log | :fromhost-ip, !isequal, "127.0.0.1" |  | rsyslog.conf:8
                file | /var/log/tomcat9/catalina.out | $programname == 'tomcat9' |  | rsyslog.conf:9
                """);
    }

    @Test
    void reads_the_new_language() {
        String found = read(host("""
                /* the whole of it:
                   $ModLoad imtcp is a comment */
                global(workDirectory="/var/lib/rsyslog" defaultNetstreamDriver="gtls")
                module(load="imuxsock"    # provides support for local system logging (e.g. via logger command)
                       SysSock.Use="off") # Turn off message reception via local log socket;
                module(load="imjournal" StateFile="imjournal.state")
                module(load="imfile" mode="inotify") module(load="imptcp")
                template(name="perHost" type="string" string="/srv/log/%hostname%/%programname%.log")
                template(name="json" type="list") { constant(value="{ ") property(name="msg" format="json") }
                input(type="imfile" File="/srv/shop/*.log" Tag="shop" ruleset="ship")
                input(type="imptcp" port=["601", "602"] address="10.0.0.5")
                input(type="imuxsock" Socket="/var/lib/haproxy/dev/log")
                input(type="imrelp" port="2514" config.enabled="off")
                ruleset(name="ship") {
                    if $msg contains "DEBUG" then { stop } else if $msg contains "audit" then {
                        action(type="omrelp" target="relay" port="2514")
                    } else {
                        action(type="omfwd" Target="10.0.0.6" Port="6514" Protocol="tcp" StreamDriver="gtls"
                               StreamDriverMode="1" StreamDriverAuthMode="x509/name"
                               queue.type="LinkedList" queue.filename="ship" action.resumeRetryCount="-1")
                    }
                    call archive
                }
                ruleset(name="archive") { action(type="omfile" dynaFile="perHost" template="json") }
                ruleset(name="unused") { action(type="omfwd" target="10.9.9.9") }
                local4.* action(type="omkafka" broker=["k1:9092","k2"] topic="logs")
                if re_match($msg, "a\\"b") and not ($fromhost == ['a', 'b']) then {
                    set $!x = "y; z";
                    foreach ($.i in $!list) do { action(type="omfile" file="/var/log/each.log") }
                    action(type="omelasticsearch" server="https://es.example.com" serverport="9243")
                    action(type="omprog" binary="/usr/local/bin/alert --now")
                    action(type="omhttp" server="10.0.0.44")
                }
                action(type="omfwd" target=["10.0.0.1", "10.0.0.2"] port="1514" protocol="udp")
                action(type="omusrmsg" users="*")
                action(type="omnever" x="y")
                """));

        assertThat(found).isEqualTo("""
                in | imjournal |  |  | rsyslog.conf:6
                in | imfile | /srv/shop/*.log | shop | rsyslog.conf:10
                in | imptcp | 10.0.0.5:601 |  | rsyslog.conf:11
                in | imptcp | 10.0.0.5:602 |  | rsyslog.conf:11
                in | imuxsock | /var/lib/haproxy/dev/log |  | rsyslog.conf:12
                to | relp relay 2514 | ruleset ship: not ($msg contains "DEBUG") and $msg contains "audit" |  | rsyslog.conf:16
                to | tls 10.0.0.6 6514 | ruleset ship: not ($msg contains "DEBUG") and not ($msg contains "audit") | disk | rsyslog.conf:18
                to | kafka k1 9092 | local4.* |  | rsyslog.conf:26
                to | kafka k2 9092 | local4.* |  | rsyslog.conf:26
                to | elasticsearch es.example.com 9243 | re_match($msg, "a"b") and not ($fromhost == ['a', 'b']) |  | rsyslog.conf:30
                to | program /usr/local/bin/alert 0 | re_match($msg, "a"b") and not ($fromhost == ['a', 'b']) |  | rsyslog.conf:31
                to | http 10.0.0.44 443 | re_match($msg, "a"b") and not ($fromhost == ['a', 'b']) |  | rsyslog.conf:32
                to | udp 10.0.0.1 1514 | *.* |  | rsyslog.conf:34
                to | udp 10.0.0.2 1514 | *.* |  | rsyslog.conf:34
                file | /srv/log/*/*.log | ruleset archive |  | rsyslog.conf:24
                file | /var/log/each.log | re_match($msg, "a"b") and not ($fromhost == ['a', 'b']) and foreach ($.i in $!list) |  | rsyslog.conf:29
                unparsed | rsyslog.conf:25 | ruleset(name="unused") { action(type="omfwd" target="10.9.9.9") } | no input uses the ruleset unused
                unparsed | rsyslog.conf:36 | action(type="omnever" x="y") | an action of the type omnever is not known
                """);
    }

    @Test
    void reads_included_files_where_they_are_included_and_no_others() {
        RecordedHost host = host("""
                $IncludeConfig /etc/rsyslog.d/*.conf
                include(file="/etc/rsyslog.d/late/" mode="optional")
                include(file="/etc/absent.conf")
                *.* /var/log/all
                """);
        include(host, "20-b.conf", "local1.* /var/log/b\n$IncludeConfig /etc/rsyslog.d/10-a.conf\n");
        include(host, "10-a.conf", "local0.* /var/log/a\n");
        include(host, "30-c.conf.disabled", "local2.* /var/log/c\n");
        include(host, "late/x", "local3.* /var/log/x\n");

        assertThat(read(host)).isEqualTo("""
                reads /etc/rsyslog.d/10-a.conf
                reads /etc/rsyslog.d/20-b.conf
                reads /etc/rsyslog.d/late/x
                file | /var/log/a | local0.* |  | 10-a.conf:1
                file | /var/log/b | local1.* |  | 20-b.conf:1
                file | /var/log/x | local3.* |  | x:1
                file | /var/log/all | *.* |  | rsyslog.conf:4
                unparsed | 20-b.conf:2 | $IncludeConfig /etc/rsyslog.d/10-a.conf | includes /etc/rsyslog.d/10-a.conf again
                gap | syslog | /etc/absent.conf, included by /etc/rsyslog.conf:3, was not read | scan as root or with sudo; else read it by hand
                """);
    }

    @Test
    void sends_messages_no_further_than_they_come() {
        String found = read(host("""
                local0.* /var/log/local0
                & stop
                *.* @@10.0.0.5
                & ~
                *.* /var/log/never
                $RuleSet remote
                *.* /var/log/remote
                $RuleSet RSYSLOG_DefaultRuleset
                mail.* /var/log/mail
                $InputTCPServerBindRuleset remote
                """));

        assertThat(found).isEqualTo("""
                to | tcp 10.0.0.5 514 | *.* |  | rsyslog.conf:3
                file | /var/log/local0 | local0.* |  | rsyslog.conf:1
                file | /var/log/remote | ruleset remote |  | rsyslog.conf:7
                unparsed | rsyslog.conf:5 | *.* /var/log/never | no message comes here: all are discarded before
                unparsed | rsyslog.conf:9 | mail.* /var/log/mail | no message comes here: all are discarded before
                """);
    }

    @Test
    void reads_what_writes_and_rotates_by_channels_and_databases() {
        String found = read(host("""
                $outchannel log_rotation,/var/log/big.log, 52428800,/usr/local/bin/rotate
                *.* :omfile:$log_rotation
                *.* $log_rotation
                local1.* :ommysql:db.example.com,Syslog,writer,[REDACTED]
                local2.* >127.0.0.1,Syslog,writer,[REDACTED]
                local3.* :omrelp:relay:2514
                local4.* ^/usr/local/bin/page;fmt
                local5.* ?NoSuchTemplate
                $DefaultNetstreamDriver gtls
                $ActionSendStreamDriverMode 1
                local6.* @@secure:6514
                """));

        assertThat(found).isEqualTo("""
                to | mysql db.example.com 3306 | local1.* |  | rsyslog.conf:4
                to | mysql 127.0.0.1 3306 | local2.* |  | rsyslog.conf:5
                to | relp relay 2514 | local3.* |  | rsyslog.conf:6
                to | program /usr/local/bin/page 0 | local4.* |  | rsyslog.conf:7
                to | tls secure 6514 | local6.* |  | rsyslog.conf:11
                file | /var/log/big.log | *.* | rsyslog at 52428800 bytes | rsyslog.conf:2
                file | /var/log/big.log | *.* | rsyslog at 52428800 bytes | rsyslog.conf:3
                file | <NoSuchTemplate> | local5.* |  | rsyslog.conf:8
                """);
    }

    @Test
    void keeps_what_it_does_not_understand() {
        String found = read(host("""
                garbage here
                *.* /var/log/a
                !prog
                }
                local1.*
                local2.* action(type="omfile" file="/var/log/b"
                local3.* /var/log/c
                """));

        assertThat(found).isEqualTo("""
                file | /var/log/a | *.* |  | rsyslog.conf:2
                unparsed | rsyslog.conf:1 | garbage here | not a statement
                unparsed | rsyslog.conf:3 | !prog | BSD style blocks are not supported by rsyslog since version 7
                unparsed | rsyslog.conf:4 | } | a brace that nothing opened
                unparsed | rsyslog.conf:6 | local2.* action(type="omfile" file="/var/log/b" | not closed or not understood; the rest of the file is not read
                """);
    }

    @Test
    void says_what_it_was_not_allowed_to_read() {
        RecordedHost host = host("$IncludeConfig /etc/rsyslog.d/*.conf\n")
                .denied("syslog", "rsyslog", "/etc/rsyslog.d/secret.conf");

        assertThat(read(host)).isEqualTo("""
                gap | syslog | /etc/rsyslog.d/secret.conf: permission denied | scan as root or with sudo
                """);
    }

    @Test
    void follows_the_file_that_the_daemon_was_given() {
        RecordedHost host =
                host("*.* /var/log/usual\n").file("syslog", "rsyslog", "/etc/other.conf", "*.* /var/log/other\n");

        assertThat(SyslogOverview.of(ended(host).evidence(), "rsyslogd", "-n", "-f/etc/other.conf"))
                .isEqualTo("""
                daemon rsyslog
                reads /etc/other.conf
                file | /var/log/other | *.* |  | other.conf:1
                """);
    }
}
