package dev.slipway.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.RedactedSecret;
import dev.slipway.inventory.Sudo;
import dev.slipway.probe.TranscriptWriter;
import dev.slipway.ssh.Deadline;
import dev.slipway.ssh.Execution;
import dev.slipway.ssh.Execution.Exited;
import dev.slipway.ssh.Execution.Stopped;
import dev.slipway.ssh.Failure;
import dev.slipway.ssh.Limits;
import dev.slipway.ssh.LocalShell;
import dev.slipway.ssh.Opening;
import dev.slipway.ssh.Output;
import dev.slipway.ssh.RemoteShell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One host. Where it answers at all, the answer is that of a real sh. */
final class HostScanTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:11:12.345Z");

    @TempDir
    private Path dir;

    private static HostScan.Result scan(RemoteShell shell, Sudo sudo) {
        HostScan scan = new HostScan(
                (host, deadline) -> new Opening.Opened(shell),
                Samples.CATALOG,
                Samples.ASK_MORE,
                Samples.REDACTOR,
                1 << 20);
        return scan.scan(
                Samples.host("shop-01", Samples.host("x").connection(), sudo),
                NOW,
                Deadline.after(Duration.ofSeconds(20)));
    }

    private static Execution exited(int status, String output, String errors) {
        return new Exited(status, new Output(output.getBytes(StandardCharsets.UTF_8), errors));
    }

    private static String text(HostScan.Result result) {
        return result.trouble()
                .map(trouble -> trouble.outcome().term() + ": " + trouble.message() + " | " + trouble.next())
                .orElse("no trouble");
    }

    @Test
    void asks_in_two_phases_and_redacts_both() {
        HostScan.Result result = scan(new LocalShell(), Sudo.NEVER);

        assertThat(text(result)).isEqualTo("no trouble");
        Evidence evidence = result.evidence().orElseThrow();
        assertThat(evidence.host()).isEqualTo("shop-01");
        assertThat(evidence.scannedAt()).isEqualTo("2026-11-24T10:11:12Z");
        assertThat(evidence.complete()).isTrue();
        assertThat(evidence.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(Samples.texts(evidence.items()))
                .containsExactly("greeting: password=[REDACTED]\n", "details: more about x\n");
        assertThat(evidence.secrets())
                .containsExactly(new RedactedSecret("greeting", "hello", 1, "password", "password"));
    }

    @Test
    void sees_nothing_of_the_environment_of_this_program() {
        Execution execution =
                new LocalShell().exec("env", new byte[0], new Limits(10_000, Deadline.after(Duration.ofSeconds(5))));

        assertThat(new String(execution.output().bytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("=.*", ""))
                        .filter(name -> !List.of("PWD", "_", "SHLVL", "OLDPWD").contains(name)))
                .containsExactly("PATH");
    }

    /** A login shell that prints something before and after each command. */
    private static final class Noisy implements RemoteShell {
        private final RemoteShell shell = new LocalShell();

        @Override
        public Execution exec(String command, byte[] stdin, Limits limits) {
            return shell.exec(
                    "echo 'Welcome! @slipway 1 0123456789abcdef plain 0 0 root'; cat /dev/null; " + command
                            + "; echo bye",
                    stdin,
                    limits);
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public void close() {}
    }

    @Test
    void survives_a_login_shell_that_prints_a_banner_and_even_a_frame() {
        HostScan.Result result = scan(new Noisy(), Sudo.NEVER);

        assertThat(text(result)).isEqualTo("no trouble");
        assertThat(Samples.texts(result.evidence().orElseThrow().items())).hasSize(2);
    }

    @Test
    void names_a_shell_that_ends_at_once() {
        assertThat(text(scan(Samples.shell(command -> exited(1, "", "")), Sudo.NEVER)))
                .isEqualTo("shell-unusable: the account's login shell did not run 'sh -s': it ended with exit status 1"
                        + " | give the account a POSIX shell, or name another account with 'user'");
        assertThat(text(scan(
                        Samples.shell(command -> exited(1, "This account is currently not available.\n", "")),
                        Sudo.NEVER)))
                .isEqualTo("shell-unusable: the account's login shell did not run 'sh -s': it ended with exit status 1"
                        + " and printed: This account is currently not available."
                        + " | give the account a POSIX shell, or name another account with 'user'");
    }

    @Test
    void names_a_shell_that_is_not_one() {
        assertThat(text(scan(
                        Samples.shell(command ->
                                exited(0, "% Invalid input detected at '^' marker.\r\n\u001b[2Jrouter>", "")),
                        Sudo.NEVER)))
                .isEqualTo("shell-unusable: the account's login shell did not run 'sh -s': it ended with exit status 0"
                        + " and printed: % Invalid input detected at '^' marker. [2Jrouter>"
                        + " | give the account a POSIX shell, or name another account with 'user'");
        assertThat(text(scan(Samples.shell(command -> exited(127, "", "csh: sh: Command not found.\n")), Sudo.NEVER)))
                .isEqualTo(
                        "shell-unusable: the account's login shell did not run 'sh -s': it ended with exit status 127;"
                                + " it said: csh: sh: Command not found. | see that sh is in the PATH of the account");
        assertThat(text(scan(Samples.shell(command -> exited(Exited.NO_STATUS, "", "")), Sudo.NEVER)))
                .isEqualTo("shell-unusable: the account's login shell did not run 'sh -s': it ended without an exit"
                        + " status | give the account a POSIX shell, or name another account with 'user'");
    }

    @Test
    void says_that_sudo_was_refused_and_keeps_what_could_be_read() {
        RemoteShell refusing = new RemoteShell() {
            private final RemoteShell shell = new LocalShell();

            @Override
            public Execution exec(String command, byte[] stdin, Limits limits) {
                return shell.exec(
                        "id() { case $1 in -u) echo 1000 ;; *) echo scan ;; esac; };"
                                + " sudo() { echo 'sudo: a password is required' >&2; return 1; }; "
                                + command,
                        new String(stdin, StandardCharsets.UTF_8)
                                .replace("$(id -u || echo -1)", "1000")
                                .replace("$(id -un)", "scan")
                                .getBytes(StandardCharsets.UTF_8),
                        limits);
            }

            @Override
            public String address() {
                return "";
            }

            @Override
            public void close() {}
        };

        HostScan.Result result = scan(refusing, Sudo.ALWAYS);

        assertThat(text(result))
                .isEqualTo("partial: sudo was refused, so it was read with the rights of scan;"
                        + " it said: sudo: a password is required"
                        + " | allow 'sudo -n sh -s' to the account, or choose 'sudo: never'");
        assertThat(result.evidence().orElseThrow().items()).hasSize(2);
    }

    @Test
    void keeps_what_came_before_the_connection_ended() {
        RemoteShell cut = new RemoteShell() {
            @Override
            public Execution exec(String command, byte[] stdin, Limits limits) {
                byte[] whole = new LocalShell()
                        .exec(command, plain(stdin), limits)
                        .output()
                        .bytes();
                int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf("hunter2") + 3;
                return new Stopped(
                        new Failure.CutOff("10.0.0.1:22 ended the connection", "look", true),
                        new Output(Arrays.copyOf(whole, end), ""));
            }

            @Override
            public String address() {
                return "";
            }

            @Override
            public void close() {}
        };

        HostScan.Result result = scan(cut, Sudo.NEVER);

        assertThat(text(result)).isEqualTo("cut-off: 10.0.0.1:22 ended the connection | look");
        assertThat(result.evidence().orElseThrow().complete()).isFalse();
        assertThat(Samples.texts(result.evidence().orElseThrow().items())).containsExactly("greeting: password=hun");
    }

    /** The same script without compression, so that it can be cut at a place that is known. */
    private static byte[] plain(byte[] script) {
        return new String(script, StandardCharsets.UTF_8)
                .replace("if have gzip; then Z=gzip; fi", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_host_that_fails_in_the_second_phase_is_partial() {
        AtomicInteger calls = new AtomicInteger();
        RemoteShell shell = new RemoteShell() {
            @Override
            public Execution exec(String command, byte[] stdin, Limits limits) {
                return calls.incrementAndGet() == 1
                        ? new LocalShell().exec(command, stdin, limits)
                        : new Stopped(new Failure.TimedOut("too slow", "wait", false), Output.none());
            }

            @Override
            public String address() {
                return "";
            }

            @Override
            public void close() {}
        };

        HostScan.Result result = scan(shell, Sudo.NEVER);

        assertThat(text(result)).isEqualTo("partial: too slow | wait");
        assertThat(result.evidence().orElseThrow().complete()).isFalse();
        assertThat(result.evidence().orElseThrow().items()).hasSize(1);
    }

    @Test
    void each_failure_has_its_word() {
        assertThat(List.of(
                                new Failure.Unreachable("m", "n", true),
                                new Failure.TimedOut("m", "n", true),
                                new Failure.AuthenticationFailed("m", "n"),
                                new Failure.HostKeyUnknown("a", "b", "c"),
                                new Failure.HostKeyChanged("a", "b", "c", "d"),
                                new Failure.HostKeyRefused("m", "n"),
                                new Failure.NoCommonAlgorithm("cipher", List.of(), false),
                                new Failure.ShellUnusable("m", "n"),
                                new Failure.OutputLimit("m", "n"),
                                new Failure.CutOff("m", "n", true),
                                new Failure.Cancelled())
                        .stream()
                        .map(failure -> Trouble.of(failure).outcome().term()))
                .containsExactly(
                        "unreachable",
                        "timed-out",
                        "authentication-failed",
                        "host-key-unknown",
                        "host-key-changed",
                        "host-key-changed",
                        "no-common-algorithm",
                        "shell-unusable",
                        "output-limit",
                        "cut-off",
                        "cancelled");
    }

    private HostScan.Result read(Path file) {
        return new HostScan(
                        (host, deadline) -> {
                            throw new IllegalStateException("a recording needs no shell");
                        },
                        Samples.CATALOG,
                        Samples.ASK_MORE,
                        Samples.REDACTOR,
                        1 << 20)
                .scan(Samples.recorded(file), NOW, Deadline.after(Duration.ofSeconds(5)));
    }

    @Test
    void reads_a_recording_as_of_the_time_when_it_was_made() throws IOException {
        Evidence evidence = scan(new LocalShell(), Sudo.NEVER).evidence().orElseThrow();
        Evidence old =
                new Evidence("any", "", "", 1_600_000_000, "scan", 1000, true, evidence.items(), evidence.secrets());
        Path file = Files.write(dir.resolve("old.transcript"), TranscriptWriter.write(old, "0123456789abcdef"));

        HostScan.Result result = read(file);

        assertThat(text(result)).isEqualTo("no trouble");
        Evidence read = result.evidence().orElseThrow();
        assertThat(read.host()).isEqualTo("old");
        assertThat(read.scannedAt()).isEqualTo("2020-09-13T12:26:40Z");
        assertThat(read.userId()).isEqualTo(1000);
        assertThat(Samples.texts(read.items())).isEqualTo(Samples.texts(evidence.items()));
    }

    @Test
    void says_what_is_wrong_with_a_recording() throws IOException {
        Evidence evidence = scan(new LocalShell(), Sudo.NEVER).evidence().orElseThrow();
        byte[] whole = TranscriptWriter.write(evidence, "0123456789abcdef");
        Path cut = Files.write(dir.resolve("cut"), Arrays.copyOf(whole, whole.length - 25));
        Path other = Files.writeString(dir.resolve("other"), "hosts: []\n");
        Path empty = Files.createFile(dir.resolve("empty"));

        assertThat(text(read(cut)))
                .isEqualTo("partial: " + cut + " ends in the middle | record the host again to have all of it");
        assertThat(read(cut).evidence()).isPresent();
        assertThat(text(read(other)))
                .isEqualTo("cut-off: " + other
                        + " is not a transcript, or ends before its first line | record the host again");
        assertThat(text(read(empty))).startsWith("cut-off: " + empty + " is not a transcript");
        assertThat(text(read(dir.resolve("gone"))))
                .isEqualTo(
                        "unreachable: " + dir.resolve("gone") + " does not exist | name a transcript that can be read");
    }
}
