package dev.slipway.ssh;

import dev.slipway.ssh.Watchdog.Watch;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHRuntimeException;

/** One connection from the first byte to the end of the login, with a name for everything that can go wrong on the way. */
final class SshConnection {
    private static final Pattern NO_SETTLEMENT =
            Pattern.compile("Unable to reach a settlement of (\\w+): \\[(.*)] and \\[(.*)]");
    private static final Pattern SAYS_ONLY_THE_END = Pattern.compile("^null$|EOF|closed|reset|Broken pipe");
    private static final int MOST_SHOWN = 160;
    private static final int MOST_HEARD = 4000;

    private final Destination destination;
    private final SshOptions options;
    private final HostKeyCheck hostKey;
    private final KeyFiles keyFiles;
    private final SecretSource secrets;
    private Optional<Authentication> authentication = Optional.empty();
    private volatile String lastWords = "";

    SshConnection(
            Destination destination,
            SshOptions options,
            KnownHosts knownHosts,
            KeyFiles keyFiles,
            SecretSource secrets) {
        this.destination = destination;
        this.options = options;
        this.keyFiles = keyFiles;
        this.secrets = secrets;
        this.hostKey = new HostKeyCheck(
                knownHosts,
                destination.knownHosts(),
                destination.address(),
                destination.port(),
                destination.hostKeyAlias(),
                options.acceptNew());
    }

    /** A host that could not be logged in to. */
    static final class LoginException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        LoginException(Failure failure) {
            super(failure.message());
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }

    /**
     * Speaks SSH over a link and logs in. If that fails, the link is closed.
     *
     * @param watch closes the link when the time is over
     */
    SSHClient open(Link link, Watch watch) throws LoginException {
        ConfigImpl config = Algorithms.config(destination.legacyCrypto(), hostKey.knowsAuthority());
        SSHClient client = new SSHClient(config);
        client.setSocketFactory(link.factory());
        client.addHostKeyVerifier(hostKey);
        client.getTransport().setDisconnectListener((reason, message) -> heard(message));
        client.getTransport()
                .setTimeoutMs(Math.toIntExact(options.loginTimeout().toMillis()));
        boolean done = false;
        try {
            client.connect(destination.address(), destination.port());
            authentication = Optional.of(new Authentication(client, destination, keyFiles, secrets));
            Optional<Failure> failure = authentication.get().login();
            if (failure.isPresent()) {
                throw new LoginException(failure.get());
            }
            done = true;
            return client;
        } catch (IOException | SSHRuntimeException e) {
            throw new LoginException(explain(link, watch, e));
        } finally {
            if (!done) {
                close(client, link);
            }
        }
    }

    /** The first reason for the end is the true one; what comes after it is only that nothing comes any more. */
    private synchronized void heard(String message) {
        if (lastWords.isEmpty() && message != null) {
            lastWords = Words.oneLine(message, MOST_HEARD);
        }
    }

    /** Ends a connection without waiting for the host. */
    static void close(SSHClient client, Link link) {
        try (link) {
            client.disconnect();
        } catch (IOException closedAnyway) {
            return;
        }
    }

    private Failure explain(Link link, Watch watch, Exception e) {
        if (hostKey.refusal().isPresent()) {
            return hostKey.refusal().get();
        } else if (watch.barked()) {
            return tookTooLong(link);
        }
        String message = lastWords.isEmpty() ? String.valueOf(e.getMessage()) : lastWords;
        Matcher settlement = NO_SETTLEMENT.matcher(message);
        if (settlement.find()) {
            return noCommonAlgorithm(settlement.group(1), settlement.group(3));
        } else if (message.contains("Too many authentication failures") && authentication.isPresent()) {
            return authentication.get().tooManyTries();
        } else if (!link.greeting().isOver()) {
            return noGreeting(link);
        }
        return new Failure.CutOff(
                destination.where() + " ended the connection during "
                        + (authentication.isPresent() ? "the login" : "the key exchange") + detail(message),
                "look into the host's sshd log",
                true);
    }

    private static String detail(String message) {
        return SAYS_ONLY_THE_END.matcher(message).find() ? "" : ": " + Words.oneLine(message, MOST_SHOWN);
    }

    private Failure tookTooLong(Link link) {
        String seconds = " within " + Words.seconds(options.loginTimeout());
        if (link.greeting().isOver()) {
            return new Failure.TimedOut(
                    destination.where() + " did not finish the "
                            + (authentication.isPresent() ? "login" : "key exchange") + seconds,
                    "see whether the host is overloaded or its name service hangs",
                    true);
        }
        return new Failure.TimedOut(
                destination.where() + " accepts connections, but "
                        + (link.greeting().isEmpty() ? "says nothing" : "did not say that it speaks SSH") + seconds,
                "see whether sshd hangs there, or whether something else listens on that port",
                true);
    }

    private Failure noGreeting(Link link) {
        if (link.greeting().isEmpty()) {
            return new Failure.CutOff(
                    destination.where() + " closed the connection before it said anything",
                    "see whether MaxStartups, a firewall or hosts.deny on the host refuses this scanner",
                    true);
        }
        String said = link.greeting().said();
        if (said.contains("MaxStartups")) {
            return new Failure.CutOff(
                    destination.where() + " has too many logins at the same time: " + said,
                    "scan fewer hosts at a time, or raise MaxStartups there",
                    true);
        }
        return new Failure.Unreachable(
                destination.where() + " does not speak SSH; it says: " + said, "check address and port", false);
    }

    private static Failure noCommonAlgorithm(String what, String offered) {
        List<String> names = Arrays.stream(Words.oneLine(offered, MOST_HEARD).split(", *"))
                .filter(name -> !name.isBlank() && !name.startsWith("ext-info-") && !name.startsWith("kex-strict-"))
                .toList();
        String kind = switch (what) {
            case "KeyExchangeAlgorithms" -> "key exchange";
            case "HostKeyAlgorithms" -> "host key";
            case "Client2ServerCipherAlgorithms", "Server2ClientCipherAlgorithms" -> "cipher";
            case "Client2ServerMACAlgorithms", "Server2ClientMACAlgorithms" -> "MAC";
            default -> "compression";
        };
        return new Failure.NoCommonAlgorithm(kind, names, Algorithms.legacyHas(names));
    }
}
