package dev.slipway.rules;

/**
 * One rule asked about one subject.
 *
 * @param workload id of the workload concerned; empty if it is the host as a whole
 * @param subject stable name of the subject within its kind: {@code tcp/8080}, {@code /etc/cron.d/shop:3}; empty for a host,
 *     and where a rule's subjects could not be listed
 */
public record RuleResult(Rule rule, String workload, String subject, Outcome outcome) {}
