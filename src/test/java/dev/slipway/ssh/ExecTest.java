package dev.slipway.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ssh.Execution.Exited;
import dev.slipway.ssh.Execution.Stopped;
import dev.slipway.testing.MinaServer;
import dev.slipway.testing.OpenSshServer;
import dev.slipway.testing.RequiresTool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Running commands on hosts that behave and on hosts that do not. */
@Timeout(60)
final class ExecTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    private Path dir;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String output(Execution execution) {
        return new String(execution.output().bytes(), StandardCharsets.UTF_8);
    }

    private static <T> T with(Dial dial, Function<RemoteShell, T> use) {
        try (SshClient client = new SshClient(dial.options(), dial.secrets())) {
            Opening opening = client.open("host", dial.login(), List.of(), Deadline.after(Duration.ofSeconds(20)));
            assertThat(opening).isInstanceOf(Opening.Opened.class);
            try (RemoteShell shell = ((Opening.Opened) opening).shell()) {
                return use.apply(shell);
            }
        }
    }

    private Execution on(MinaServer.Program program, Limits limits) {
        try (MinaServer server = new MinaServer(program)) {
            Path key = OpenSshServer.key(dir, "user", "ed25519");
            Dial dial = Dial.to(server.port(), "scan", server.knownHosts(dir)).key(key);
            return with(dial, shell -> shell.exec("sh -s", bytes("script"), limits));
        }
    }

    private static Limits limits(int maxOutputBytes, long millis) {
        return new Limits(maxOutputBytes, Deadline.after(Duration.ofMillis(millis)));
    }

    private static String text(Execution execution) {
        return Dial.text(((Stopped) execution).failure());
    }

    @Test
    void gives_status_and_both_streams() {
        Execution execution = on(
                (in, out, err) -> {
                    out.write(bytes("read: "));
                    out.write(in.readAllBytes());
                    err.write(bytes("warning"));
                    return 3;
                },
                limits(1000, 10_000));

        assertThat(((Exited) execution).status()).isEqualTo(3);
        assertThat(output(execution)).isEqualTo("read: script");
        assertThat(execution.output().errors()).isEqualTo("warning");
    }

    @Test
    void reads_both_streams_however_much_there_is_on_either() {
        byte[] chunk = new byte[64 * 1024];
        Arrays.fill(chunk, (byte) 'x');
        Execution execution = on(
                (in, out, err) -> {
                    for (int i = 0; i < 160; i++) {
                        err.write(chunk);
                    }
                    for (int i = 0; i < 160; i++) {
                        out.write(chunk);
                        err.write(chunk);
                    }
                    return 0;
                },
                limits(30 * MEBIBYTE, 40_000));

        assertThat(execution).isInstanceOf(Exited.class);
        assertThat(execution.output().bytes()).hasSize(10 * MEBIBYTE);
        assertThat(execution.output().errors()).hasSize(16 * 1024);
    }

    @Test
    void stops_endless_output() {
        Execution execution = on(
                (in, out, err) -> {
                    while (true) {
                        out.write(bytes("yes\n".repeat(1000)));
                    }
                },
                limits(2 * MEBIBYTE, 20_000));

        assertThat(text(execution))
                .isEqualTo("OutputLimit: wrote more than 2 MiB to standard output"
                        + " | see what the account's login shell prints: run 'ssh HOST true'");
        assertThat(execution.output().bytes()).hasSize(2 * MEBIBYTE);
    }

    @Test
    void stops_endless_errors() {
        Execution execution = on(
                (in, out, err) -> {
                    while (true) {
                        err.write(bytes("no\n".repeat(1000)));
                    }
                },
                limits(2 * MEBIBYTE, 20_000));

        assertThat(text(execution)).startsWith("OutputLimit: wrote more than 2 MiB to standard error | ");
        assertThat(execution.output().errors()).hasSize(16 * 1024);
    }

    @Test
    void stops_what_takes_too_long_and_keeps_what_it_said() {
        long start = System.nanoTime();
        Execution execution = on(
                (in, out, err) -> {
                    out.write(bytes("begun"));
                    out.flush();
                    Thread.sleep(9_999_000);
                    return 0;
                },
                limits(1000, 500));

        assertThat(text(execution))
                .isEqualTo("TimedOut: the script did not come to its end in time"
                        + " | give the host more with 'timeoutSeconds', or see what hangs there");
        assertThat(output(execution)).isEqualTo("begun");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_command_need_not_read_its_input() {
        Execution execution = with9MibOfInput((in, out, err) -> {
            out.write(bytes("done"));
            return 1;
        });

        assertThat(((Exited) execution).status()).isEqualTo(1);
        assertThat(output(execution)).isEqualTo("done");
    }

    private Execution with9MibOfInput(MinaServer.Program program) {
        try (MinaServer server = new MinaServer(program)) {
            Path key = OpenSshServer.key(dir, "user", "ed25519");
            Dial dial = Dial.to(server.port(), "scan", server.knownHosts(dir)).key(key);
            return with(dial, shell -> shell.exec("sh -s", new byte[9 * MEBIBYTE], limits(1000, 20_000)));
        }
    }

    @Test
    void a_large_input_arrives_whole() {
        Execution execution = with9MibOfInput((in, out, err) -> {
            out.write(bytes(String.valueOf(in.readAllBytes().length)));
            return 0;
        });

        assertThat(output(execution)).isEqualTo(String.valueOf(9 * MEBIBYTE));
    }

    @Test
    void says_when_the_connection_ends_in_the_middle() {
        SshServer[] server = new SshServer[1];
        MinaServer.Program cut = (in, out, err) -> {
            out.write(bytes("the first half"));
            out.flush();
            Thread.sleep(200);
            server[0].getActiveSessions().forEach(session -> session.close(true));
            Thread.sleep(10_000);
            return 0;
        };
        try (MinaServer mina = new MinaServer(cut, each -> server[0] = each)) {
            Path key = OpenSshServer.key(dir, "user", "ed25519");
            Dial dial = Dial.to(mina.port(), "scan", mina.knownHosts(dir)).key(key);

            Execution execution = with(dial, shell -> shell.exec("sh -s", bytes(""), limits(1000, 20_000)));

            assertThat(text(execution))
                    .isEqualTo("CutOff: 127.0.0.1:" + mina.port() + " ended the connection while the script ran"
                            + " | see whether the host or a firewall in between ends long connections");
            assertThat(output(execution)).isEqualTo("the first half");
        }
    }

    @Test
    void says_when_the_account_may_run_nothing() {
        try (MinaServer server = new MinaServer((in, out, err) -> 0, mina -> mina.setCommandFactory(null))) {
            Path key = OpenSshServer.key(dir, "user", "ed25519");
            Dial dial = Dial.to(server.port(), "scan", server.knownHosts(dir)).key(key);

            assertThat(text(with(dial, shell -> shell.exec("sh -s", bytes(""), limits(1000, 20_000)))))
                    .isEqualTo("ShellUnusable: 127.0.0.1:" + server.port() + " does not let scan run commands"
                            + " | use an account with a shell, and see that sshd_config has no MaxSessions 0 for it");
        }
    }

    @Test
    @RequiresTool({"sshd", "ssh-keygen"})
    void runs_one_command_after_the_other_where_only_one_session_is_allowed() {
        Path key = OpenSshServer.key(dir, "user", "ed25519");
        try (OpenSshServer server =
                OpenSshServer.start(dir.resolve("server"), "MaxSessions 1").authorize(key)) {
            Dial dial =
                    Dial.to(server.port(), server.user(), server.knownHosts()).key(key);

            List<String> outputs = with(
                    dial,
                    shell -> List.of(
                            output(shell.exec("sh -s", bytes("echo one"), limits(1000, 20_000))),
                            output(shell.exec("sh -s", bytes("echo two"), limits(1000, 20_000))),
                            output(shell.exec("sh -s", bytes("echo three"), limits(1000, 20_000)))));

            assertThat(outputs).containsExactly("one\n", "two\n", "three\n");
        }
    }

    @Test
    @RequiresTool({"sshd", "ssh-keygen"})
    void a_real_host_gives_the_status_always_and_none_after_a_signal() {
        Path key = OpenSshServer.key(dir, "user", "ed25519");
        try (OpenSshServer server = OpenSshServer.start(dir.resolve("server")).authorize(key)) {
            Dial dial =
                    Dial.to(server.port(), server.user(), server.knownHosts()).key(key);

            with(dial, shell -> {
                for (int i = 0; i < 10; i++) {
                    assertThat(((Exited) shell.exec("exit 7", bytes(""), limits(1000, 20_000))).status())
                            .isEqualTo(7);
                }
                assertThat(((Exited) shell.exec("kill -9 $$", bytes(""), limits(1000, 20_000))).status())
                        .isEqualTo(Exited.NO_STATUS);
                return "";
            });
        }
    }

    @Test
    @RequiresTool({"sshd", "ssh-keygen"})
    void a_child_that_holds_the_output_open_is_waited_for_until_the_deadline() {
        Path key = OpenSshServer.key(dir, "user", "ed25519");
        try (OpenSshServer server = OpenSshServer.start(dir.resolve("server")).authorize(key)) {
            Dial dial =
                    Dial.to(server.port(), server.user(), server.knownHosts()).key(key);

            Execution execution = with(dial, shell -> shell.exec("sleep 9 & echo x", bytes(""), limits(1000, 4000)));

            assertThat(text(execution)).startsWith("TimedOut: ");
            assertThat(output(execution)).isEqualTo("x\n");
        }
    }

    @Test
    void leaves_no_thread_behind() throws InterruptedException {
        try (MinaServer server = new MinaServer((in, out, err) -> 0)) {
            Path key = OpenSshServer.key(dir, "user", "ed25519");
            Dial dial = Dial.to(server.port(), "scan", server.knownHosts(dir)).key(key);
            for (int i = 0; i < 10; i++) {
                with(dial, shell -> shell.exec("sh -s", bytes(""), limits(1000, 20_000)));
                with9MibOfInput((in, out, err) -> 1);
            }
            long end = System.currentTimeMillis() + 10_000;
            while (ours() > 0 && System.currentTimeMillis() < end) {
                Thread.sleep(50);
            }
            assertThat(ours()).isZero();
        }
    }

    private static long ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("slipway-") || name.startsWith("sshj-"))
                .count();
    }
}
