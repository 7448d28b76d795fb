package dev.slipway.cli;

import dev.slipway.ssh.SecretSource;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Secrets from the environment, and where it has none, from the person at the terminal: each question is asked once. */
final class TerminalSecrets implements SecretSource {
    private final Surroundings around;
    private final SortedMap<String, Optional<String>> answers = new TreeMap<>();

    TerminalSecrets(Surroundings around) {
        this.around = around;
    }

    @Override
    public Optional<String> password(String host, String user) {
        return variable("SLIPWAY_SSH_PASSWORD", host).or(() -> ask("Password of " + user + " on " + host + ": "));
    }

    @Override
    public Optional<String> passphrase(String host, Path keyFile) {
        return variable("SLIPWAY_KEY_PASSPHRASE", host).or(() -> ask("Passphrase of " + keyFile + ": "));
    }

    @Override
    public Optional<String> sudoPassword(String host, String user) {
        return variable("SLIPWAY_SUDO_PASSWORD", host)
                .or(() -> ask("Password for sudo of " + user + " on " + host + ": "));
    }

    private Optional<String> variable(String name, String host) {
        String suffix = host.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return around.variable(name + "_" + suffix).or(() -> around.variable(name));
    }

    private synchronized Optional<String> ask(String question) {
        return answers.computeIfAbsent(question, around.prompt()::secret);
    }
}
