package dev.slipway.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.inventory.Inventory;
import dev.slipway.inventory.InventoryReader;
import dev.slipway.ssh.SecretSource;
import dev.slipway.ssh.SshClient;
import dev.slipway.ssh.SshOptions;
import dev.slipway.testing.OpenSshServer;
import dev.slipway.testing.RequiresTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from an inventory to evidence, over a real OpenSSH server and on this machine. */
@Timeout(60)
@RequiresTool({"sshd", "ssh-keygen"})
final class RealScanTest {
    private static final ScanListener NOBODY = new ScanListener() {
        @Override
        public void started(String host) {}

        @Override
        public void finished(ScanOutcome outcome) {}
    };

    @TempDir
    private Path dir;

    @Test
    void scans_over_ssh_and_locally() throws IOException {
        Path key = OpenSshServer.key(dir, "user", "ed25519");
        SortedMap<String, Evidence> evidence = new ConcurrentSkipListMap<>();
        try (OpenSshServer server = OpenSshServer.start(dir.resolve("server")).authorize(key);
                OpenSshServer closed = OpenSshServer.start(dir.resolve("closed"), "ForceCommand /bin/false")
                        .authorize(key);
                OpenSshServer loud = OpenSshServer.start(dir.resolve("loud"), "ForceCommand yes welcome")
                        .authorize(key)) {
            server.knownHosts();
            closed.knownHosts();
            loud.knownHosts();
            Inventory inventory = new InventoryReader(dir)
                    .read(
                            """
                    defaults: {user: %s, identityFiles: [user]}
                    hosts:
                      - {name: over-ssh, address: 127.0.0.1, port: %d, knownHosts: [server/known_hosts]}
                      - {name: no-shell, address: 127.0.0.1, port: %d, knownHosts: [closed/known_hosts]}
                      - {name: loud, address: 127.0.0.1, port: %d, knownHosts: [loud/known_hosts]}
                      - {name: this-machine, connection: local}
                    """.formatted(server.user(), server.port(), closed.port(), loud.port()),
                            dir.resolve("inventory.yaml"));

            List<ScanOutcome> outcomes;
            try (SshClient ssh = new SshClient(SshOptions.of("nobody", dir), SecretSource.NONE)) {
                outcomes = new Scanner(
                                ScanOptions.standard().withMaxOutputBytes(1 << 20),
                                inventory,
                                ssh,
                                Samples.CATALOG,
                                Samples.ASK_MORE,
                                Samples.REDACTOR,
                                each -> evidence.put(each.host(), each),
                                InstantSource.system())
                        .scan(inventory.hosts(), NOBODY);
            }

            assertThat(outcomes)
                    .extracting(
                            outcome -> outcome.name() + " " + outcome.outcome().term() + " " + outcome.message())
                    .containsExactly(
                            "over-ssh scanned ",
                            "no-shell shell-unusable the account's login shell did not run 'sh -s':"
                                    + " it ended with exit status 1",
                            "loud output-limit wrote more than 1 MiB to standard output",
                            "this-machine scanned ");
        }
        assertThat(evidence).containsOnlyKeys("over-ssh", "this-machine");
        assertThat(evidence.get("over-ssh").address()).isEqualTo("127.0.0.1");
        assertThat(evidence.get("this-machine").address()).isEmpty();
        evidence.values()
                .forEach(each -> assertThat(Samples.texts(each.items()))
                        .containsExactly("greeting: password=[REDACTED]\n", "details: more about x\n"));
    }
}
