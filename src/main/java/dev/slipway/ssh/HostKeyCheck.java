package dev.slipway.ssh;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import dev.slipway.ssh.KnownHostsFile.Entry;
import dev.slipway.ssh.KnownHostsFile.Marker;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/**
 * Decides whether the host is the one that the user knows, by the rules of OpenSSH with strict checking. One for each connection.
 */
final class HostKeyCheck implements HostKeyVerifier {
    private final KnownHosts known;
    private final List<Path> files;
    private final String address;
    private final String name;
    private final boolean alias;
    private final boolean acceptNew;
    private final List<Entry> entries;
    private volatile Optional<Failure> refusal = Optional.empty();

    /**
     * A check of one host.
     *
     * @param files known_hosts files; a new key goes to the first
     * @param alias name to use instead of address and port
     * @param acceptNew whether the key of a host of which none is known is accepted and kept
     */
    HostKeyCheck(
            KnownHosts known, List<Path> files, String address, int port, Optional<String> alias, boolean acceptNew) {
        this.known = known;
        this.files = files;
        this.address = alias.orElse(address);
        this.name = alias.orElseGet(() -> KnownHosts.name(address, port));
        this.alias = alias.isPresent();
        this.acceptNew = acceptNew;
        this.entries = known.find(files, name);
    }

    /** Why the host was refused, if it was. */
    Optional<Failure> refusal() {
        return refusal;
    }

    /** Whether an authority for this host is known, so that it makes sense to ask for its certificate. */
    boolean knowsAuthority() {
        return entries.stream().anyMatch(entry -> entry.marker() == Marker.CERT_AUTHORITY);
    }

    @Override
    public List<String> findExistingAlgorithms(String host, int port) {
        return entries.stream()
                .filter(entry -> entry.marker() == Marker.NONE)
                .flatMap(entry -> entry.key().signatureAlgorithms().stream())
                .toList();
    }

    @Override
    public boolean verify(String host, int port, PublicKey key) {
        refusal = key instanceof Certificate<?> certificate
                ? refusal(new HostCertificate(certificate))
                : refusal(HostKey.of(
                        KeyType.fromKey(key).toString(),
                        new Buffer.PlainBuffer().putPublicKey(key).getCompactData()));
        return refusal.isEmpty();
    }

    private Optional<Failure> refusal(HostCertificate certificate) {
        Optional<Failure> revoked = revoked(certificate.key()).or(() -> revoked(certificate.authority()));
        boolean trusted = entries.stream()
                .anyMatch(entry ->
                        entry.marker() == Marker.CERT_AUTHORITY && entry.key().equals(certificate.authority()));
        if (revoked.isPresent()) {
            return revoked;
        } else if (!trusted) {
            return refusal(certificate.key());
        }
        return certificate
                .fault(address, Instant.now())
                .map(fault -> new Failure.HostKeyRefused(
                        "the certificate of " + name + ", signed by " + certificate.authority() + ", " + fault,
                        "let the authority sign the host's key again"));
    }

    private Optional<Failure> refusal(HostKey shown) {
        Optional<Failure> revoked = revoked(shown);
        if (revoked.isPresent()) {
            return revoked;
        }
        List<Entry> plain =
                entries.stream().filter(entry -> entry.marker() == Marker.NONE).toList();
        if (plain.stream().anyMatch(entry -> entry.key().equals(shown))) {
            return Optional.empty();
        }
        // As with ssh, a key that is known for the name alone holds for its other ports, too.
        if (!alias
                && plain.isEmpty()
                && known.find(files, address).stream()
                        .anyMatch(entry ->
                                entry.marker() == Marker.NONE && entry.key().equals(shown))) {
            return Optional.empty();
        }
        return plain.stream()
                .filter(entry -> entry.key().type().equals(shown.type()))
                .findFirst()
                .or(() -> plain.stream().findFirst())
                .<Failure>map(entry ->
                        new Failure.HostKeyChanged(name, entry.key().toString(), entry.place(), shown.toString()))
                .or(() -> acceptNew ? keep(shown) : Optional.of(unknown(shown)));
    }

    private Failure unknown(HostKey shown) {
        return new Failure.HostKeyUnknown(name, shown.toString(), files.get(0).toString());
    }

    private Optional<Failure> keep(HostKey shown) {
        try {
            return known.add(files.get(0), name, shown) ? Optional.empty() : Optional.of(unknown(shown));
        } catch (IOException e) {
            return Optional.of(new Failure.HostKeyRefused(
                    "the new host key of " + name + " cannot be written to " + files.get(0) + ": " + e.getMessage(),
                    "make the file writable, or name another with 'knownHosts'"));
        }
    }

    private Optional<Failure> revoked(HostKey key) {
        return Stream.concat(entries.stream(), known.find(files, address).stream())
                .filter(entry -> entry.marker() == Marker.REVOKED && entry.key().equals(key))
                .findFirst()
                .map(entry -> new Failure.HostKeyRefused(
                        "the host key of " + name + " is revoked: " + key + " (" + entry.place() + ")",
                        "give the host a new key"));
    }
}
