package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import org.junit.jupiter.api.Test;

/** syslog-ng's language, from version 2 to 4. */
final class SyslogNgTest {
    private static RecordedHost host(String main) {
        return RecordedHost.asRoot().file("syslog", "syslog-ng", "/etc/syslog-ng/syslog-ng.conf", main);
    }

    private static String read(RecordedHost host) {
        RecordedHost ended = host.item("syslog", "syslog-ng", "syslog-ng", Kind.SECTION, Outcome.READ, "");
        return SyslogOverview.of(ended.evidence(), "/usr/sbin/syslog-ng", "-F")
                .replace("daemon syslog-ng\nreads /etc/syslog-ng/syslog-ng.conf\n", "");
    }

    @Test
    void follows_log_paths_and_nothing_else() {
        String found = read(host("""
                @version: 3.38
                @include "scl.conf"
                @define central "10.0.0.5"
                options { chain_hostnames(off); flush_lines(0); };
                source s_src { system(); internal(); };
                source s_net {
                    udp(ip(0.0.0.0) port(1514)); tcp(port(10514) max-connections(300));
                    syslog(ip("10.0.0.1") transport("tls"));
                    network(transport("udp"));
                };
                source s_shop { file("/srv/shop/app.log" follow-freq(1) program-override("shop"));
                    wildcard-file(base-dir("/srv/logs") filename-pattern("*.log") recursive(yes)); };
                source s_dead { unix-dgram("/dev/log"); };
                destination d_auth { file("/var/log/auth.log" owner(root)); };
                destination d_host { file("/var/log/$HOST/${YEAR}.$MONTH.log"); };
                destination d_central { network("`central`" port(514) transport("tcp") disk-buffer(mem-buf-size(1000))); };
                destination d_tls { syslog("secure" transport("tls") tls(ca-dir("/etc/ca.d"))); };
                destination d_old { tcp("oldhost" port(1514)); udp("10.0.0.7"); };
                destination d_dead { tcp("10.9.9.9"); };
                destination d_more { program("/usr/bin/page --all"); pipe("/dev/xconsole"); usertty("root");
                    kafka-c(bootstrap-servers("k1:9092,k2") topic("t"));
                    elasticsearch-http(url("https://es:9200/_bulk") index("x")); riemann(server("r")); };
                filter f_auth { facility(auth, authpriv) and not filter(f_dbg); };
                filter "f quoted" { match("a { b;" value("MESSAGE")) };
                rewrite r_x { set("x", value("HOST")); };
                log { source(s_src); filter(f_auth); destination(d_auth); };
                log { source(s_net); source(s_shop);
                      junction {
                          channel { filter("f quoted"); destination(d_central); flags(final); };
                          channel { destination(d_tls); };
                      };
                      if (program("shop")) { destination(d_old); } else { destination { file("/var/log/rest.log"); }; };
                };
                log { source(s_src); destination(d_host); destination(d_nowhere); flags(final); };
                log { source(s_src); destination(d_more); };
                log { source(s_shop); destination(d_more); };
                """));

        assertThat(found).isEqualTo("""
                in | system() |  |  | syslog-ng.conf:5
                in | internal() |  |  | syslog-ng.conf:5
                in | udp() | 0.0.0.0:1514 |  | syslog-ng.conf:7
                in | tcp() | *:10514 |  | syslog-ng.conf:7
                in | syslog() | 10.0.0.1:6514 |  | syslog-ng.conf:8
                in | network() | *:514 |  | syslog-ng.conf:9
                in | file() | /srv/shop/app.log | shop | syslog-ng.conf:11
                in | wildcard-file() | /srv/logs/*.log |  | syslog-ng.conf:12
                to | tcp 10.0.0.5 514 | s_net s_shop f quoted | disk | syslog-ng.conf:16
                to | tls secure 6514 | s_net s_shop |  | syslog-ng.conf:17
                to | tcp oldhost 1514 | s_net s_shop if program(shop) |  | syslog-ng.conf:18
                to | udp 10.0.0.7 514 | s_net s_shop if program(shop) |  | syslog-ng.conf:18
                to | program /usr/bin/page 0 | s_shop |  | syslog-ng.conf:20
                to | kafka k1 9092 | s_shop |  | syslog-ng.conf:21
                to | kafka k2 9092 | s_shop |  | syslog-ng.conf:21
                to | elasticsearch es 9200 | s_shop |  | syslog-ng.conf:22
                file | /var/log/auth.log | s_src f_auth |  | syslog-ng.conf:14
                file | /var/log/rest.log | s_net s_shop |  | syslog-ng.conf:32
                file | /var/log/*/*.*.log | s_src |  | syslog-ng.conf:15
                file | /dev/xconsole | s_shop |  | syslog-ng.conf:20
                unparsed | syslog-ng.conf:34 | log { source(s_src); destination(d_host); destination(d_nowhere); flags(final); }; | the destination d_nowhere is not defined
                unparsed | syslog-ng.conf:35 | log { source(s_src); destination(d_more); }; | no message comes here: a log path before is final
                unparsed | syslog-ng.conf:22 | elasticsearch-http(url("https://es:9200/_bulk") index("x")); riemann(server("r")); }; | a destination of the type riemann is not known
                """);
    }

