package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A certificate that a program on the host shows or trusts; only its public part was read.
 *
 * @param path absolute path of its file
 * @param subject whom it names: {@code CN=www.example.com}
 * @param issuer who signed it
 * @param names host names and addresses that it is good for
 * @param notBefore instant from which it is good, ISO 8601 in UTC
 * @param notAfter instant until which it is good, ISO 8601 in UTC
 * @param selfSigned whether it signed itself
 * @param keyPath absolute path of its private key; empty if it is in the same file or not known
 * @param product whose configuration names it: {@code nginx}
 * @param workload id of the workload; empty if none that runs
 */
@RecordBuilder
public record Certificate(
        String path,
        Fact<String> subject,
        Fact<String> issuer,
        Fact<List<String>> names,
        Fact<String> notBefore,
        Fact<String> notAfter,
        Fact<Boolean> selfSigned,
        String keyPath,
        String product,
        String workload,
        List<EvidenceLine> evidence)
        implements CertificateBuilder.With {

    public Certificate {
        evidence = List.copyOf(evidence);
    }
}
