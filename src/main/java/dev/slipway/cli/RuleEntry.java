package dev.slipway.cli;

import dev.slipway.rules.Rule;
import java.util.List;

/**
 * A rule as {@code rules --json} writes it.
 *
 * @param concern what it is about
 * @param severity how bad it is as things are
 * @param residual what remains of it with the draft
 * @param subject what it looks at, one by one
 * @param applies where it applies; empty if everywhere
 * @param when where it fires
 * @param effort story points for a workload
 * @param effortPerOccurrence story points for each subject that it fires on
 * @param singleReplica whether the draft stays at one replica while it holds
 * @param shared whether the work is done once for a fleet
 * @param chinese the texts in Simplified Chinese; empty texts if it has none
 */
record RuleEntry(
        String id,
        String concern,
        String severity,
        String residual,
        String subject,
        String applies,
        String when,
        double effort,
        double effortPerOccurrence,
        boolean singleReplica,
        boolean shared,
        Rule.Text english,
        Rule.Text chinese,
        String notes,
        List<Rule.Reference> references) {

    RuleEntry {
        references = List.copyOf(references);
    }

    static RuleEntry of(Rule rule) {
        return new RuleEntry(
                rule.id(),
                rule.concern().term(),
                rule.severity().term(),
                rule.residual().term(),
                rule.subject(),
                rule.applies().map(Rule.Expression::source).orElse(""),
                rule.when().source(),
                rule.effort(),
                rule.effortPerOccurrence(),
                rule.singleReplica(),
                rule.shared(),
                rule.text(),
                rule.chinese().orElse(new Rule.Text("", "", "", "", "")),
                rule.notes(),
                rule.references());
    }
}
