package dev.slipway.ssh;

import java.io.IOException;
import java.util.List;

/** A key that an account can prove to have: from a file or from an agent, with or without a certificate. */
interface Identity {

    /** What it is called in a message: {@code key /home/me/.ssh/id_ed25519}. */
    String name();

    /** The public key or certificate, in the form of the protocol. */
    HostKey publicKey();

    /**
     * Proves it.
     *
     * @param data what to sign
     * @param algorithm one of {@link #algorithms()}
     * @return the signature with its algorithm, in the form of the protocol
     */
    byte[] sign(byte[] data, String algorithm) throws IOException;

    /** Whether signing costs nothing but time, so that the host need not be asked before whether it knows the key. */
    boolean signsFreely();

    /** The algorithms that it can sign with, best first. An RSA key has several, of which a host may know only one. */
    default List<String> algorithms() {
        String type = publicKey().type();
        return switch (type) {
            case "ssh-rsa" -> List.of("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa");
            case "ssh-rsa-cert-v01@openssh.com" ->
                List.of("rsa-sha2-512-cert-v01@openssh.com", "rsa-sha2-256-cert-v01@openssh.com", type);
            default -> List.of(type);
        };
    }
}
