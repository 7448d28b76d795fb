package dev.slipway.parse;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a host's configuration says: an answer, at once, and every line of it is either understood or counted. */
final class SyslogRobustnessTest {
    private static final List<String> PIECES = List.of(
            "*.* ",
            "local0.*",
            "/var/log/a",
            "@@host:514",
            "@h",
            "\n",
            "\n",
            " ",
            "\\\n",
            "{",
            "}",
            "(",
            ")",
            "\"",
            "'",
            "`",
            "if ",
            " then ",
            " else ",
            "action(",
            "type=\"omfwd\"",
            " target=\"x\"",
            "[",
            "]",
            ",",
            "=",
            "input(",
            "module(",
            "ruleset(name=\"r\")",
            "template(",
            "& stop",
            "& ~",
            "stop",
            "~",
            "$ModLoad imfile",
            "$IncludeConfig /etc/*.conf",
            "$template a,\"%x%\"",
            "include(file=\"/etc/rsyslog.conf\")",
            ":msg, contains, \"a\" ",
            ":omusrmsg:*",
            "/*",
            "*/",
            "# c\n",
            "foreach (",
            " do ",
            "set $.x = 1;",
            "call r",
            "source s { ",
            "destination d { ",
            "log { ",
            "};",
            "file(\"/x\")",
            "tcp(\"h\" port(1))",
            "filter f",
            "source(s);",
            "destination(d);",
            "@include \"x\"",
            "@define a `a``a`",
            "`a`",
            "flags(final);",
            "\0",
            "\r\n",
            "\t",
            "\uFFFD",
            "é",
            "postrotate\n",
            "endscript\n",
            "/var/log/x {\n",
            "rotate 5\n",
            "include /etc/logrotate.d\n",
            "tabooext + x\n",
            "!prog\n",
            "+host\n",
            "Storage=auto\n",
            "[Journal]\n");

    @Provide
    static Arbitrary<String> configurations() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    private static HostFacts read(String daemon, String text) {
        return read(daemon, text, Outcome.READ);
    }

    private static HostFacts read(String daemon, String text, Outcome outcome) {
        RecordedHost host = RecordedHost.asRoot()
                .item("syslog", "rsyslog", "/etc/rsyslog.conf", Kind.FILE, outcome, text)
                .file("syslog", "rsyslog", "/etc/more.conf", text)
                .item("syslog", "syslog-ng", "/etc/syslog-ng/syslog-ng.conf", Kind.FILE, outcome, text)
                .item("syslog", "syslog-conf", "/etc/syslog.conf", Kind.FILE, outcome, text)
                .file("syslog", "syslog-conf", "/etc/metalog.conf", text)
                .file("journald", "config", "/etc/systemd/journald.conf", text)
                .command("journald", "state", text)
                .file("logrotate", "config", "/etc/logrotate.conf", text)
                .file("logrotate", "config", "/etc/logrotate.d/x", text)
                .command("sockets", "owners", "ls -lnb\n40/fd:\n" + text)
                .command("log-files", "listing", "ls -lnb\n/var/log/:\n" + text);
        HostProcess process = HostProcess.unread(40).with(p -> p.name(daemon).arguments(Fact.known(List.of(daemon))));
        HostFacts facts = HostFacts.unread("host").withProcesses(List.of(process));
        for (Parser parser : List.of(new SyslogParser(), new JournaldParser(), new LogFilesParser())) {
            facts = parser.read(host.evidence(), facts);
        }
        return facts;
    }

    @Property(tries = 500)
    void answers_whatever_it_reads(@ForAll("configurations") String text) {
        for (String daemon : List.of("rsyslogd", "syslog-ng", "syslogd", "metalog")) {
            assertThat(read(daemon, text).syslog().daemon().isKnown()).isTrue();
        }
    }

    @Property(tries = 200)
    void answers_arbitrary_text(@ForAll String text) {
        for (String daemon : List.of("rsyslogd", "syslog-ng", "syslogd", "metalog")) {
            assertThat(read(daemon, text).syslog().daemon().isKnown()).isTrue();
        }
    }

