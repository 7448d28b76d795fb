package dev.slipway.cli;

import dev.slipway.rules.Rule;
import java.util.Locale;

/** A rule as a page of Markdown; the documentation and {@code rules explain} are the same text. */
final class RulePage {
    private RulePage() {}

    static String render(Rule rule) {
        StringBuilder page = new StringBuilder();
        page.append("# ")
                .append(rule.id())
                .append(": ")
                .append(rule.text().title())
                .append("\n\n");
        page.append(Paragraph.wrap(inShort(rule), Paragraph.WIDTH, "")).append("\n\n");
        section(page, "Why", rule.text().why());
        section(page, "What to do", rule.text().remediation());
        section(page, "In the drafts", rule.text().drafts());
        page.append("## Condition\n\nAsked about each of `")
                .append(rule.subject())
                .append("`.\n\n");
        rule.applies().ifPresent(applies -> code(page, "Applies where", applies.source()));
        code(page, "Fires where", rule.when().source());
        section(page, "Notes", rule.notes());
        if (!rule.references().isEmpty()) {
            page.append("## References\n\n");
            rule.references()
                    .forEach(reference ->
                            page.append("- ").append(link(reference)).append('\n'));
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String inShort(Rule rule) {
        return "%s: severity %s, with the draft %s. %s."
                .formatted(
                        rule.concern().term(),
                        rule.severity().term(),
                        rule.residual().term(),
                        effort(rule));
    }

    private static String link(Rule.Reference reference) {
        return reference.url().isEmpty() ? reference.title() : "[" + reference.title() + "](" + reference.url() + ")";
    }

    private static String effort(Rule rule) {
        String each = rule.effortPerOccurrence() == 0
                ? ""
                : " and " + number(rule.effortPerOccurrence()) + " for each of at most ten occurrences";
        String points = rule.effort() == 1 ? " story point" : " story points";
        return "Effort: " + number(rule.effort()) + points + each;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static void section(StringBuilder page, String title, String text) {
        if (!text.isBlank()) {
            page.append("## ")
                    .append(title)
                    .append("\n\n")
                    .append(Paragraph.wrap(text, Paragraph.WIDTH, ""))
                    .append("\n\n");
        }
    }

    private static void code(StringBuilder page, String title, String source) {
        page.append(title).append("\n\n```\n").append(source).append("\n```\n\n");
    }
}
