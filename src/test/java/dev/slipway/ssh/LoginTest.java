package dev.slipway.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.inventory.AuthMethod;
import dev.slipway.testing.OpenSshServer;
import dev.slipway.testing.RequiresTool;
import dev.slipway.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in with key files and choosing algorithms, against a real OpenSSH server. */
@RequiresTool({"sshd", "ssh-keygen"})
final class LoginTest {
    @TempDir
    private Path dir;

    private final List<OpenSshServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(OpenSshServer::close);
    }

    private OpenSshServer server(String... lines) {
        OpenSshServer server = OpenSshServer.start(dir.resolve("server"), lines);
        servers.add(server);
        return server;
    }

    private static Dial dial(OpenSshServer server, Path... keys) {
        return Dial.to(server.port(), server.user(), server.knownHosts()).key(keys);
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519, -N ''",
        "ecdsa, -b 256",
        "ecdsa, -b 384",
        "ecdsa, -b 521",
        "rsa, -b 3072",
        "rsa, -m PEM",
        "rsa, -m PKCS8",
        "ecdsa, -m PEM",
        "ecdsa, -m PKCS8"
    })
    void logs_in_with_keys_of_every_common_form(String type, String options) {
        Path key = OpenSshServer.key(dir, "key", type, options.replace("''", "").split(" ", -1));

        assertThat(dial(server().authorize(key), key).hello()).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519, RFC4716",
        "rsa, RFC4716",
        "rsa, PEM",
        "rsa, PKCS8",
        "ecdsa, RFC4716",
        "ecdsa, PEM",
        "ecdsa, PKCS8"
    })
    void logs_in_with_keys_that_have_a_passphrase(String type, String form) {
        Path key = OpenSshServer.key(dir, "key", type, "-m", form, "-N", "correct horse");
        OpenSshServer server = server().authorize(key);

        assertThat(dial(server, key).secret("correct horse").hello()).isEqualTo("hello");
        assertThat(dial(server, key).secret("wrong").hello())
                .isEqualTo("AuthenticationFailed: the passphrase for key " + key
                        + " is wrong | name a private key that can be read with 'identityFiles'; a passphrase is asked"
                        + " for, or taken from SLIPWAY_KEY_PASSPHRASE");
        assertThat(dial(server, key).hello())
                .startsWith("AuthenticationFailed: key " + key + " has a passphrase, which was not given | ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void logs_in_with_a_certificate(String type) throws IOException {
        Path authority = OpenSshServer.key(dir, "authority", "ed25519");
        Path key = OpenSshServer.key(dir, "key", type);
        OpenSshServer server = server("TrustedUserCAKeys " + authority + ".pub");
        Shell.output("ssh-keygen", "-q", "-s", authority.toString(), "-I", "id", "-n", server.user(), key + ".pub");
        assertThat(dir.resolve("key-cert.pub")).exists();

        assertThat(dial(server, key).hello()).isEqualTo("hello");
    }

    @Test
    void says_which_key_files_cannot_be_used() throws IOException {
        OpenSshServer server = server();
        Path damaged = Files.writeString(dir.resolve("damaged"), """
                -----BEGIN OPENSSH PRIVATE KEY-----
                b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
                -----END OPENSSH PRIVATE KEY-----
                """);
        Path text = Files.writeString(dir.resolve("text"), "no key at all");
        Path folder = Files.createDirectory(dir.resolve("folder"));

        assertThat(dial(server, damaged, text, folder, dir.resolve("absent")).hello())
                .isEqualTo("AuthenticationFailed: key DIR/damaged is damaged or of an unknown form;"
                                .replace("DIR", dir.toString())
                        + " key " + text + " is damaged or of an unknown form;"
                        + " key " + folder + " is damaged or of an unknown form;"
                        + " key " + dir.resolve("absent") + " does not exist"
                        + " | name a private key that can be read with 'identityFiles'; a passphrase is asked for, or"
                        + " taken from SLIPWAY_KEY_PASSPHRASE");
    }

    @Test
    void says_which_keys_the_host_refused() {
        OpenSshServer server = server();
        Path one = OpenSshServer.key(dir, "one", "ed25519");
        Path other = OpenSshServer.key(dir, "other", "rsa");

        assertThat(dial(server, one, other).hello())
                .isEqualTo("AuthenticationFailed: 127.0.0.1:" + server.port() + " refused " + server.user()
                        + " with key " + one + ", key " + other + "; it accepts publickey"
                        + " | add the public key to ~" + server.user()
                        + "/.ssh/authorized_keys on the host, or name another key with 'identityFiles'");
    }

    @Test
    void says_that_there_is_nothing_to_log_in_with() {
        OpenSshServer server = server();

        assertThat(dial(server).auth(AuthMethod.KEY, AuthMethod.PASSWORD).hello())
                .isEqualTo(
                        "AuthenticationFailed: there is no key and no password for " + server.user() + " at 127.0.0.1:"
                                + server.port()
                                + " | name a key with 'identityFiles', or give the password at the prompt or in"
                                + " SLIPWAY_SSH_PASSWORD");
    }

    @Test
    void a_refused_rsa_key_costs_one_try_only() {
        Path good = OpenSshServer.key(dir, "good", "ed25519");
        OpenSshServer server = server("MaxAuthTries 3").authorize(good);
        Path first = OpenSshServer.key(dir, "first", "rsa");
        Path second = OpenSshServer.key(dir, "second", "rsa");

        assertThat(dial(server, first, second, good).hello()).isEqualTo("hello");
    }

    @Test
    void says_when_the_host_had_enough_of_wrong_keys() {
        OpenSshServer server = server("MaxAuthTries 2");
        Path first = OpenSshServer.key(dir, "first", "ed25519");
        Path second = OpenSshServer.key(dir, "second", "ed25519");
        Path third = OpenSshServer.key(dir, "third", "ed25519");

        assertThat(dial(server, first, second, third).hello())
                .isEqualTo("AuthenticationFailed: 127.0.0.1:" + server.port() + " ended the login of " + server.user()
                        + " after too many tries: key " + first + ", key " + second
                        + " | put the right key first with 'identityFiles', or choose the order with 'auth'");
    }

    @ParameterizedTest
    @CsvSource({
        "KexAlgorithms, 'diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha1', key exchange",
        "KexAlgorithms, diffie-hellman-group1-sha1, key exchange",
        "Ciphers, 'aes128-cbc,3des-cbc', cipher",
        "MACs, hmac-sha1, MAC",
        "HostKeyAlgorithms, ssh-rsa, host key"
    })
    void old_algorithms_are_used_only_where_they_are_allowed(String keyword, String names, String kind)
            throws IOException {
        Path key = OpenSshServer.key(dir, "key", "ed25519");
        Path rsa = OpenSshServer.key(Files.createDirectories(dir.resolve("server")), "host_rsa", "rsa");
        // MACs mean nothing to a cipher that authenticates by itself.
        String cipher = keyword.equals("MACs") ? "Ciphers aes128-ctr" : "Compression no";
        OpenSshServer server =
                server(keyword + " " + names, cipher, "HostKey " + rsa).authorize(key);

        String refused = dial(server, key).hello();

        assertThat(refused)
                .startsWith("NoCommonAlgorithm: the host has no " + kind + " algorithm that is allowed: it offers "
                        + names.replace(",", ", "))
                .endsWith(" | if the host cannot be updated, allow its old algorithms with 'legacyCrypto: true' in the"
                        + " inventory");
        assertThat(dial(server, key).legacy().hello()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ciphers chacha20-poly1305@openssh.com",
                "Ciphers aes256-gcm@openssh.com",
                "Ciphers aes192-ctr\nMACs hmac-sha2-512",
                "KexAlgorithms ecdh-sha2-nistp256",
                "KexAlgorithms ecdh-sha2-nistp384",
                "KexAlgorithms ecdh-sha2-nistp521",
                "KexAlgorithms diffie-hellman-group-exchange-sha256",
                "KexAlgorithms diffie-hellman-group14-sha256",
                "KexAlgorithms diffie-hellman-group16-sha512",
                "KexAlgorithms diffie-hellman-group18-sha512"
            })
    void current_algorithms_work_one_by_one(String lines) {
        Path key = OpenSshServer.key(dir, "key", "ed25519");

        assertThat(dial(server(lines.split("\n")).authorize(key), key).hello()).isEqualTo("hello");
    }

    @Test
    void offers_nothing_that_nobody_should_use() {
        Path key = OpenSshServer.key(dir, "key", "ed25519");
        OpenSshServer server = server("LogLevel DEBUG2").authorize(key);
        dial(server, key).hello();

        String log = server.log();
        assertThat(log.substring(log.indexOf("peer client KEXINIT proposal"))
                        .lines()
                        .filter(line -> line.matches("debug2: (KEX|host key|ciphers ctos|MACs ctos).*"))
                        .map(line -> line.replace("debug2: ", "").replace(" [preauth]", "")))
                .containsExactly(
                        "KEX algorithms: curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,"
                                + "ecdh-sha2-nistp384,ecdh-sha2-nistp521,diffie-hellman-group-exchange-sha256,"
                                + "diffie-hellman-group14-sha256,diffie-hellman-group16-sha512,"
                                + "diffie-hellman-group18-sha512,ext-info-c,kex-strict-c-v00@openssh.com",
                        "host key algorithms: ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,"
                                + "ecdsa-sha2-nistp521,rsa-sha2-512,rsa-sha2-256",
                        "ciphers ctos: aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr,aes192-ctr,"
                                + "aes256-ctr,chacha20-poly1305@openssh.com",
                        "MACs ctos: hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,"
                                + "hmac-sha2-256,hmac-sha2-512");
    }

    @Test
    void chooses_the_signature_that_an_rsa_key_may_use_by_the_version_of_the_host() {
        List<String> rsa = List.of("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa");

        assertThat(SignatureChoice.algorithms(rsa, "OpenSSH_9.2p1 Debian-2", true))
                .containsExactly("rsa-sha2-512");
        assertThat(SignatureChoice.algorithms(rsa, "OpenSSH_7.2", false)).containsExactly("rsa-sha2-512");
        assertThat(SignatureChoice.algorithms(rsa, "OpenSSH_6.6.1p1", true)).containsExactly("ssh-rsa");
        assertThat(SignatureChoice.algorithms(rsa, "OpenSSH_5.3", false)).isEmpty();
        assertThat(SignatureChoice.algorithms(rsa, "dropbear_2022.83", false)).containsExactly("rsa-sha2-256");
        assertThat(SignatureChoice.algorithms(rsa, "Cisco-1.25", false))
                .containsExactly("rsa-sha2-512", "rsa-sha2-256");
        assertThat(SignatureChoice.algorithms(rsa, "Cisco-1.25", true)).isEqualTo(rsa);
        assertThat(SignatureChoice.algorithms(List.of("ssh-ed25519"), "OpenSSH_6.6", false))
                .containsExactly("ssh-ed25519");
    }
}
