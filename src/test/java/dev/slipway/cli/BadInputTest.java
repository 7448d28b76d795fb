package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.OpenSshServer;
import dev.slipway.testing.RequiresTool;
import dev.slipway.testing.ScriptedServer;
import dev.slipway.testing.Shell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads when something is wrong: what happened, where, and what to do next; never a stack trace. */
@Timeout(60)
final class BadInputTest {
    private static final Path RECORDING =
            Path.of("src/test/resources/hosts/debian-12/root.transcript").toAbsolutePath();

    @TempDir
    private Path dir;

    @Test
    void all_mistakes_of_an_inventory_at_once_and_nothing_is_written() throws IOException {
        Path inventory = inventory("""
                defaults: {user: scan, prot: 22}
                hosts:
                  - {name: shop-01, address: 10.0.0.11, port: many}
                  - {name: shop-01, address: 10.0.0.12, owner: nobody}
                  - {name: old, connection: recorded, recording: gone.transcript}
                """);

        Console console = run(inventory);

        assertThat(console.status()).isEqualTo(2);
        assertThat(console.err().replace(dir + "/", "")).isEqualTo("""
                slipway: inventory.yaml:1: defaults: unknown key 'prot'; did you mean 'port'?
                slipway: inventory.yaml:3: host 'shop-01': 'port' must be a whole number from 1 to 65535, not 'many'
                slipway: inventory.yaml:4: host 'shop-01': was already defined in line 3; give each host a name of its own
                slipway: inventory.yaml:4: host 'shop-01': owner 'nobody' is not defined under 'owners'
                slipway: inventory.yaml:5: host 'old': 'recording': gone.transcript does not exist
                """);
        assertThat(dir.resolve("run")).doesNotExist();
    }

    @Test
    void an_inventory_that_is_not_there() {
        Console console = run(dir.resolve("none.yaml"));

        assertThat(console)
                .isEqualTo(new Console(2, "", "slipway: " + dir + "/none.yaml:1: the file does not exist\n"));
    }

    @Test
    void a_run_directory_that_holds_another_run_or_something_else() throws IOException {
        Path inventory = inventory("hosts: [{name: old, connection: recorded, recording: " + RECORDING + "}]\n");
        assertThat(run(inventory).status()).isZero();

        assertThat(run(inventory))
                .isEqualTo(new Console(
                        2,
                        "",
                        "slipway: " + dir + "/run: this directory already holds a run. Use --resume to go on with it,"
                                + " --force to replace it, or name another one.\n"));
        assertThat(run(inventory, "--force").status()).isZero();
        assertThat(run(inventory, "--resume").status()).isZero();

        Path home = Files.createDirectories(dir.resolve("home"));
        Files.writeString(home.resolve("letter.txt"), "dear");
        assertThat(Console.run("scan", "-i", inventory.toString(), "-o", home.toString(), "--force"))
                .isEqualTo(new Console(
                        2,
                        "",
                        "slipway: " + home + ": this directory holds something that is not a run of slipway."
                                + " Name another one.\n"));
        assertThat(home.resolve("letter.txt")).hasContent("dear");
        assertThat(Console.run("assess", home.toString()).err())
                .isEqualTo("slipway: " + home + ": this directory holds no run of slipway: it has no scan.json.\n");
    }

    @Test
    void a_transcript_that_ends_in_the_middle_is_assessed_as_far_as_it_goes() throws IOException {
        byte[] whole = Files.readAllBytes(RECORDING);
        Files.write(dir.resolve("half.transcript"), List.of(new String(whole, 0, whole.length / 2, "UTF-8")));
        Files.writeString(dir.resolve("no.transcript"), "hello\n");
        Path inventory = inventory("""
                hosts:
                  - {name: half, connection: recorded, recording: half.transcript}
                  - {name: none, connection: recorded, recording: no.transcript}
                """);

        Console console = run(inventory);

        assertThat(console.status()).isEqualTo(3);
        assertThat(console.err().replace(dir + "/", "")).contains("half: partial", """
                                half.transcript ends in the middle
                                next: record the host again to have all of it
                        """, "none: cut-off", """
                                no.transcript is not a transcript, or ends before its first line
                                next: record the host again
                        """);
        assertThat(dir.resolve("run/assessment/half.json")).exists();
        assertThat(dir.resolve("run/assessment/none.json")).doesNotExist();
        assertThat(dir.resolve("run/report/index.html")).exists();
    }

    @Test
    void a_disk_that_is_full() throws IOException {
        Path small = Files.createDirectory(dir.resolve("small"));
        if (!Shell.output(List.of("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", small.toString()))
                .isEmpty()) {
            return; // only root may mount; .ci/run is root
        }
        try {
            Path inventory = inventory("hosts: [{name: old, connection: recorded, recording: " + RECORDING + "}]\n");
            Console console = Console.run(
                    "scan",
                    "-i",
                    inventory.toString(),
                    "-o",
                    small.resolve("run").toString());

            assertThat(console.status()).isEqualTo(2);
            assertThat(console.err()).endsWith("the disk is full. Free some space and run it again.\n");
        } finally {
            Shell.output(List.of("umount", small.toString()));
        }
    }

