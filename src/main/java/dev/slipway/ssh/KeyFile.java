package dev.slipway.ssh;

import com.hierynomus.sshj.key.KeyAlgorithms;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.signature.SignatureRSA;

/** A private key that was read from a file, with its own public key or with a certificate for it. */
final class KeyFile implements Identity {
    private static final List<KeyAlgorithms.Factory> PLAIN = List.of(
            KeyAlgorithms.EdDSA25519(),
            KeyAlgorithms.ECDSASHANistp256(),
            KeyAlgorithms.ECDSASHANistp384(),
            KeyAlgorithms.ECDSASHANistp521(),
            KeyAlgorithms.SSHRSA(),
            KeyAlgorithms.SSHDSA());

    private final Path file;
    private final KeyPair keys;
    private final HostKey publicKey;

    private KeyFile(Path file, KeyPair keys, HostKey publicKey) {
        this.file = file;
        this.keys = keys;
        this.publicKey = publicKey;
    }

    static KeyFile plain(Path file, KeyPair keys) {
        byte[] blob = new Buffer.PlainBuffer().putPublicKey(keys.getPublic()).getCompactData();
        return new KeyFile(
                file, keys, HostKey.of(KeyType.fromKey(keys.getPublic()).toString(), blob));
    }

    /** The same private key with a certificate. */
    KeyFile certified(Path certificateFile, HostKey certificate) {
        return new KeyFile(certificateFile, keys, certificate);
    }

    @Override
    public String name() {
        return "key " + file;
    }

    @Override
    public HostKey publicKey() {
        return publicKey;
    }

    @Override
    public boolean signsFreely() {
        return true;
    }

    @Override
    public byte[] sign(byte[] data, String algorithm) throws IOException {
        try {
            Signature signature = signature(algorithm.replaceFirst("-cert-v01@openssh\\.com$", ""));
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return new Buffer.PlainBuffer()
                    .putString(signature.getSignatureName())
                    .putBytes(signature.encode(signature.sign()))
                    .getCompactData();
        } catch (SSHRuntimeException e) {
            throw new IOException(name() + " cannot sign with " + algorithm, e);
        }
    }

    private static Signature signature(String algorithm) throws IOException {
        return switch (algorithm) {
            case "rsa-sha2-512" -> new SignatureRSA.FactoryRSASHA512().create();
            case "rsa-sha2-256" -> new SignatureRSA.FactoryRSASHA256().create();
            default -> {
                KeyAlgorithms.Factory factory = PLAIN.stream()
                        .filter(each -> each.getName().equals(algorithm))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no signature algorithm " + algorithm));
                yield factory.create().newSignature();
            }
        };
    }
}
