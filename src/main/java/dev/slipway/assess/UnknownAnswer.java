package dev.slipway.assess;

import dev.slipway.rules.Concern;
import dev.slipway.rules.Severity;

/**
 * A rule that could not be answered.
 *
 * @param id stable over scans
 * @param workload id of the workload; empty if it concerns the host, or subjects that could not be listed
 * @param reason what was not readable, and why
 */
public record UnknownAnswer(
        String id, String rule, Concern concern, Severity severity, String subject, String workload, String reason) {}
