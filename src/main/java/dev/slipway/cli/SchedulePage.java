package dev.slipway.cli;

import dev.slipway.facts.Fact;
import dev.slipway.schedule.CronJobPlan;
import dev.slipway.schedule.ExplainedLine;
import dev.slipway.schedule.GoCronPlan;
import dev.slipway.schedule.Recommendation;
import java.util.List;
import java.util.Locale;

/** An explained line of a crontab as text for a terminal. */
final class SchedulePage {
    private static final String INDENT = "  ";

    private SchedulePage() {}

    static String render(ExplainedLine line) {
        StringBuilder page = new StringBuilder();
        page.append("line ")
                .append(line.line())
                .append(": ")
                .append(printable(line.text()))
                .append('\n');
        if (!line.valid()) {
            return page.append(INDENT)
                    .append("not valid: ")
                    .append(printable(line.error()))
                    .append("\n\n")
                    .toString();
        }
        field(page, "means", line.meaning());
        if (!line.error().isEmpty()) {
            field(page, "warning", line.error());
        }
        field(page, "runs a day", runs(line.runsPerDay()));
        field(page, "next", line.next().isEmpty() ? "not known" : String.join(", ", line.next()));
        line.recommendation().ifPresent(recommendation -> recommended(page, recommendation));
        line.cronJob()
                .ifPresent(cronJob -> target(
                        page,
                        "CronJob",
                        cronJob.expressible(),
                        cronJob.schedule() + " in " + zone(cronJob.timeZone()),
                        cronJob.notes()));
        line.goCron()
                .ifPresent(goCron -> target(
                        page,
                        "goCron",
                        goCron.expressible(),
                        goCron.spec() + " in " + zone(goCron.timeZone()),
                        goCron.notes()));
        line.proof().ifPresent(proof -> field(page, "proof", proof.text()));
        line.cronJobDraft().ifPresent(plan -> draft(page, plan));
        line.goCronDraft().ifPresent(plan -> draft(page, plan));
        return page.append('\n').toString();
    }

    private static String runs(Fact<Double> runs) {
        return runs.toOptional()
                .map(number -> String.format(Locale.ROOT, "%.4g", number).replaceFirst("\\.?0+$", ""))
                .orElseGet(runs::reason);
    }

    private static String zone(String zone) {
        return zone.isEmpty() ? "any time zone" : zone;
    }

    private static void recommended(StringBuilder page, Recommendation recommendation) {
        field(page, "recommended", recommendation.target().term());
        recommendation.reasons().forEach(reason -> field(page, "", "- " + reason));
        recommendation.alternatives().forEach(other -> field(page, "or", other));
    }

    private static void target(StringBuilder page, String name, boolean expressible, String text, List<String> notes) {
        field(page, name, expressible ? text : "cannot say it");
        notes.forEach(note -> field(page, "", "- " + note));
    }

    private static void draft(StringBuilder page, CronJobPlan plan) {
        page.append('\n').append(INDENT).append("# CronJob, spec\n");
        yaml(page, "schedule", plan.schedule());
        yaml(page, "timeZone", plan.timeZone());
        raw(page, "suspend", "true");
        raw(page, "concurrencyPolicy", plan.concurrencyPolicy());
        raw(page, "startingDeadlineSeconds", String.valueOf(plan.startingDeadlineSeconds()));
        plan.activeDeadlineSeconds()
                .ifPresent(seconds -> raw(page, "jobTemplate.spec.activeDeadlineSeconds", "" + seconds));
        raw(page, "command", "['" + String.join("', '", plan.command()) + "']");
        page.append(INDENT).append("args:\n").append(INDENT).append("- |\n");
        plan.args().stream()
                .flatMap(String::lines)
                .forEach(line -> page.append(INDENT)
                        .append(INDENT)
                        .append(printable(line))
                        .append('\n'));
        plan.reasons()
                .forEach(reason -> page.append(INDENT)
                        .append("# ")
                        .append(printable(reason))
                        .append('\n'));
    }

    private static void draft(StringBuilder page, GoCronPlan plan) {
        page.append('\n').append(INDENT).append("# task of goCron\n");
        yaml(page, "spec", plan.spec());
        raw(page, "protocol", plan.protocol());
        yaml(page, "command", plan.command().isEmpty() ? "a script on the node" : plan.command());
        raw(page, "timeout", String.valueOf(plan.timeoutSeconds()));
        raw(page, "multi", plan.overlaps() ? "1" : "2");
        plan.reasons()
                .forEach(reason -> page.append(INDENT)
                        .append("# ")
                        .append(printable(reason))
                        .append('\n'));
    }

    private static void yaml(StringBuilder page, String name, String value) {
        raw(page, name, "'" + value.replace("'", "''") + "'");
    }

    private static void raw(StringBuilder page, String name, String value) {
        page.append(INDENT).append(name).append(": ").append(printable(value)).append('\n');
    }

    private static void field(StringBuilder page, String name, String value) {
        page.append(INDENT)
                .append(String.format(Locale.ROOT, "%-12s ", name))
                .append(printable(value))
                .append('\n');
    }

    /** What could steer the terminal is replaced. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\uFFFD");
    }
}