    @Test
    void reads_what_version_2_wrote() {
        String found = read(host("""
                options { long_hostnames(0); };
                source src { internal(); unix-stream("/dev/log"); file("/proc/kmsg" log_prefix("kernel: ")); };
                destination messages { file('/var/log/messages' template("$DATE $HOST \\"$MSG\\"\\n")); };
                log { source(src); destination(messages); };
                """));

        assertThat(found).isEqualTo("""
                in | internal() |  |  | syslog-ng.conf:2
                in | unix-stream() | /dev/log |  | syslog-ng.conf:2
                in | file() | /proc/kmsg |  | syslog-ng.conf:2
                file | /var/log/messages | src |  | syslog-ng.conf:3
                """);
    }

    @Test
    void reads_included_files_and_folders() {
        RecordedHost host = host("""
                @include "conf.d/*.conf"
                include "/opt/more/";
                include "absent.conf";
                log { source(s); destination(d); };
                """);
        host.file("syslog", "syslog-ng", "/etc/syslog-ng/conf.d/s.conf", "source s { system(); };\n");
        host.file("syslog", "syslog-ng", "/etc/syslog-ng/conf.d/s.conf.bak", "source s { internal(); };\n");
        host.file("syslog", "syslog-ng", "/opt/more/d", "destination d { tcp(\"10.0.0.5\"); };\n");

        assertThat(read(host)).isEqualTo("""
                reads /etc/syslog-ng/conf.d/s.conf
                reads /opt/more/d
                in | system() |  |  | s.conf:1
                to | tcp 10.0.0.5 514 | s |  | d:1
                gap | syslog | /etc/syslog-ng/absent.conf, included by /etc/syslog-ng/syslog-ng.conf:3, was not read | scan as root or with sudo; else read it by hand
                """);
    }

    @Test
    void keeps_what_it_does_not_understand() {
        String found = read(host("""
                nonsense { x; };
                }
                destination d { file("/var/log/a"); };
                log { destination(d); };
                source s { file("/var/log/open
                log { source(s); };
                """));

        assertThat(found).isEqualTo("""
                file | /var/log/a |  |  | syslog-ng.conf:3
                unparsed | syslog-ng.conf:2 | } | a bracket that nothing opened
                unparsed | syslog-ng.conf:5 | source s { file("/var/log/open | a quote that is never closed; the rest of the file is not read
                unparsed | syslog-ng.conf:5 | source s { file("/var/log/open | '(' is not closed by ')'
                unparsed | syslog-ng.conf:5 | source s { file("/var/log/open | '{' is not closed by '}'
                unparsed | syslog-ng.conf:1 | nonsense { x; }; | not a statement of syslog-ng
                """);
    }
}