    /** Each line is a rule of its own; cut anywhere, the rules before the cut are there and the last one is not invented. */
    @ParameterizedTest
    @ValueSource(strings = {"rsyslogd", "syslog-ng", "syslogd"})
    void loses_nothing_before_a_cut(String daemon) {
        String text = daemon.equals("syslog-ng")
                ? "source s { system(); };\n"
                        + lines("log { source(s); destination { tcp(\"10.0.0.%d\" port(60%d)); }; };\n")
                : lines("local%d.*\t@10.0.0.%d:5140\n");
        List<String> all = targets(read(daemon, text));
        assertThat(all).hasSize(8);
        for (int end = 0; end < text.length(); end++) {
            String cut = text.substring(0, end);
            long ended = cut.chars().filter(c -> c == '\n').count();
            int whole = (int) (daemon.equals("syslog-ng") ? Math.max(0, ended - 1) : ended);
            assertThat(targets(read(daemon, cut, Outcome.CUT_OFF))).isEqualTo(all.subList(0, whole));
        }
    }

    private static String lines(String format) {
        return List.of(0, 1, 2, 3, 4, 5, 6, 7).stream()
                .map(number -> String.format(format, number, number + 1))
                .collect(Collectors.joining());
    }

    private static List<String> targets(HostFacts facts) {
        return facts.syslog().forwards().stream()
                .map(forward -> forward.target() + ":" + forward.port())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if ",
                "if x then ",
                "{",
                "}",
                "(",
                "a(",
                "a(b=\"",
                "\"",
                "& ~\n",
                "*.* /a\n& /b\n",
                "\\\n",
                "/*",
                "$template a,\"\n",
                "if a then x\nelse ",
                "*.* {",
                "[",
                "source s {",
                "log { source(s); ",
                "`",
                "@define a b\n",
                "@include \"a\"\n",
                "/var/log/x ",
                "postrotate\n",
                "/a { }\n",
                "'",
                "!x\n",
                "*.*;",
                "-rw-r--r-- 1 0 0 1 Nov 24 18:50 a\n",
                "l-wx------ 1 0 0 64 Nov 24 18:50 1 -> /a\n",
                "foreach (x) do "
            })
    void takes_time_in_proportion_to_the_text(String piece) {
        String text = piece.repeat(150_000 / piece.length());
        assertTimeoutPreemptively(ofSeconds(20), () -> {
            for (String daemon : List.of("rsyslogd", "syslog-ng", "syslogd", "metalog")) {
                read(daemon, text);
            }
        });
    }

    @Test
    void lists_ten_thousand_writers_of_one_file() {
        StringBuilder open = new StringBuilder("ls -lnb\n");
        StringBuilder listing = new StringBuilder("ls -lnb\n/var/log/:\n");
        StringBuilder rotate = new StringBuilder();
        for (int i = 1; i <= 10_000; i++) {
            open.append(i).append("/fd:\nl-wx------ 1 0 0 64 Nov 24 18:50 1 -> /var/log/all.log\n");
            open.append("l-wx------ 1 0 0 64 Nov 24 18:50 4 -> /var/log/own")
                    .append(i)
                    .append(".log\n");
            listing.append("-rw-r----- 1 0 4 7 Nov 24 18:49 own").append(i).append(".log\n");
            rotate.append("/var/log/own").append(i).append(".log { daily\nrotate 3 }\n");
        }
        RecordedHost host = RecordedHost.asRoot()
                .command("sockets", "owners", open.toString())
                .command("log-files", "listing", listing.toString())
                .command("logrotate", "program", "/usr/sbin/logrotate\n")
                .file("logrotate", "config", "/etc/logrotate.conf", rotate.toString());
        List<HostProcess> processes = IntStream.rangeClosed(1, 10_000)
                .mapToObj(pid -> HostProcess.unread(pid).withName("worker"))
                .toList();

        HostFacts facts = assertTimeoutPreemptively(
                ofSeconds(20),
                () -> new LogFilesParser()
                        .read(host.evidence(), HostFacts.unread("host").withProcesses(processes)));

        assertThat(facts.logs()).hasSize(10_001);
        assertThat(facts.logs().get(0).pids()).hasSize(10_000);
    }
}
