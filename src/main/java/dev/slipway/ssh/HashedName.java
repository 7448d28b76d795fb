package dev.slipway.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A name in known_hosts that only who knows it can recognise: {@code |1|salt|hash}. */
final class HashedName implements HostNames {
    private static final String ALGORITHM = "HmacSHA1";

    private final byte[] salt;
    private final byte[] hash;

    private HashedName(byte[] salt, byte[] hash) {
        this.salt = salt;
        this.hash = hash;
    }

    static Optional<HashedName> parse(String field) {
        String[] parts = field.split("\\|", -1);
        if (parts.length != 4 || !parts[1].equals("1")) {
            return Optional.empty();
        }
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] hash = Base64.getDecoder().decode(parts[3]);
        return salt.length == 0 ? Optional.empty() : Optional.of(new HashedName(salt, hash));
    }

    @Override
    public boolean matches(String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            return MessageDigest.isEqual(hash, mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
