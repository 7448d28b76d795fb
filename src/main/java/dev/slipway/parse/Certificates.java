package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Certificate;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Certificates that a server's configuration names, with what their files say where those were read. */
final class Certificates {
    private final String product;
    private final ConfigurationFacts facts;
    private final SortedMap<String, EvidenceItem> items = new TreeMap<>();

    private Certificates(String product, ConfigurationFacts facts) {
        this.product = product;
        this.facts = facts;
    }

    /** From the section {@code certificates} of the product's probe. */
    static Certificates of(Evidence evidence, String probe, ConfigurationFacts facts) {
        Certificates certificates = new Certificates(probe, facts);
        evidence.items(probe, "certificates")
                .filter(item -> item.kind() == EvidenceItem.Kind.FILE)
                .forEach(item -> certificates.items.putIfAbsent(item.name(), item));
        return certificates;
    }

    /** The files in this folder whose certificates were read. */
    List<String> below(String folder) {
        return items.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .toList();
    }

    /** Adds the certificate in this file to the facts. */
    void add(String path, String keyPath, EvidenceLine evidence) {
        Optional<EvidenceItem> item = Optional.ofNullable(items.get(path));
        String reason = item.map(found ->
                        found.outcome() == EvidenceItem.Outcome.DENIED ? "needs root" : "not a PEM certificate")
                .orElse("the file was not read");
        Optional<X509Certificate> read = item.flatMap(found -> parse(found.text()));
        facts.add(new Certificate(
                path,
                Fact.of(read.map(c -> c.getSubjectX500Principal().getName()), reason),
                Fact.of(read.map(c -> c.getIssuerX500Principal().getName()), reason),
                Fact.of(read.map(Certificates::names), reason),
                Fact.of(read.map(c -> c.getNotBefore().toInstant().toString()), reason),
                Fact.of(read.map(c -> c.getNotAfter().toInstant().toString()), reason),
                Fact.of(read.map(c -> c.getSubjectX500Principal().equals(c.getIssuerX500Principal())), reason),
                keyPath,
                product,
                "",
                List.of(evidence)));
    }

    private static Optional<X509Certificate> parse(String pem) {
        String plain = pem.replace("BEGIN TRUSTED CERTIFICATE", "BEGIN CERTIFICATE")
                .replace("END TRUSTED CERTIFICATE", "END CERTIFICATE");
        try {
            return CertificateFactory.getInstance("X.509")
                                    .generateCertificate(
                                            new ByteArrayInputStream(plain.getBytes(StandardCharsets.US_ASCII)))
                            instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (CertificateException notOne) {
            return Optional.empty();
        }
    }

    /** The DNS names and addresses of the alternative names. */
    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.size() >= 2 && name.get(1) instanceof String)
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateException damaged) {
            return List.of();
        }
    }
}
