package dev.slipway.ssh;

import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.userauth.keyprovider.BaseFileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyFormat;
import net.schmizz.sshj.userauth.keyprovider.KeyProviderUtil;
import net.schmizz.sshj.userauth.keyprovider.PKCS8KeyFile;
import net.schmizz.sshj.userauth.keyprovider.PuTTYKeyFile;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/** The user's key files, each read once for all hosts. */
final class KeyFiles {
    private final SecretSource secrets;
    private final ConcurrentMap<Path, KeyFile> read = new ConcurrentHashMap<>();
    private final ConcurrentMap<Path, Refusal> refused = new ConcurrentHashMap<>();

    /** Why a file could not be read, and with which passphrase; asking again with the same one costs much and helps nothing. */
    private record Refusal(boolean asked, Optional<String> passphrase, KeyFileException reason) {}

    KeyFiles(SecretSource secrets) {
        this.secrets = secrets;
    }

    /** A key file that cannot be used. */
    static final class KeyFileException extends Exception {
        private static final long serialVersionUID = 1L;

        private KeyFileException(String message) {
            super(message);
        }
    }

    /**
     * The identities of a file: one with a certificate if there is {@code FILE-cert.pub}, then the plain key.
     *
     * @param host for whom, for the choice of a passphrase
     */
    List<Identity> identities(String host, Path file) throws KeyFileException {
        List<Identity> identities = new ArrayList<>();
        KeyFile key = key(host, file);
        certificate(file, key).ifPresent(identities::add);
        identities.add(key);
        return identities;
    }

    private KeyFile key(String host, Path file) throws KeyFileException {
        KeyFile known = read.get(file);
        if (known != null) {
            return known;
        }
        synchronized (this) {
            KeyFile meanwhile = read.get(file);
            if (meanwhile != null) {
                return meanwhile;
            }
            Refusal before = refused.get(file);
            if (before != null && (!before.asked() || before.passphrase().equals(secrets.passphrase(host, file)))) {
                throw before.reason();
            }
            return readNow(host, file);
        }
    }

    private KeyFile readNow(String host, Path file) throws KeyFileException {
        Asked asked = new Asked(host, file);
        try {
            KeyFile key = KeyFile.plain(file, parse(file, asked));
            read.put(file, key);
            return key;
        } catch (IOException | SSHRuntimeException | IllegalStateException e) {
            KeyFileException reason = reason(file, asked, e);
            refused.put(file, new Refusal(asked.asked, asked.passphrase, reason));
            throw reason;
        }
    }

    private static KeyPair parse(Path file, PasswordFinder passphrase) throws IOException {
        String text = Files.readString(file);
        KeyFormat format = KeyProviderUtil.detectKeyFileFormat(new StringReader(text), false);
        BaseFileKeyProvider provider = switch (format) {
            case OpenSSHv1 -> new OpenSSHKeyV1KeyFile();
            case PKCS8, OpenSSH -> new PKCS8KeyFile();
            case PuTTY -> new PuTTYKeyFile();
            case Unknown -> throw new IOException("not a private key");
        };
        provider.init(new StringReader(text), passphrase);
        return new KeyPair(provider.getPublic(), provider.getPrivate());
    }

    private static KeyFileException reason(Path file, Asked asked, Exception e) {
        if (asked.asked) {
            return new KeyFileException(
                    asked.passphrase.isPresent()
                            ? "the passphrase for key " + file + " is wrong"
                            : "key " + file + " has a passphrase, which was not given");
        } else if (e instanceof NoSuchFileException) {
            return new KeyFileException("key " + file + " does not exist");
        } else if (e instanceof AccessDeniedException) {
            return new KeyFileException("key " + file + " may not be read");
        }
        return new KeyFileException("key " + file + " is damaged or of an unknown form");
    }

    /** Gives the passphrase, and remembers that it was asked for. */
    private final class Asked implements PasswordFinder {
        private final String host;
        private final Path file;
        private boolean asked;
        private Optional<String> passphrase = Optional.empty();

        private Asked(String host, Path file) {
            this.host = host;
            this.file = file;
        }

        @Override
        public char[] reqPassword(Resource<?> resource) {
            asked = true;
            passphrase = secrets.passphrase(host, file);
            return passphrase.orElse("").toCharArray();
        }

        @Override
        public boolean shouldRetry(Resource<?> resource) {
            return false;
        }
    }

    private static Optional<Identity> certificate(Path file, KeyFile key) {
        Path certificate = file.resolveSibling(file.getFileName() + "-cert.pub");
        try {
            String[] fields = Files.readString(certificate).strip().split("\\s+");
            if (fields.length >= 2 && fields[0].endsWith("-cert-v01@openssh.com")) {
                HostKey blob = HostKey.of(fields[0], Base64.getDecoder().decode(fields[1]));
                return Optional.of(key.certified(certificate, blob));
            }
        } catch (IOException | IllegalArgumentException none) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
