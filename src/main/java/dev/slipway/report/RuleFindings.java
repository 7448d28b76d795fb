package dev.slipway.report;

import dev.slipway.assess.Assessment;
import dev.slipway.assess.Finding;
import dev.slipway.rules.Rule;
import dev.slipway.rules.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule and all that it fired on.
 *
 * @param ruleAnchor id within the page
 * @param ruleTitle the defect in a few words
 * @param ruleId its id
 * @param cost points that it takes and work that it makes, in words
 * @param residual what remains of it with the draft
 * @param why the consequence; empty if the rule is gone
 * @param remediation what to do
 * @param inDrafts what the drafts do about it
 */
record RuleFindings(
        String ruleAnchor,
        String ruleTitle,
        String ruleId,
        Part severityPart,
        String concernWord,
        String cost,
        String residual,
        String why,
        String remediation,
        String inDrafts,
        List<Reference> references,
        List<Occurrence> occurrences,
        String howOften) {

    RuleFindings {
        references = List.copyOf(references);
        occurrences = List.copyOf(occurrences);
    }

    boolean hasReferences() {
        return !references.isEmpty();
    }

    /** A source that says so. */
    record Reference(String referenceTitle, String address) {}

    /** One subject that the rule fired on. */
    record Occurrence(String message, String ofWorkload, String workloadLink, List<Place> places) {}

    /** All rules of one severity. */
    record Group(String groupId, String groupTitle, List<RuleFindings> entries) {}

    /** The findings by severity and rule, those that cost most first. */
    static List<Group> of(Assessment assessment, List<Finding> all, RuleTexts rules, Words words) {
        SortedMap<String, List<Finding>> byRule = new TreeMap<>();
        all.forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                .add(finding));
        List<Group> groups = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            List<RuleFindings> entries = byRule.values().stream()
                    .filter(findings -> findings.get(0).severity() == severity)
                    .sorted(Comparator.comparing(RuleFindings::points).reversed())
                    .map(findings -> of(findings, assessment, rules, words))
                    .toList();
            if (!entries.isEmpty()) {
                String title =
                        words.say("findings-group", words.term("severity", severity), Amount.whole(entries.size()));
                groups.add(new Group("findings-" + severity.term(), title, entries));
            }
        }
        return groups;
    }

    private static double points(List<Finding> findings) {
        return findings.stream().mapToDouble(Finding::points).sum();
    }

    private static RuleFindings of(List<Finding> findings, Assessment assessment, RuleTexts rules, Words words) {
        Finding first = findings.get(0);
        Optional<Rule> rule = rules.find(first.rule());
        double effort = findings.stream().mapToDouble(Finding::effort).sum();
        return new RuleFindings(
                Links.rule(first.rule()),
                rules.title(first.rule()),
                first.rule(),
                Part.severity(first.severity().term(), words),
                words.term("concern", first.concern()),
                words.say("finding-cost", Amount.decimal(points(findings)), Amount.decimal(effort)),
                words.term("residual", first.residual()),
                rule.map(of -> of.text().why()).orElse(""),
                rule.map(of -> of.text().remediation()).orElse(""),
                rule.map(of -> of.text().drafts()).orElse(""),
                rule.map(RuleFindings::references).orElse(List.of()),
                findings.stream()
                        .map(finding -> occurrence(finding, assessment))
                        .toList(),
                findings.size() > 1 ? words.say("times", findings.size()) : "");
    }

    private static List<Reference> references(Rule rule) {
        return rule.references().stream()
                .map(reference -> new Reference(reference.title(), Links.web(reference.url())))
                .toList();
    }

    private static Occurrence occurrence(Finding finding, Assessment assessment) {
        return assessment
                .workload(finding.workload())
                .map(workload -> new Occurrence(
                        finding.message(),
                        workload.workload().name(),
                        workload.score().isEmpty()
                                ? ""
                                : "#"
                                        + Links.anchor(
                                                workload.workload(),
                                                assessment.facts().workloads()),
                        Place.of(finding.evidence())))
                .orElseGet(
                        () -> new Occurrence(finding.message(), finding.workload(), "", Place.of(finding.evidence())));
    }
}
