package dev.slipway.ssh;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.signature.SignatureRSA;

/**
 * A certificate that a host shows instead of a plain key. All of it is checked here: with some key exchanges the library looks at
 * nothing but the host's own signature.
 */
final class HostCertificate {
    private static final long HOST_TYPE = 2;
    private static final List<Factory.Named<Signature>> SIGNATURES = List.of(
            signature(KeyAlgorithms.EdDSA25519()),
            signature(KeyAlgorithms.ECDSASHANistp256()),
            signature(KeyAlgorithms.ECDSASHANistp384()),
            signature(KeyAlgorithms.ECDSASHANistp521()),
            new SignatureRSA.FactoryRSASHA512(),
            new SignatureRSA.FactoryRSASHA256());

    private final Certificate<?> certificate;

    HostCertificate(Certificate<?> certificate) {
        this.certificate = certificate;
    }

    private static Factory.Named<Signature> signature(KeyAlgorithms.Factory algorithm) {
        return new Factory.Named<>() {
            @Override
            public String getName() {
                return algorithm.getName();
            }

            @Override
            public Signature create() {
                return algorithm.create().newSignature();
            }
        };
    }

    /** The key that it certifies. */
    HostKey key() {
        return keyOf(new Buffer.PlainBuffer().putPublicKey(certificate.getKey()).getCompactData());
    }

    /** The key of the authority that it names. */
    HostKey authority() {
        return keyOf(certificate.getSignatureKey());
    }

    private static HostKey keyOf(byte[] blob) {
        try {
            return HostKey.of(new Buffer.PlainBuffer(blob).readString(), blob);
        } catch (Buffer.BufferException e) {
            return HostKey.of("unknown", blob);
        }
    }

    /**
     * What is wrong with it, its authority being trusted.
     *
     * @param name the host's name, without a port
     */
    Optional<String> fault(String name, Instant now) {
        if (certificate.getType() != HOST_TYPE) {
            return Optional.of("is made for users, not for hosts");
        } else if (!isSigned()) {
            return Optional.of("is not signed by the authority that it names");
        } else if (now.isBefore(certificate.getValidAfter().toInstant())) {
            return Optional.of(
                    "is not valid before " + certificate.getValidAfter().toInstant());
        } else if (!now.isBefore(certificate.getValidBefore().toInstant())) {
            return Optional.of("has expired on " + certificate.getValidBefore().toInstant());
        } else if (!certificate.getCritOptions().isEmpty()) {
            return Optional.of("has critical options, which no host certificate has");
        } else if (!names(name)) {
            return Optional.of("is for " + String.join(", ", certificate.getValidPrincipals()) + ", not for " + name);
        }
        return Optional.empty();
    }

    private boolean names(String name) {
        List<String> principals = certificate.getValidPrincipals();
        return principals.isEmpty()
                || principals.stream().anyMatch(each -> new HostPattern(each).matches(name.toLowerCase(Locale.ROOT)));
    }

    /** The signature is the last field; it covers everything before it. */
    private boolean isSigned() {
        byte[] whole = new Buffer.PlainBuffer().putPublicKey(certificate).getCompactData();
        byte[] signature = certificate.getSignature();
        int signed = whole.length - 4 - signature.length;
        try {
            String algorithm = new Buffer.PlainBuffer(signature).readString();
            Signature verifier = Factory.Named.Util.create(SIGNATURES, algorithm);
            KeyType type = KeyType.fromString(new Buffer.PlainBuffer(certificate.getSignatureKey()).readString());
            if (verifier == null || signed < 0 || type == KeyType.UNKNOWN || type.getParent() != null) {
                return false;
            }
            verifier.initVerify(new Buffer.PlainBuffer(certificate.getSignatureKey()).readPublicKey());
            verifier.update(Arrays.copyOf(whole, signed));
            return verifier.verify(signature);
        } catch (Buffer.BufferException | SSHRuntimeException notEvenWellFormed) {
            return false;
        }
    }
}
