package dev.slipway.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.OpenSshServer;
import dev.slipway.testing.RequiresTool;
import dev.slipway.testing.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom we take for the host, decided against a real OpenSSH server. */
@RequiresTool({"sshd", "ssh-keygen"})
final class HostKeyCheckTest {
    private static final String CURVE = "KexAlgorithms curve25519-sha256";
    private static final String GROUP_EXCHANGE = "KexAlgorithms diffie-hellman-group-exchange-sha256";

    @TempDir
    private Path dir;

    private Path userKey;
    private final List<OpenSshServer> servers = new ArrayList<>();

    @BeforeEach
    void makeKey() {
        userKey = OpenSshServer.key(dir, "user", "ed25519");
    }

    @AfterEach
    void stop() {
        servers.forEach(OpenSshServer::close);
    }

    private OpenSshServer server(String... lines) {
        OpenSshServer server = OpenSshServer.start(dir.resolve("server"), lines).authorize(userKey);
        servers.add(server);
        return server;
    }

    private Dial dial(OpenSshServer server, String... knownHosts) throws IOException {
        Path file = Files.write(dir.resolve("known"), List.of(knownHosts));
        return Dial.to(server.port(), server.user(), file).key(userKey);
    }

    private static String publicKey(Path file) throws IOException {
        String[] fields = Files.readString(Path.of(file + ".pub")).split(" ");
        return fields[0] + " " + fields[1];
    }

    private static String shown(Path file) throws IOException {
        String[] fields = publicKey(file).split(" ");
        return new HostKey(fields[0], fields[1]).toString();
    }

    private Path hostKey(String name, String type) throws IOException {
        return OpenSshServer.key(Files.createDirectories(dir.resolve("server")), name, type);
    }

    @Test
    void accepts_the_key_that_is_known() throws IOException {
        OpenSshServer server = server();
        String key = publicKey(dir.resolve("server/host_ed25519"));

        assertThat(dial(server, "[127.0.0.1]:" + server.port() + " " + key).hello())
                .isEqualTo("hello");
        assertThat(dial(server, "127.0.0.1 " + key).hello())
                .as("a key for the name alone holds for its other ports, as with ssh")
                .isEqualTo("hello");
        assertThat(dial(server, "shop " + key).alias("shop").hello())
                .as("an alias is looked up without a port")
                .isEqualTo("hello");
    }

    @Test
    void refuses_a_host_that_is_not_known() throws IOException {
        OpenSshServer server = server();
        String fingerprint = shown(dir.resolve("server/host_ed25519"));

        assertThat(dial(server, "other-host " + publicKey(dir.resolve("server/host_ed25519")))
                        .hello())
                .isEqualTo("HostKeyUnknown: the host key of [127.0.0.1]:" + server.port()
                        + " is not known: it shows " + fingerprint
                        + " | compare that fingerprint with one from the host's owner, then add the key to "
                        + dir.resolve("known") + ", or accept it with --accept-new");
    }

    @Test
    void refuses_a_changed_key_with_both_fingerprints_even_when_new_ones_are_accepted() throws IOException {
        OpenSshServer server = server();
        Path old = hostKey("old", "ed25519");
        String line = "[127.0.0.1]:" + server.port() + " " + publicKey(old);

        Dial dial = dial(server, line);

        assertThat(dial.options(dial.options().withAcceptNew(true)).hello())
                .isEqualTo("HostKeyChanged: the host key of [127.0.0.1]:" + server.port()
                        + " has changed: known is " + shown(old) + " (" + dir.resolve("known") + ":1), it shows "
                        + shown(dir.resolve("server/host_ed25519"))
                        + " | someone may stand between you and the host; if its owner confirms the new fingerprint,"
                        + " remove the old line at " + dir.resolve("known") + ":1 and add the new key");
        assertThat(Files.readString(dir.resolve("known"))).isEqualTo(line + "\n");
    }

    @Test
    void a_key_of_another_type_is_a_changed_key() throws IOException {
        OpenSshServer server = server();
        Path old = hostKey("old", "ecdsa");

        Dial dial = dial(server, "[127.0.0.1]:" + server.port() + " " + publicKey(old));

        assertThat(dial.options(dial.options().withAcceptNew(true)).hello())
                .startsWith("HostKeyChanged: the host key of [127.0.0.1]:" + server.port()
                        + " has changed: known is ECDSA SHA256:")
                .contains("it shows ED25519 SHA256:");
    }

