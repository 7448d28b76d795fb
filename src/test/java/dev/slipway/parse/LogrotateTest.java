package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Fact;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LogrotateTest {
    private static RecordedHost host(String main) {
        return RecordedHost.asRoot()
                .command("logrotate", "program", "/usr/sbin/logrotate\n")
                .file("logrotate", "config", "/etc/logrotate.conf", main);
    }

    private static String read(RecordedHost host) {
        Logrotate logrotate = Logrotate.of(host.evidence());
        String stanzas = logrotate.stanzas().stream().map(LogrotateTest::line).collect(Collectors.joining());
        String unparsed = logrotate.unparsed().stream()
                .map(line -> "unparsed " + line.evidence().item() + ":"
                        + line.evidence().line() + " " + line.reason() + "\n")
                .collect(Collectors.joining());
        return stanzas + unparsed;
    }

    private static String line(LogrotateStanza stanza) {
        LogrotateStanza.Settings settings = stanza.settings();
        Fact<Integer> kept = stanza.keptDays();
        return String.join(" ", stanza.patterns()) + " | every " + settings.intervalDays() + " keep " + settings.count()
                + " size " + settings.size() + " age " + settings.maxAgeDays() + " | "
                + kept.map(String::valueOf).orElse(kept.reason())
                + " days" + (settings.copyTruncate() ? " truncate" : "") + (settings.script() ? " script" : "")
                + " | su " + settings.user() + " to " + settings.oldFolder() + " | "
                + stanza.at().item() + ":" + stanza.at().line() + "\n";
    }

    @Test
    void reads_stanzas_with_what_is_in_force_for_them() {
        String found = read(host("""
                # see "man logrotate"
                weekly
                rotate 4
                create
                /var/log/a.log /var/log/b/*.log
                "/srv/my shop/c.log" '/srv/d e.log' /srv/f\\ g.log
                {
                    daily # each night
                    rotate = 7
                    copytruncate
                    su app app
                    olddir /srv/old
                    postrotate
                        /bin/kill -HUP `cat /run/x.pid` }
                        rotate 99
                    endscript
                }
                monthly
                /var/log/big { size 50M
                  rotate 14 }
                /var/log/aged { rotate 90
                  daily
                  maxage 30 }
                /var/log/ever { rotate -1
                  yearly }
                /var/log/none { rotate 0
                  hourly }
                /var/log/month {
                }
                """));

        assertThat(found).isEqualTo("""
                /var/log/a.log /var/log/b/*.log /srv/my shop/c.log /srv/d e.log /srv/f g.log | every 1 keep 7 size  age 0 | 7 days truncate script | su app app to /srv/old | /etc/logrotate.conf:5
                /var/log/big | every 30 keep 14 size 50M age 0 | rotated by size: 14 files of 50M days | su  to  | /etc/logrotate.conf:19
                /var/log/aged | every 1 keep 90 size  age 30 | 30 days | su  to  | /etc/logrotate.conf:21
                /var/log/ever | every 365 keep -1 size  age 0 | 0 days | su  to  | /etc/logrotate.conf:24
                /var/log/none | every 0 keep 0 size  age 0 | 1 days | su  to  | /etc/logrotate.conf:26
                /var/log/month | every 30 keep 4 size  age 0 | 120 days | su  to  | /etc/logrotate.conf:28
                """);
    }

    @Test
    void reads_folders_but_not_what_logrotate_passes_over() {
        RecordedHost host = host("""
                weekly
                tabooext + .test
                taboopat skip*
                include /etc/logrotate.d
                include "/etc/extra.conf"
                /var/log/last { missingok }
                """)
                .file("logrotate", "config", "/etc/logrotate.d/b", "daily\n/var/log/b { rotate 2 }\n")
                .file("logrotate", "config", "/etc/logrotate.d/a", "/var/log/a { rotate 1 }\n")
                .file("logrotate", "config", "/etc/logrotate.d/rsyslog.disabled", "/var/log/x { }\n")
                .file("logrotate", "config", "/etc/logrotate.d/c.rpmnew", "/var/log/x { }\n")
                .file("logrotate", "config", "/etc/logrotate.d/d~", "/var/log/x { }\n")
                .file("logrotate", "config", "/etc/logrotate.d/e.test", "/var/log/x { }\n")
                .file("logrotate", "config", "/etc/logrotate.d/skip-it", "/var/log/x { }\n")
                .file("logrotate", "config", "/etc/extra.conf", "/var/log/extra { }\ninclude /etc/logrotate.conf\n");

        assertThat(read(host)).isEqualTo("""
                /var/log/a | every 7 keep 1 size  age 0 | 7 days | su  to  | /etc/logrotate.d/a:1
                /var/log/b | every 1 keep 2 size  age 0 | 2 days | su  to  | /etc/logrotate.d/b:2
                /var/log/extra | every 1 keep 0 size  age 0 | 1 days | su  to  | /etc/extra.conf:1
                /var/log/last | every 1 keep 0 size  age 0 | 1 days | su  to  | /etc/logrotate.conf:6
                unparsed /etc/extra.conf:2 includes /etc/logrotate.conf again
                """);
    }

    @Test
    void keeps_what_it_does_not_understand() {
        assertThat(read(host("""
                frobnicate 3
                /var/log/a {
                    rotate 3
                    whatever
                }
                /var/log/b { postrotate
                    true
                }
                /var/log/c { rotate 1 }
                """))).isEqualTo("""
                /var/log/a | every 7 keep 3 size  age 0 | 21 days | su  to  | /etc/logrotate.conf:2
                unparsed /etc/logrotate.conf:1 not a keyword of logrotate
                unparsed /etc/logrotate.conf:4 not a keyword of logrotate
                unparsed /etc/logrotate.conf:6 postrotate without endscript
                unparsed /etc/logrotate.conf:6 a stanza that is never closed
                """);
        assertThat(read(host("/var/log/a /var/log/b\n"))).isEqualTo("""
                unparsed /etc/logrotate.conf:1 file names without a stanza in braces
                """);
    }

    @Test
    void does_not_believe_what_is_left_of_a_logrotate_that_was_removed() {
        RecordedHost host = RecordedHost.asRoot()
                .command("logrotate", "program", "-rwxr-xr-x 1 0 0 377 Dec 14  2022 /etc/cron.daily/other\n")
                .file("logrotate", "config", "/etc/logrotate.conf", "/var/log/a { rotate 1 }\n");

        assertThat(read(host)).isEmpty();
    }

    @Test
    void takes_the_vendor_s_file_where_there_is_no_other() {
        RecordedHost host = RecordedHost.asRoot()
                .file("logrotate", "config", "/usr/etc/logrotate.conf", "/var/log/a { rotate 1 }\n");

        assertThat(read(host))
                .isEqualTo("/var/log/a | every 7 keep 1 size  age 0 | 7 days | su  to  | /usr/etc/logrotate.conf:1\n");
    }
}
