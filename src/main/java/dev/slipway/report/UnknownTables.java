package dev.slipway.report;

import dev.slipway.assess.Assessment;
import dev.slipway.assess.UnknownAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is not known of a host, and what it would take to know it. */
final class UnknownTables {
    private final Assessment assessment;
    private final RuleTexts rules;
    private final Words words;

    UnknownTables(Assessment assessment, RuleTexts rules, Words words) {
        this.assessment = assessment;
        this.rules = rules;
        this.words = words;
    }

    List<Table> all() {
        return List.of(gaps(), unanswered(), probes(), unparsed());
    }

    private Table gaps() {
        Table.Builder table = Table.named("gaps", words)
                .stacked()
                .text("fact")
                .text("reason")
                .text("remedy")
                .text("probe");
        assessment
                .facts()
                .gaps()
                .forEach(gap -> table.row(words.term("fact", gap.fact()), gap.reason(), gap.remedy(), gap.probe()));
        return table.build();
    }

    /** Rules without an answer, by the reason for that. */
    private Table unanswered() {
        SortedMap<String, List<UnknownAnswer>> byReason = new TreeMap<>();
        assessment
                .unknowns()
                .forEach(unknown -> byReason.computeIfAbsent(unknown.reason(), reason -> new ArrayList<>())
                        .add(unknown));
        Table.Builder table = Table.named("unanswered", words)
                .stacked()
                .text("reason")
                .number("count")
                .text("rules")
                .text("workloads");
        byReason.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .forEach(entry -> table.row(
                        entry.getKey(),
                        Amount.whole(entry.getValue().size()),
                        entry.getValue().stream()
                                .map(UnknownAnswer::rule)
                                .distinct()
                                .map(rule -> Part.plain(rules.title(rule) + " (" + rule + ")"))
                                .toList(),
                        entry.getValue().stream()
                                .map(UnknownAnswer::workload)
                                .distinct()
                                .map(Part::plain)
                                .toList()));
        return table.build();
    }

    private Table probes() {
        Table.Builder table =
                Table.named("probes", words).stacked().text("id").text("status").text("reason");
        assessment.coverage().probes().stream()
                .filter(probe -> !probe.status().equals("complete"))
                .forEach(probe -> table.row(probe.id(), words.term("probe", probe.status()), probe.reason()));
        return table.build();
    }

    private Table unparsed() {
        Table.Builder table = Table.named("unparsed", words)
                .stacked()
                .text("where")
                .text("reason")
                .text("text");
        assessment
                .facts()
                .unparsed()
                .forEach(line -> table.row(
                        Part.code(Place.where(line.evidence())),
                        line.reason(),
                        Part.code(line.evidence().text())));
        return table.build();
    }
}
