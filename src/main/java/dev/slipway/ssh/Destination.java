package dev.slipway.ssh;

import dev.slipway.inventory.AuthMethod;
import dev.slipway.inventory.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where to log in and how, nothing left open.
 *
 * @param host name in the inventory, for messages and secrets
 * @param auth ways to log in, in the order to try them
 */
record Destination(
        String host,
        String address,
        int port,
        String user,
        List<Path> identityFiles,
        List<Path> knownHosts,
        Optional<String> hostKeyAlias,
        List<AuthMethod> auth,
        boolean legacyCrypto) {

    private static final int STANDARD_PORT = 22;

    Destination {
        identityFiles = List.copyOf(identityFiles);
        knownHosts = List.copyOf(knownHosts);
        auth = List.copyOf(auth);
    }

    /** What the inventory says, completed with OpenSSH's defaults. */
    static Destination of(String host, Login login, SshOptions options) {
        Path folder = options.home().resolve(".ssh");
        return new Destination(
                host,
                login.address(),
                login.port().orElse(STANDARD_PORT),
                login.user().orElse(options.user()),
                login.identityFiles().isEmpty()
                        ? existing(folder, "id_ed25519", "id_ecdsa", "id_rsa")
                        : login.identityFiles(),
                login.knownHosts().isEmpty()
                        ? List.of(
                                folder.resolve("known_hosts"),
                                folder.resolve("known_hosts2"),
                                Path.of("/etc/ssh/ssh_known_hosts"))
                        : login.knownHosts(),
                login.hostKeyAlias(),
                login.auth().isEmpty() ? order(login) : login.auth(),
                login.legacyCrypto());
    }

    /** A key that was named goes before the many that an agent may have: a server allows few tries. */
    private static List<AuthMethod> order(Login login) {
        return login.identityFiles().isEmpty()
                ? List.of(AuthMethod.AGENT, AuthMethod.KEY, AuthMethod.PASSWORD, AuthMethod.KEYBOARD_INTERACTIVE)
                : List.of(AuthMethod.KEY, AuthMethod.AGENT, AuthMethod.PASSWORD, AuthMethod.KEYBOARD_INTERACTIVE);
    }

    private static List<Path> existing(Path folder, String... names) {
        return Stream.of(names)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** {@code 10.0.0.11:22}. */
    String where() {
        return Dialer.where(address, port);
    }
}
