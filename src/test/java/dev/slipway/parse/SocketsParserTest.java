package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.Connection;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Listener;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SocketsParserTest {
    private static final HostProcess INIT = process(1, 0, "systemd", 0, "root");
    private static final HostProcess MASTER = process(70, 1, "nginx", 0, "root");
    private static final HostProcess WORKER = process(65, 70, "nginx", 33, "www");
    private static final HostProcess SHOP = process(80, 1, "java", 500, "shop")
            .withArguments(
                    Fact.known(List.of("java", "-Dcom.sun.management.jmxremote.port=9010", "-Dserver.port=8123")));

    private static HostProcess process(int pid, int parent, String name, int userId, String user) {
        return HostProcess.unread(pid)
                .with(process -> process.parentPid(parent)
                        .name(name)
                        .userId(Fact.known(userId))
                        .user(Fact.known(user)));
    }

    private static String row(String table, String local, String peer, String state, int userId, int inode) {
        return table + ":  12: " + local + " " + peer + " " + state + " 00000000:00000000 00:00000000 00000000 "
                + userId + "        0 " + inode + " 1 00000000b04c178a 100 0 0 10 0\n";
    }

    private static String listen(String table, String local, int userId, int inode) {
        String peer = table.endsWith("6") ? "0".repeat(32) + ":0000" : "00000000:0000";
        return row(table, local, peer, table.startsWith("tcp") ? "0A" : "07", userId, inode);
    }

    private static HostFacts read(RecordedHost host, String inet, String owners) {
        Evidence evidence = host.command("processes", "users", "root:x:0:0::/:/bin/sh\nshop:x:500:500::/:/bin/sh\n")
                .command("sockets", "inet", inet)
                .command("sockets", "unix", "")
                .command("sockets", "owners", owners)
                .evidence();
        HostFacts before = HostFacts.unread("host").with(facts -> facts.processes(List.of(INIT, WORKER, MASTER, SHOP)));
        return new SocketsParser().read(evidence, before);
    }

    private static String link(int descriptor, int inode) {
        return "lrwx------ 1 0 0 64 Nov 24 18:50 " + descriptor + " -> socket:[" + inode + "]\n";
    }

    /** One line a socket, the columns that tell sockets apart. */
    static String overview(HostFacts facts) {
        Stream<String> listeners = facts.listeners().stream().map(SocketsParserTest::overview);
        Stream<String> connections = facts.connections().stream().map(SocketsParserTest::overview);
        return Stream.concat(listeners, connections).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String overview(Listener listener) {
        return String.join(
                " | ",
                listener.protocol().term() + " " + listener.address() + " " + listener.port(),
                listener.scope().term(),
                listener.processName().orElse("?") + " "
                        + listener.pid().map(String::valueOf).orElse("?"),
                listener.user().orElse("?"),
                listener.openedBy().orElse("?"),
                listener.role(),
                listener.attribution());
    }

    private static String overview(Connection connection) {
        return String.join(
                " | ",
                connection.protocol().term() + " " + connection.direction().term(),
                connection.peerAddress() + " " + connection.peerPort() + " <- " + connection.localPort(),
                connection.processName().orElse("?") + " "
                        + connection.pid().map(String::valueOf).orElse("?"),
                connection.count() + (connection.local() ? " local" : ""),
                connection.role());
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian-12/root", "debian-12/user", "busybox-1.35/root", "busybox-1.35/user"})
    void reads_recorded_hosts(String name) {
        Evidence evidence = RecordedHost.read(name);
        HostFacts facts =
                new SocketsParser().read(evidence, new ProcessesParser().read(evidence, HostFacts.unread("host")));

        Expected.assertFacts(name + "-sockets", overview(facts));
    }

    @Test
    void a_service_on_both_families_or_in_many_processes_is_one_listener() {
        String inet = listen("tcp6", "0".repeat(32) + ":0050", 0, 11)
                + listen("tcp", "00000000:0050", 0, 12)
                + listen("tcp", "00000000:0050", 0, 13)
                + listen("tcp6", "0".repeat(32) + ":1F90", 500, 14)
                + listen("tcp", "0100007F:1F45", 500, 15)
                + listen("tcp6", "00000000000000000000000001000000:1F45", 500, 16)
                + listen("tcp", "0B01A8C0:1F45", 500, 17);
        String owners = "1/fd:\n" + link(3, 11) + "65/fd:\n" + link(6, 11) + link(7, 12) + "70/fd:\n" + link(6, 11)
                + link(7, 12) + link(8, 13) + "80/fd:\n" + link(4, 14) + link(5, 15) + link(6, 16) + link(7, 17);

        HostFacts facts = read(RecordedHost.asRoot(), inet, owners);

        assertThat(overview(facts)).isEqualTo("""
                tcp 0.0.0.0 80 | all | nginx 70 | root | root | http | socket
                tcp 127.0.0.1 8005 | loopback | java 80 | shop | shop | shutdown | socket
                tcp 192.168.1.11 8005 | address | java 80 | shop | shop | shutdown | socket
                tcp :: 8080 | all | java 80 | shop | shop | http | socket
                """);
        assertThat(facts.listeners().get(0).evidence())
                .containsExactly(
                        new EvidenceLine("sockets", "inet", 2, "tcp 0.0.0.0:80 listens, user id 0, socket 12"),
                        new EvidenceLine("sockets", "inet", 3, "tcp 0.0.0.0:80 listens, user id 0, socket 13"),
                        new EvidenceLine("sockets", "inet", 1, "tcp [::]:80 listens, user id 0, socket 11"));
    }

    @Test
    void without_root_says_only_what_is_certain() {
        String inet = listen("tcp", "00000000:0050", 0, 12)
                + listen("tcp", "00000000:2332", 500, 15)
                + listen("tcp", "00000000:1FBB", 500, 16)
                + listen("tcp", "00000000:1234", 77, 17);

        assertThat(overview(read(RecordedHost.asUser(), inet, ""))).isEqualTo("""
                tcp 0.0.0.0 80 | all | ? ? | ? | root | http | none
                tcp 0.0.0.0 4660 | all | ? ? | 77 | 77 |  | none
                tcp 0.0.0.0 8123 | all | java 80 | shop | shop | http | user
                tcp 0.0.0.0 9010 | all | java 80 | shop | shop | jmx | user
                """);
    }

    @Test
    void names_no_process_where_two_could_have_opened_it() {
        HostFacts before = HostFacts.unread("host")
                .with(facts -> facts.processes(List.of(SHOP, process(81, 1, "java", 500, "shop"))));
        Evidence evidence = RecordedHost.asUser()
                .command("sockets", "inet", listen("tcp", "00000000:1F90", 500, 12))
                .evidence();

        assertThat(new SocketsParser().read(evidence, before).listeners().get(0).processName())
                .isEqualTo(Fact.unknown("needs root"));
    }

    @Test
    void tells_who_called_whom_and_counts() {
        String inet = "scan 10.0.0.9 51000 192.168.1.11 22\n32768\t60999\n"
                + listen("tcp", "00000000:0050", 0, 11)
                + listen("udp", "00000000:A000", 500, 12)
                + listen("udp", "00000000:0202", 0, 13)
                + row("tcp", "0B01A8C0:0050", "0C01A8C0:C001", "01", 33, 21)
                + row("tcp", "0B01A8C0:0050", "0C01A8C0:C002", "01", 33, 22)
                + row("tcp", "0B01A8C0:C003", "0A00000A:0CEA", "01", 500, 23)
                + row("tcp", "0B01A8C0:0016", "0900000A:C738", "01", 0, 24)
                + row("tcp", "0B01A8C0:0016", "0900000A:C739", "01", 0, 25)
                + row("tcp", "0100007F:C004", "0100007F:0050", "01", 500, 26)
                + row("tcp", "0B01A8C0:C005", "0B01A8C0:0050", "01", 500, 27)
                + row("tcp", "0B01A8C0:C006", "0A00000A:0CEA", "08", 500, 28)
                + row("tcp", "0B01A8C0:C007", "0A00000A:0CEA", "01", 500, 29)
                + row("udp", "0B01A8C0:C008", "0500000A:0202", "01", 500, 30);
        String owners = "65/fd:\n" + link(3, 21) + link(4, 22) + "80/fd:\n" + link(5, 23) + link(6, 12) + link(7, 26)
                + link(8, 27) + link(9, 30) + "999/fd:\n" + link(3, 29);

        assertThat(overview(read(RecordedHost.asRoot(), inet, owners))).isEqualTo("""
                tcp 0.0.0.0 80 | all | ? ? | ? | root | http | none
                udp 0.0.0.0 514 | all | ? ? | ? | root | syslog | none
                udp 0.0.0.0 40960 | all | java 80 | shop | shop | client-socket | socket
                tcp inbound | 10.0.0.9 0 <- 22 | ? ? | 1 | ssh
                tcp inbound | 192.168.1.12 0 <- 80 | nginx 65 | 2 | http
                tcp outbound | 10.0.0.10 3306 <- 0 | java 80 | 1 | mysql
                tcp outbound | 127.0.0.1 80 <- 0 | java 80 | 1 local | http
                tcp outbound | 192.168.1.11 80 <- 0 | java 80 | 1 local | http
                udp outbound | 10.0.0.5 514 <- 0 | java 80 | 1 | syslog
                """);
    }

    @Test
    void believes_no_file_name_that_looks_like_a_listing() {
        String inet = listen("tcp", "00000000:0050", 0, 11) + listen("tcp", "00000000:0051", 0, 12);
        String owners = "70/fd:\n" + link(3, 11) + "80/fd:\n"
                + "lrwx------ 1 0 0 64 Nov 24 18:50 7 -> /tmp/x 4 -> socket:[12]\n70/fd:\n" + link(3, 12);

        assertThat(read(RecordedHost.asRoot(), inet, owners).listeners())
                .extracting(Listener::pid)
                .containsOnly(Fact.unknown("no process has it open: it is the kernel's, or its owner has ended"));
    }

    @Test
    void lists_the_unix_sockets_of_programs() {
        String unix = """
                0000000000000000: 00000002 00000000 00010000 0001 01 101 /run/systemd/private
                0000000000000000: 00000002 00000000 00010000 0001 01 102 /run/shop/web socket
                0000000000000000: 00000002 00000000 00010000 0001 01 103 /run/haproxy/admin.sock.63.tmp
                f7b5c600: 00000002 00000000 00000000 0002 01   104 /dev/log
                """;
        Evidence evidence = RecordedHost.asRoot()
                .command("sockets", "unix", unix)
                .command("sockets", "owners", "70/fd:\n" + link(3, 102))
                .evidence();
        HostFacts before = HostFacts.unread("host").with(facts -> facts.processes(List.of(MASTER)));

        HostFacts facts = new SocketsParser().read(evidence, before);

        assertThat(overview(facts)).isEqualTo("""
                unix /dev/log 0 | loopback | ? ? | ? | ? | syslog | none
                unix /run/haproxy/admin.sock 0 | loopback | ? ? | ? | ? |  | none
                unix /run/shop/web socket 0 | loopback | nginx 70 | root | ? | http | socket
                """);
        assertThat(facts.gaps())
                .containsExactly(
                        new Gap("listeners", "sockets", "inet: was not run", "scan again"),
                        new Gap("connections", "sockets", "inet: was not run", "scan again"));
    }

    @Test
    void keeps_lines_it_cannot_parse_and_says_what_was_cut() {
        Evidence evidence = RecordedHost.asRoot()
                .item("sockets", "inet", "inet", Kind.COMMAND, Outcome.CUT_OFF, "tcp:   3: 0100007F:00")
                .command("sockets", "unix", "")
                .evidence();

        HostFacts facts = new SocketsParser().read(evidence, HostFacts.unread("host"));

        assertThat(facts.listeners()).isEmpty();
        assertThat(facts.unparsed()).hasSize(1);
        assertThat(facts.unparsed().get(0).evidence().text()).isEqualTo("tcp:   3: 0100007F:00");
        assertThat(facts.gaps()).extracting(Gap::reason).containsOnly("inet: the transcript ends in it");
    }
}
