package dev.slipway.cli;

import dev.slipway.rules.Concern;
import dev.slipway.rules.Rule;
import java.util.List;

/** The rules as a table for a terminal, by concern. */
final class RuleList {
    private static final String COLUMNS = "  %-9s  %-8s  %-8s  %s\n";
    private static final int TITLE_AT = 33;

    private RuleList() {}

    static String render(List<Rule> rules) {
        StringBuilder list = new StringBuilder(COLUMNS.formatted("rule", "as it is", "drafted", "title"));
        for (Concern concern : Concern.values()) {
            List<Rule> ofConcern =
                    rules.stream().filter(rule -> rule.concern() == concern).toList();
            if (!ofConcern.isEmpty()) {
                list.append("\n%s (%d %% of the score)\n".formatted(concern.term(), concern.weight()));
                ofConcern.forEach(rule -> list.append(row(rule)));
            }
        }
        return list.append(
                        "\n%d rules. 'slipway rules explain ID' tells why, and what to do.\n".formatted(rules.size()))
                .toString();
    }

    private static String row(Rule rule) {
        return COLUMNS.formatted(
                rule.id(),
                rule.severity().term(),
                rule.residual().term(),
                Paragraph.wrap(rule.text().title(), Paragraph.WIDTH - TITLE_AT, " ".repeat(TITLE_AT)));
    }
}
