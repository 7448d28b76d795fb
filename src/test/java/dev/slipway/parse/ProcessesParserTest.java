package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProcessesParserTest {
    private static final String TABLE = """
            self 900
            5000.25 9000.00
            100
            btime 1795500000
            proc /proc proc rw,nosuid 0 0
            1/status:Name:\tsystemd
            1/status:State:\tS (sleeping)
            1/status:PPid:\t0
            1/status:Uid:\t0\t0\t0\t0
            1/status:VmSize:\t   1000 kB
            1/status:VmHWM:\t   3000 kB
            1/status:VmRSS:\t   2000 kB
            1/status:Threads:\t1
            1/status:SigBlk:\t0000000000004000
            1/status:SigCgt:\t0000000000000000
            1/status:CapEff:\t000001ffffffffff
            2/status:Name:\tkthreadd
            2/status:State:\tS (sleeping)
            2/status:PPid:\t0
            2/status:Uid:\t0\t0\t0\t0
            2/status:Threads:\t1
            70/status:Name:\tnode
            70/status:State:\tS (sleeping)
            70/status:PPid:\t1
            70/status:Uid:\t33\t44\t33\t33
            70/status:VmSize:\t   50000 kB
            70/status:VmHWM:\t   7000 kB
            70/status:VmRSS:\t   5000 kB
            70/status:Threads:\t11
            70/status:SigBlk:\t0000000000000000
            70/status:SigCgt:\t0000000000004004
            70/status:CapEff:\t0000000000000420
            71/status:Name:\todd) \\\\ \\nname
            71/status:State:\tZ (zombie)
            71/status:PPid:\t70
            71/status:Uid:\t33\t33\t33\t33
            71/status:Threads:\t1
            1/stat:1 (systemd) S 0 1 1 0 -1 4194560 10 20 0 0 30 40 0 0 20 0 1 0 7 1000 500
            2/stat:2 (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 0 0 0 20 0 1 0 7 0 0
            70/stat:70 (node) S 1 70 70 0 -1 4194560 10 20 0 0 250 50 0 0 20 0 11 0 12345 1000 500
            71/stat:71 (odd) \\
            71/stat:name) Z 70 70 70 0 -1 4194560 0 0 0 0 1 1 0 0 20 0 1 0 20000 0 0
            1/cgroup:0::/init.scope
            70/cgroup:4:memory:/docker/0123456789abcdef
            70/cgroup:1:name=systemd:/system.slice/shop.service
            """;

    private static final String CMDLINE = """
            ==> 1/cmdline <==
            /sbin/init\0--switched\0
            ==> 2/cmdline <==

            ==> 70/cmdline <==
            node\0server.js\0--name=a b\0two
            lines\0\0
            ==> 71/cmdline <==

            ==> /dev/null <==
            """;

    private static final String LINKS = """
            lrwxrwxrwx 1 0 0 0 Nov 24 18:50 1/cwd -> /
            lrwxrwxrwx 1 0 0 0 Nov 24 18:50 1/exe
            lrwxrwxrwx 1 0 0 0 Nov 24 18:50 1/root -> /
            lrwxrwxrwx    1 33       33               0 Nov 24 18:50 70/cwd -> /srv/my shop
            lrwxrwxrwx    1 33       33               0 Nov 24 18:50 70/exe -> /opt/node/bin/node (deleted)
            lrwxrwxrwx    1 33       33               0 Nov 24 18:50 70/root -> /
            """;

    private static final String USERS = """
            root:x:0:0::/root:/bin/bash
            shop:x:44:44::/srv:/bin/sh
            other:x:44:44::/srv:/bin/sh
            """;

    private static Evidence evidence(String table, String cmdline, String links) {
        return RecordedHost.asRoot()
                .command("processes", "table", table)
                .command("processes", "cmdline", cmdline)
                .command("processes", "links", links)
                .command("processes", "users", USERS)
                .evidence();
    }

    private static HostFacts read(Evidence evidence) {
        return new ProcessesParser().read(evidence, HostFacts.unread("host"));
    }

    /** One line a process, the columns that tell processes apart. */
    static String overview(HostFacts facts) {
        return facts.processes().stream()
                .map(process -> String.join(
                        " | ",
                        process.pid() + " " + process.parentPid(),
                        process.name(),
                        process.user().orElse("?"),
                        process.executable().orElse("?"),
                        process.title().isEmpty()
                                ? String.join(" ", process.arguments().orElse(List.of("?")))
                                : "title: " + process.title(),
                        process.workingDirectory().orElse("?"),
                        process.cgroup().orElse("?")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian-12/root", "debian-12/user", "busybox-1.35/root", "busybox-1.35/user"})
    void reads_recorded_hosts(String name) {
        Expected.assertFacts(name + "-processes", overview(read(RecordedHost.read(name))));
    }

    @Test
    void reads_everything_that_is_known_about_a_process() {
        HostProcess process = read(evidence(TABLE, CMDLINE, LINKS)).processes().get(2);

        assertThat(process)
                .isEqualTo(HostProcess.unread(70)
                        .with(p -> p.parentPid(1)
                                .name("node")
                                .user(Fact.known("shop"))
                                .userId(Fact.known(44))
                                .executable(Fact.known("/opt/node/bin/node"))
                                .arguments(Fact.known(List.of("node", "server.js", "--name=a b", "two\nlines", "")))
                                .workingDirectory(Fact.known("/srv/my shop"))
                                .rootDirectory(Fact.known("/"))
                                .state("S")
                                .cgroup(Fact.known("/system.slice/shop.service"))
                                .startedAt(Fact.known(1795500123L))
                                .threads(Fact.known(11))
                                .memoryBytes(Fact.known(5_120_000L))
                                .peakMemoryBytes(Fact.known(7_168_000L))
                                .cpuSeconds(Fact.known(3.0))
                                .handlesTerm(Fact.known(true))
                                .handlesQuit(Fact.known(true))
                                .capabilities(Fact.known(List.of("kill", "net_bind_service")))
                                .inContainer(true)
                                .containerId("0123456789abcdef")
                                .evidence(List.of(new EvidenceLine(
                                        "processes", "cmdline", 6, "70 node server.js --name=a b two lines")))));
    }

    @Test
    void tells_kernel_threads_zombies_and_unreadable_links_apart() {
        List<HostProcess> processes = read(evidence(TABLE, CMDLINE, LINKS)).processes();
        HostProcess init = processes.get(0);
        HostProcess thread = processes.get(1);
        HostProcess zombie = processes.get(3);

        assertThat(init.executable()).isEqualTo(Fact.unknown("needs root"));
        assertThat(init.handlesTerm()).as("held back, for a descriptor").isEqualTo(Fact.known(true));
        assertThat(thread.kernelThread()).isTrue();
        assertThat(thread.executable()).isEqualTo(Fact.known(""));
        assertThat(thread.arguments()).isEqualTo(Fact.known(List.of()));
        assertThat(zombie.kernelThread()).isFalse();
        assertThat(zombie.name()).isEqualTo("odd) \\ \nname");
        assertThat(zombie.state()).isEqualTo("Z");
        assertThat(zombie.startedAt()).as("the name has a line break").isEqualTo(Fact.known(1795500200L));
        assertThat(zombie.arguments()).isEqualTo(Fact.unknown("the process has ended"));
    }

    @Test
    void believes_no_argument_that_looks_like_another_process() {
        String cmdline = """
                ==> 1/cmdline <==
                /sbin/init\0
                ==> 70/cmdline <==
                node\0x
                ==> 1/cmdline <==
                forged\0
                ==> /dev/null <==
                """;
        String links = LINKS.replace("/srv/my shop", "/srv/\nlrwxrwxrwx 1 0 0 0 Nov 24 18:50 1/cwd -> /forged");

        HostProcess init = read(evidence(TABLE, cmdline, links)).processes().get(0);

        assertThat(init.arguments())
                .isEqualTo(Fact.unknown("an argument of another process looks like its command line"));
        assertThat(init.workingDirectory())
                .isEqualTo(Fact.unknown("the name of another file in the listing looks like it"));
    }

    @Test
    void says_what_is_hidden() {
        Gap hidden = new Gap(
                "processes",
                "processes",
                "/proc is mounted with hidepid=2: processes of other users are not shown",
                "scan as root or with sudo");
        Gap firstMissing = new Gap(
                "processes",
                "processes",
                "process 1 is not shown: others may be hidden, too",
                "scan as root or with sudo");
        String mounted = TABLE.replace("rw,nosuid", "rw,nosuid,hidepid=2");
        String withoutFirst = TABLE.replaceAll("(?m)^1/.*\n", "");

        assertThat(read(asUser(mounted)).gaps()).containsExactly(hidden);
        assertThat(read(evidence(mounted, CMDLINE, LINKS)).gaps()).isEmpty();
        assertThat(read(asUser(withoutFirst)).gaps()).containsExactly(firstMissing);
    }

    private static Evidence asUser(String table) {
        return RecordedHost.asUser()
                .command("processes", "table", table)
                .command("processes", "cmdline", CMDLINE)
                .command("processes", "links", LINKS)
                .command("processes", "users", USERS)
                .evidence();
    }

    @Test
    void what_was_not_read_is_a_gap() {
        Evidence evidence = RecordedHost.asUser()
                .item("processes", "table", "table", Kind.COMMAND, Outcome.TIMED_OUT, TABLE)
                .evidence();

        HostFacts facts = read(evidence);

        assertThat(facts.processes()).hasSize(4);
        assertThat(facts.processes().get(2).arguments()).isEqualTo(Fact.unknown("not read"));
        assertThat(facts.processes().get(2).user()).as("no table of names").isEqualTo(Fact.known("44"));
        assertThat(facts.gaps())
                .extracting(Gap::reason)
                .containsExactly(
                        "table: took longer than its limit",
                        "cmdline: was not run",
                        "links: was not run",
                        "users: was not run");
    }

    @Test
    void leaves_out_the_session_of_the_scan_and_nothing_else() {
        String table = "self 900\n"
                + status(1, 0, "systemd")
                + status(5, 1, "sshd")
                + status(800, 5, "sshd")
                + status(801, 800, "sshd")
                + status(900, 801, "sh")
                + status(901, 900, "grep")
                + status(802, 5, "sshd")
                + status(803, 802, "bash");
        String cmdline = "==> 5/cmdline <==\nsshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups\0\n"
                + "==> 800/cmdline <==\nsshd: scan [priv]\0\n==> 801/cmdline <==\nsshd: scan@notty\0\n";

        assertThat(read(evidence(table, cmdline, "")).processes())
                .extracting(HostProcess::pid)
                .containsExactly(1, 5, 802, 803);
    }

    private static String status(int pid, int parent, String name) {
        return pid + "/status:Name:\t" + name + "\n" + pid + "/status:PPid:\t" + parent + "\n" + pid
                + "/status:VmSize:\t1 kB\n";
    }
}
