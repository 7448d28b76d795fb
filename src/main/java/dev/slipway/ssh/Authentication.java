package dev.slipway.ssh;

import dev.slipway.inventory.AuthMethod;
import dev.slipway.ssh.KeyFiles.KeyFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.Service;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuth;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;

/** The login of one connection: tries what the user has, in the user's order, and never more than the host asked for. */
final class Authentication {
    private static final int MOST_PROOFS = 3;
    private static final int MOST_SHOWN = 160;

    private final SSHClient client;
    private final Destination destination;
    private final KeyFiles keyFiles;
    private final SecretSource secrets;
    private final SortedSet<String> tried = new TreeSet<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private String advice = "";

    Authentication(SSHClient client, Destination destination, KeyFiles keyFiles, SecretSource secrets) {
        this.client = client;
        this.destination = destination;
        this.keyFiles = keyFiles;
        this.secrets = secrets;
    }

    /**
     * Logs in.
     *
     * @return why it did not work, or empty
     * @throws TransportException if the connection broke on the way
     */
    Optional<Failure> login() throws TransportException {
        // A password for a host that takes only keys would be a wasted try; a key is usual enough not to ask before.
        boolean keyFirst = destination.auth().stream()
                .findFirst()
                .filter(method -> method == AuthMethod.KEY || method == AuthMethod.AGENT)
                .isPresent();
        if (!keyFirst && attempt(new AuthNone(), "nothing", "")) {
            return Optional.empty();
        }
        refused.remove("nothing");
        for (int proofs = 0; proofs <= MOST_PROOFS; proofs++) {
            Collection<String> before = client.getUserAuth().getAllowedMethods();
            if (tryAll()) {
                return Optional.empty();
            }
            if (!isOneMoreAccepted(before)) {
                break;
            }
        }
        return Optional.of(failure());
    }

    /** Whether the host accepted a proof and wants another: then it asks for something else than before. */
    private boolean isOneMoreAccepted(Collection<String> before) {
        UserAuth auth = client.getUserAuth();
        return auth.hadPartialSuccess() && !List.copyOf(before).equals(List.copyOf(auth.getAllowedMethods()));
    }

    private boolean tryAll() throws TransportException {
        for (AuthMethod method : destination.auth()) {
            boolean done = switch (method) {
                case AGENT -> false;
                case KEY -> tryKeys();
                case PASSWORD -> tryPassword();
                case KEYBOARD_INTERACTIVE -> tryQuestions();
            };
            if (done) {
                return true;
            }
        }
        return false;
    }

    private boolean tryKeys() throws TransportException {
        if (!isAllowed("publickey")) {
            return false;
        }
        for (Path file : destination.identityFiles()) {
            try {
                if (tryKeys(keyFiles.identities(destination.host(), file))) {
                    return true;
                }
            } catch (KeyFileException e) {
                problem(
                        String.valueOf(e.getMessage()),
                        "name a private key that can be read with 'identityFiles'; a passphrase is asked"
                                + " for, or taken from SLIPWAY_KEY_PASSPHRASE");
            }
        }
        return false;
    }

    private boolean tryKeys(List<Identity> identities) throws TransportException {
        for (Identity identity : identities) {
            List<String> algorithms = SignatureChoice.algorithms(
                    identity.algorithms(), client.getTransport().getServerVersion(), destination.legacyCrypto());
            if (algorithms.isEmpty()) {
                problem(
                        identity.name() + " is an RSA key, which this host knows with SHA-1 only",
                        "use an ECDSA or ED25519 key, or allow it with 'legacyCrypto: true'");
            }
            for (String algorithm : algorithms) {
                if (attempt(new PublicKeyLogin(identity, algorithm), identity.name(), identity.name() + algorithm)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean tryPassword() throws TransportException {
        Optional<String> password = password("password");
        return password.isPresent() && attempt(new PasswordLogin(password.get()), "the password", "");
    }

    private boolean tryQuestions() throws TransportException {
        Optional<String> password = password("keyboard-interactive");
        return password.isPresent()
                && attempt(new QuestionLogin(password.get()), "the password as the answer to its question", "");
    }

    private Optional<String> password(String method) {
        return isAllowed(method) ? secrets.password(destination.host(), destination.user()) : Optional.empty();
    }

    /** Before the first try the host has not said what it allows, so everything may be tried. */
    private boolean isAllowed(String method) {
        Collection<String> allowed = client.getUserAuth().getAllowedMethods();
        return allowed.isEmpty() || allowed.contains(method);
    }

    /**
     * Tries one proof, unless the host does not allow its kind or it was tried before.
     *
     * @param name what it is called in a message
     * @param proof what tells it from other proofs of its kind
     */
    private boolean attempt(AbstractAuthMethod method, String name, String proof) throws TransportException {
        if (!isAllowed(method.getName()) || !tried.add(method.getName() + " " + proof)) {
            return false;
        }
        if (!refused.contains(name)) {
            refused.add(name);
        }
        try {
            return client.getUserAuth()
                    .authenticate(
                            destination.user(),
                            (Service) client.getConnection(),
                            method,
                            client.getTransport().getTimeoutMs());
        } catch (UserAuthException e) {
            if (e.getCause() instanceof TransportException broken) {
                throw broken;
            }
            refused.remove(name);
            problem(Words.oneLine(String.valueOf(e.getMessage()), MOST_SHOWN), "log in by hand once and look");
            return false;
        }
    }

    private void problem(String what, String next) {
        problems.add(what);
        advice = advice.isEmpty() ? next : advice;
    }

    /** What to say if the host ended the connection because of too many tries. */
    Failure tooManyTries() {
        return new Failure.AuthenticationFailed(
                destination.where() + " ended the login of " + destination.user() + " after too many tries: "
                        + String.join(", ", refused),
                "put the right key first with 'identityFiles', or choose the order with 'auth'");
    }

    private Failure failure() {
        Collection<String> allowed = client.getUserAuth().getAllowedMethods();
        String accepts =
                allowed.isEmpty() ? "" : "; it accepts " + Words.oneLine(String.join(", ", allowed), MOST_SHOWN);
        if (client.getUserAuth().hadPartialSuccess()) {
            return new Failure.AuthenticationFailed(
                    destination.where() + " accepted one proof of " + destination.user() + " and wants another"
                            + accepts,
                    "give the account what it still wants, by 'auth' and 'identityFiles' or a password");
        }
        List<String> parts = new ArrayList<>(problems);
        if (!refused.isEmpty()) {
            parts.add(destination.where() + " refused " + destination.user() + " with " + String.join(", ", refused));
        }
        if (parts.isEmpty()) {
            parts.add("there is no key and no password for " + destination.user() + " at " + destination.where());
        }
        return new Failure.AuthenticationFailed(String.join("; ", parts) + accepts, next());
    }

    private String next() {
        if (!advice.isEmpty()) {
            return advice;
        } else if (refused.isEmpty()) {
            return "name a key with 'identityFiles', or give the password at the prompt or in SLIPWAY_SSH_PASSWORD";
        } else if (refused.stream().anyMatch(name -> name.startsWith("key "))) {
            return "add the public key to ~" + destination.user()
                    + "/.ssh/authorized_keys on the host, or name another key with 'identityFiles'";
        }
        return "check the password, and whether the account is locked or has expired";
    }
}
