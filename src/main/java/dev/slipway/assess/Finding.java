package dev.slipway.assess;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.rules.Concern;
import dev.slipway.rules.Severity;
import java.util.List;

/**
 * A rule that fired on a subject.
 *
 * @param id stable over scans: rule, workload and subject
 * @param rule rule's id
 * @param severity as things are
 * @param residual what remains with the draft
 * @param subject stable name of what it fired on
 * @param workload id of the workload; empty if it concerns the host
 * @param message one sentence
 * @param messageZh the same in Simplified Chinese; empty if the rule has none
 * @param points points of the score that the rule costs this workload; on the first of its findings there
 * @param effort story points for this rule in this workload; on the first of its findings there
 */
public record Finding(
        String id,
        String rule,
        Concern concern,
        Severity severity,
        Severity residual,
        String subject,
        String workload,
        String message,
        String messageZh,
        List<EvidenceLine> evidence,
        double points,
        double effort) {
    public Finding {
        evidence = List.copyOf(evidence);
    }
}
