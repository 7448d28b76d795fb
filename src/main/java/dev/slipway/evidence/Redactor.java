package dev.slipway.evidence;

import java.util.List;

/** Takes secrets out of evidence before anything of it is written or shown. Line numbers stay. */
public interface Redactor {

    /** What stands where a secret stood. */
    String MARK = "[REDACTED]";

    /** The items without their secrets, in the same order and with the same lines. */
    Redacted redact(List<EvidenceItem> items);

    /**
     * Items without secrets.
     *
     * @param secrets one for each place that was redacted
     */
    record Redacted(List<EvidenceItem> items, List<RedactedSecret> secrets) {
        public Redacted {
            items = List.copyOf(items);
            secrets = List.copyOf(secrets);
        }
    }
}
