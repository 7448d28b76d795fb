package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Syslog.Journal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JournaldParserTest {
    private static final String DIRECTORY = "drwxr-sr-x+ 3 0 190 4096 Nov 24 18:50 /var/log/journal\n";

    private static RecordedHost host() {
        return RecordedHost.asRoot().item("journald", "config", "config", Kind.SECTION, Outcome.READ, "");
    }

    private static Journal read(Evidence evidence) {
        return new JournaldParser()
                .read(evidence, HostFacts.unread("host"))
                .syslog()
                .journal();
    }

    @Test
    void lets_later_names_win_and_etc_hide_the_same_name_elsewhere() {
        RecordedHost host = host().command("journald", "state", "systemd 252 (252.39)\n" + DIRECTORY);
        host.file(
                "journald",
                "config",
                "/etc/systemd/journald.conf",
                "[Journal]\nStorage=volatile\n#ForwardToSyslog=yes\n");
        host.file(
                "journald",
                "config",
                "/usr/lib/systemd/journald.conf.d/10-a.conf",
                "[Journal]\nStorage=none\nSystemMaxUse=1G\n");
        host.file("journald", "config", "/etc/systemd/journald.conf.d/10-a.conf", "[Journal]\nStorage = auto\n");
        host.file(
                "journald",
                "config",
                "/run/systemd/journald.conf.d/20-b.conf",
                "[Journal]\nSystemMaxUse=200M\nForwardToSyslog=no\n");

        assertThat(read(host.evidence()))
                .isEqualTo(new Journal(
                        Fact.known("auto"),
                        Fact.known(true),
                        Fact.known(false),
                        "200M",
                        List.of(
                                "/etc/systemd/journald.conf",
                                "/etc/systemd/journald.conf.d/10-a.conf",
                                "/run/systemd/journald.conf.d/20-b.conf"),
                        List.of(
                                new EvidenceLine(
                                        "journald", "/etc/systemd/journald.conf.d/10-a.conf", 2, "Storage = auto"),
                                new EvidenceLine(
                                        "journald", "/run/systemd/journald.conf.d/20-b.conf", 3, "ForwardToSyslog=no"),
                                new EvidenceLine(
                                        "journald",
                                        "/run/systemd/journald.conf.d/20-b.conf",
                                        2,
                                        "SystemMaxUse=200M"))));
    }

    /** RHEL 7 ships a file with its defaults in comments; a version alone decides where there is none. */
    @ParameterizedTest
    @CsvSource({
        "'systemd 219\n', '#ForwardToSyslog=yes\n', true",
        "'systemd 252\n', '#ForwardToSyslog=no\n', false",
        "'systemd 208\n', '', true",
        "'systemd 215\n', '', true",
        "'systemd 216\n', '', false",
        "'systemd 257 (257.7-1)\n', '', false"
    })
    void knows_what_each_version_forwards(String state, String file, boolean forwards) {
        RecordedHost host = host().command("journald", "state", state)
                .file("journald", "config", "/etc/systemd/journald.conf", "[Journal]\n" + file);

        assertThat(read(host.evidence()).forwardToSyslog()).isEqualTo(Fact.known(forwards));
    }

    @ParameterizedTest
    @CsvSource({"persistent, '', true", "volatile, yes, false", "none, yes, false", "auto, yes, true", "auto, '', false"
    })
    void knows_what_survives_a_reboot(String storage, String directory, boolean persistent) {
        RecordedHost host = host().command("journald", "state", directory.isEmpty() ? "" : DIRECTORY)
                .file("journald", "config", "/etc/systemd/journald.conf", "[Journal]\nStorage=" + storage + "\n");

        assertThat(read(host.evidence()).persistent()).isEqualTo(Fact.known(persistent));
    }

    @Test
    void tells_a_host_without_journal_from_one_that_was_not_read() {
        Fact<String> absent =
                read(host().command("journald", "state", "").evidence()).storage();
        Fact<String> unread = read(RecordedHost.asRoot().evidence()).storage();

        assertThat(absent).isEqualTo(Fact.known("absent"));
        assertThat(unread).isEqualTo(Fact.unknown("the journal's configuration was not read"));
    }

    @Test
    void keeps_what_is_no_setting() {
        RecordedHost host =
                host().file("journald", "config", "/etc/systemd/journald.conf", "[Journal]\nStorage\n; ok=1\n");

        assertThat(new JournaldParser()
                        .read(host.evidence(), HostFacts.unread("host"))
                        .unparsed())
                .extracting(unparsed -> unparsed.evidence().line() + " " + unparsed.reason())
                .containsExactly("2 neither a section nor a setting");
    }
}