    @Test
    @RequiresTool({"sshd", "ssh-keygen"})
    void hosts_that_refuse_each_with_its_reason_and_the_others_are_assessed() throws IOException {
        Path key = OpenSshServer.key(dir, "user", "ed25519");
        Path other = OpenSshServer.key(dir.resolve("other"), "host_other", "ed25519");
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        try (OpenSshServer good = OpenSshServer.start(dir.resolve("good")).authorize(key);
                OpenSshServer shut = OpenSshServer.start(dir.resolve("shut"), "ForceCommand /bin/false")
                        .authorize(key);
                OpenSshServer banner = OpenSshServer.start(
                                dir.resolve("banner"), "ForceCommand echo Welcome; echo No shell here")
                        .authorize(key);
                ScriptedServer silent = new ScriptedServer(connection -> Thread.sleep(20_000))) {
            good.knownHosts();
            shut.knownHosts();
            banner.knownHosts();
            Files.writeString(dir.resolve("empty"), "");
            Files.writeString(
                    dir.resolve("changed"),
                    "[127.0.0.1]:" + good.port() + " " + Files.readString(Path.of(other + ".pub")));
            Path inventory = inventory("""
                    defaults: {user: %s, identityFiles: [user], timeoutSeconds: 3}
                    hosts:
                      - {name: unknown-key, address: 127.0.0.1, port: %d, knownHosts: [empty]}
                      - {name: changed-key, address: 127.0.0.1, port: %d, knownHosts: [changed]}
                      - {name: no-port, address: 127.0.0.1, port: %d}
                      - {name: silent, address: 127.0.0.1, port: %d}
                      - {name: no-shell, address: 127.0.0.1, port: %d, knownHosts: [shut/known_hosts]}
                      - {name: banner, address: 127.0.0.1, port: %d, knownHosts: [banner/known_hosts]}
                      - {name: recorded, connection: recorded, recording: %s}
                    """.formatted(
                            good.user(),
                            good.port(),
                            good.port(),
                            closed,
                            silent.port(),
                            shut.port(),
                            banner.port(),
                            RECORDING));

            Console console = run(inventory);

            assertThat(console.status()).isEqualTo(3);
            assertThat(console.err())
                    .contains("unknown-key: host-key-unknown")
                    .contains("changed-key: host-key-changed")
                    .contains("no-port: unreachable")
                    .contains("127.0.0.1:" + closed + " refused the connection")
                    .contains("silent: timed-out")
                    .contains("no-shell: shell-unusable")
                    .contains("the account's login shell did not run 'sh -s': it ended with exit status 1")
                    .contains("banner: shell-unusable")
                    .contains("recorded: scanned")
                    .doesNotContain("\tat ");
            assertThat(console.err().split("SHA256:", -1)).as("fingerprints").hasSizeGreaterThanOrEqualTo(4);
            assertThat(dir.resolve("run/assessment/recorded.json")).exists();
            assertThat(dir.resolve("run/scan.json")).content().contains("\"outcome\" : \"host-key-changed\"");
        }
    }

    @Test
    @RequiresTool({"sshd", "ssh-keygen"})
    void a_wrong_passphrase_comes_from_the_environment_and_is_not_repeated() throws IOException {
        Path key = OpenSshServer.key(dir, "locked", "ed25519", "-N", "correct horse");
        try (OpenSshServer server = OpenSshServer.start(dir.resolve("server")).authorize(key)) {
            server.knownHosts();
            Path inventory = inventory("""
                    defaults: {user: %s, identityFiles: [locked], knownHosts: [server/known_hosts]}
                    hosts:
                      - {name: shop-01, address: 127.0.0.1, port: %d}
                    """.formatted(server.user(), server.port()));

            Console console = Console.run(
                    new TreeMap<>(Map.of("SLIPWAY_KEY_PASSPHRASE_SHOP_01", "battery staple")),
                    "scan",
                    "-i",
                    inventory.toString(),
                    "-o",
                    dir.resolve("run").toString());

            assertThat(console.status()).isEqualTo(4);
            assertThat(console.err())
                    .contains("shop-01: authentication-failed")
                    .contains("the passphrase for key " + key)
                    .doesNotContain("battery staple");
        }
    }

    @Test
    void a_command_or_option_that_does_not_exist() {
        assertThat(Console.run("rnu")).isEqualTo(new Console(2, "", """
                slipway: there is no command 'rnu'; did you mean 'run'?
                """));
        assertThat(Console.run("scan", "-o", "x").err()).isEqualTo("""
                slipway: Missing required option: '--inventory=INVENTORY'
                Try 'slipway scan --help'.
                """);
        assertThat(Console.run("scan", "-i", "x", "-o", "x", "--password", "secret")
                        .status())
                .isEqualTo(2);
    }

    private Path inventory(String text) throws IOException {
        return Files.writeString(dir.resolve("inventory.yaml"), text);
    }

    private Console run(Path inventory, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "run", "-i", inventory.toString(), "-o", dir.resolve("run").toString()));
        args.addAll(List.of(more));
        return Console.run(args.toArray(String[]::new));
    }
}
