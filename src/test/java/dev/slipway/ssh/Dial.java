package dev.slipway.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.inventory.AuthMethod;
import dev.slipway.inventory.Login;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A login to loopback as a test wants it; what is not said is empty. */
record Dial(
        int port,
        String user,
        List<Path> keys,
        List<Path> knownHosts,
        Optional<String> alias,
        List<AuthMethod> auth,
        boolean legacyCrypto,
        SshOptions options,
        SecretSource secrets) {

    static Dial to(int port, String user, Path knownHosts) {
        return new Dial(
                port,
                user,
                List.of(),
                List.of(knownHosts),
                Optional.empty(),
                List.of(AuthMethod.KEY),
                false,
                SshOptions.of("nobody", Path.of("/nowhere"))
                        .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20)),
                SecretSource.NONE);
    }

    Dial key(Path... files) {
        return new Dial(
                port, user, List.of(files), knownHosts, alias, List.of(AuthMethod.KEY), legacyCrypto, options, secrets);
    }

    Dial alias(String name) {
        return new Dial(port, user, keys, knownHosts, Optional.of(name), auth, legacyCrypto, options, secrets);
    }

    Dial auth(AuthMethod... methods) {
        return new Dial(port, user, keys, knownHosts, alias, List.of(methods), legacyCrypto, options, secrets);
    }

    Dial legacy() {
        return new Dial(port, user, keys, knownHosts, alias, auth, true, options, secrets);
    }

    Dial options(SshOptions newOptions) {
        return new Dial(port, user, keys, knownHosts, alias, auth, legacyCrypto, newOptions, secrets);
    }

    Dial knownHosts(Path file) {
        return new Dial(port, user, keys, List.of(file), alias, auth, legacyCrypto, options, secrets);
    }

    /** One password for everything. */
    Dial secret(String secret) {
        return new Dial(port, user, keys, knownHosts, alias, auth, legacyCrypto, options, new SecretSource() {
            @Override
            public Optional<String> password(String host, String account) {
                return Optional.of(secret);
            }

            @Override
            public Optional<String> passphrase(String host, Path keyFile) {
                return Optional.of(secret);
            }

            @Override
            public Optional<String> sudoPassword(String host, String account) {
                return Optional.of(secret);
            }
        });
    }

    Login login() {
        return new Login(
                "127.0.0.1",
                OptionalInt.of(port),
                Optional.of(user),
                keys,
                Optional.empty(),
                knownHosts,
                alias,
                auth,
                legacyCrypto);
    }

    /** What {@code echo} says on the host, which proves that one is logged in; or why not: {@code Type: message | next}. */
    String hello() {
        try (SshClient client = new SshClient(options, secrets)) {
            Opening opening = client.open("the-host", login(), List.of(), Deadline.after(Duration.ofSeconds(30)));
            if (opening instanceof Opening.Failed failed) {
                return text(failed.failure());
            }
            try (RemoteShell shell = ((Opening.Opened) opening).shell()) {
                Execution execution = shell.exec(
                        "sh -s",
                        "echo hello".getBytes(StandardCharsets.US_ASCII),
                        new Limits(1024, Deadline.after(Duration.ofSeconds(20))));
                assertThat(execution).isInstanceOf(Execution.Exited.class);
                return new String(execution.output().bytes(), StandardCharsets.UTF_8).strip();
            }
        }
    }

    static String text(Failure failure) {
        return failure.getClass().getSimpleName() + ": " + failure.message() + " | " + failure.next();
    }
}
