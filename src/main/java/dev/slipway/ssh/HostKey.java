package dev.slipway.ssh;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A public key as OpenSSH writes it.
 *
 * @param type {@code ssh-ed25519}, {@code ssh-rsa}, {@code ecdsa-sha2-nistp256} ...
 * @param base64 the key in the form of the protocol, encoded
 */
record HostKey(String type, String base64) {

    static HostKey of(String type, byte[] blob) {
        return new HostKey(type, Base64.getEncoder().withoutPadding().encodeToString(blob));
    }

    HostKey {
        base64 = base64.replace("=", "");
    }

    byte[] blob() {
        return Base64.getDecoder().decode(base64);
    }

    /** The key as it stands in a file. */
    String padded() {
        return Base64.getEncoder().encodeToString(blob());
    }

    /** {@code SHA256:...}, as {@code ssh-keygen -l} prints it. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob());
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The algorithms with which a host proves that it has this key. */
    List<String> signatureAlgorithms() {
        return type.equals("ssh-rsa") ? List.of("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa") : List.of(type);
    }

    /** {@code ED25519 SHA256:...}. */
    @Override
    public String toString() {
        String name = type.replaceFirst("^(ssh|ecdsa-sha2)-", "").replaceFirst("^nistp.*", "ECDSA");
        return name.toUpperCase(Locale.ROOT) + " " + fingerprint();
    }
}