    @Test
    void keeps_the_key_of_a_new_host_if_asked_to() throws IOException {
        OpenSshServer server = server();
        Dial dial = dial(server);

        assertThat(dial.options(dial.options().withAcceptNew(true)).hello()).isEqualTo("hello");

        assertThat(Files.readString(dir.resolve("known")))
                .isEqualTo("[127.0.0.1]:" + server.port() + " " + publicKey(dir.resolve("server/host_ed25519")) + "\n");
        assertThat(dial.hello()).isEqualTo("hello");
    }

    @Test
    void asks_for_the_type_of_key_that_is_known() throws IOException {
        Path rsa = hostKey("host_rsa", "rsa");
        Path ecdsa = hostKey("host_ecdsa", "ecdsa");
        Path ed25519 = hostKey("host_ed25519", "ed25519");
        OpenSshServer server = server("HostKey " + ed25519, "HostKey " + ecdsa, "HostKey " + rsa);
        String name = "[127.0.0.1]:" + server.port() + " ";

        assertThat(dial(server, name + publicKey(rsa)).hello())
                .as("only an RSA key is known, which current servers prove with SHA-2")
                .isEqualTo("hello");
        assertThat(dial(server, name + publicKey(ecdsa)).hello()).isEqualTo("hello");
    }

    @Test
    void refuses_a_revoked_key_though_it_also_stands_on_a_plain_line() throws IOException {
        OpenSshServer server = server();
        Path key = dir.resolve("server/host_ed25519");
        String name = "[127.0.0.1]:" + server.port() + " ";

        assertThat(dial(server, name + publicKey(key), "@revoked * " + publicKey(key))
                        .hello())
                .isEqualTo("HostKeyRefused: the host key of [127.0.0.1]:" + server.port() + " is revoked: " + shown(key)
                        + " (" + dir.resolve("known") + ":2) | give the host a new key");
        assertThat(dial(server, name + publicKey(key), "@revoked 127.0.0.1 " + publicKey(key))
                        .hello())
                .startsWith("HostKeyRefused: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {CURVE, GROUP_EXCHANGE})
    void accepts_a_certificate_of_a_known_authority(String exchange) throws IOException {
        for (String type : List.of("ed25519", "ecdsa", "rsa")) {
            Path authority = OpenSshServer.key(dir, "authority_" + type, type);
            Path key = certified(authority, type, "-h", "-n", "127.0.0.1,other");
            try (OpenSshServer server = server(exchange, "HostKey " + key, "HostCertificate " + key + "-cert.pub")) {
                assertThat(dial(server, "@cert-authority *:" + server.port() + " " + publicKey(authority))
                                .hello())
                        .as("signed by %s", type)
                        .isEqualTo("hello");
            }
        }
    }

    private Path certified(Path authority, String name, String... options) throws IOException {
        Path key = hostKey("host_" + name, "ed25519");
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-s", authority.toString(), "-I", "id"));
        command.addAll(List.of(options));
        command.add(key + ".pub");
        String output = Shell.output(command);
        assertThat(Path.of(key + "-cert.pub")).as(output).exists();
        return key;
    }

    @ParameterizedTest
    @ValueSource(strings = {CURVE, GROUP_EXCHANGE})
    void refuses_certificates_that_are_not_for_this_host(String exchange) throws IOException {
        Path authority = OpenSshServer.key(dir, "authority", "ed25519");

        assertThat(refusal(exchange, authority, "user", "-n", "127.0.0.1"))
                .isEqualTo("is made for users, not for hosts");
        assertThat(refusal(exchange, authority, "other", "-h", "-n", "a.example.com,b"))
                .isEqualTo("is for a.example.com, b, not for 127.0.0.1");
        assertThat(refusal(exchange, authority, "old", "-h", "-V", "20200101000000Z:20210101000000Z"))
                .isEqualTo("has expired on 2021-01-01T00:00:00Z");
        assertThat(refusal(exchange, authority, "future", "-h", "-V", "20990101000000Z:20991231000000Z"))
                .isEqualTo("is not valid before 2099-01-01T00:00:00Z");
    }

    private String refusal(String exchange, Path authority, String name, String... options) throws IOException {
        Path key = certified(authority, name, options);
        try (OpenSshServer server = server(exchange, "HostKey " + key, "HostCertificate " + key + "-cert.pub")) {
            String hello =
                    dial(server, "@cert-authority * " + publicKey(authority)).hello();
            String start = "HostKeyRefused: the certificate of [127.0.0.1]:" + server.port() + ", signed by "
                    + shown(authority) + ", ";
            assertThat(hello).startsWith(start).endsWith(" | let the authority sign the host's key again");
            return hello.substring(start.length(), hello.indexOf(" | "));
        }
    }

    /** OpenSSH would not even load such a certificate, so another server shows it. */
    @Test
    void refuses_a_certificate_that_names_an_authority_which_did_not_sign_it() throws Exception {
        Path authority = OpenSshServer.key(dir, "authority", "ed25519");
        Path forger = OpenSshServer.key(dir, "forger", "ed25519");
        Path key = certified(forger, "forged", "-h");
        byte[] real = Base64.getDecoder().decode(publicKey(authority).split(" ")[1]);
        byte[] fake = Base64.getDecoder().decode(publicKey(forger).split(" ")[1]);
        String[] fields = Files.readString(Path.of(key + "-cert.pub")).split(" ");
        byte[] blob = Base64.getDecoder().decode(fields[1]);
        System.arraycopy(real, 0, blob, indexOf(blob, fake), real.length);
        OpenSshCertificate forged = (OpenSshCertificate) PublicKeyEntry.parsePublicKeyEntry(
                        fields[0] + " " + Base64.getEncoder().encodeToString(blob))
                .resolvePublicKey(null, null, null);
        try (SshServer server = SshServer.setUpDefaultServer()) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(new FileKeyPairProvider(key));
            server.setHostKeyCertificateProvider(session -> List.of(forged));
            server.setKeyExchangeFactories(List.of(ServerBuilder.DH2KEX.apply(BuiltinDHFactories.curve25519)));
            server.start();
            Path known = Files.writeString(dir.resolve("known"), "@cert-authority * " + publicKey(authority) + "\n");

            assertThat(Dial.to(server.getPort(), "anyone", known).key(userKey).hello())
                    .isEqualTo("HostKeyRefused: the certificate of [127.0.0.1]:" + server.getPort() + ", signed by "
                            + shown(authority) + ", is not signed by the authority that it names"
                            + " | let the authority sign the host's key again");
        }
    }

    private static int indexOf(byte[] in, byte[] what) {
        return new String(in, StandardCharsets.ISO_8859_1).indexOf(new String(what, StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_certificate_of_an_unknown_authority_counts_as_its_plain_key() throws IOException {
        Path authority = OpenSshServer.key(dir, "authority", "ed25519");
        Path unknown = OpenSshServer.key(dir, "unknown", "ed25519");
        Path key = certified(unknown, "plain", "-h");
        OpenSshServer server = server("HostKey " + key, "HostCertificate " + key + "-cert.pub");
        String name = "[127.0.0.1]:" + server.port() + " ";

        assertThat(dial(server, "@cert-authority * " + publicKey(authority), name + publicKey(key))
                        .hello())
                .isEqualTo("hello");
        assertThat(dial(server, "@cert-authority * " + publicKey(authority)).hello())
                .startsWith("HostKeyUnknown: ");
    }

    @Test
    void refuses_a_certificate_whose_key_or_authority_is_revoked() throws IOException {
        Path authority = OpenSshServer.key(dir, "authority", "ed25519");
        Path key = certified(authority, "host", "-h");
        OpenSshServer server = server("HostKey " + key, "HostCertificate " + key + "-cert.pub");
        String trust = "@cert-authority * " + publicKey(authority);

        assertThat(dial(server, trust).hello()).isEqualTo("hello");
        assertThat(dial(server, trust, "@revoked * " + publicKey(authority)).hello())
                .contains("is revoked: " + shown(authority));
        assertThat(dial(server, trust, "@revoked * " + publicKey(key)).hello()).contains("is revoked: " + shown(key));
    }
}
