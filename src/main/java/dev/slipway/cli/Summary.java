package dev.slipway.cli;

import dev.slipway.assess.Fleet;
import dev.slipway.run.ScanRecord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a stage says when it is done: a few lines that fit a terminal of 80 columns. */
final class Summary {
    private final PrintWriter out;

    Summary(PrintWriter out) {
        this.out = out;
    }

    void scan(ScanRecord record) {
        long failed = record.hosts().stream()
                .filter(host -> !host.outcome().hasEvidence())
                .count();
        line("hosts", (record.hosts().size() - failed) + " of " + record.hosts().size() + " scanned");
        record.hosts().stream()
                .filter(host -> !host.message().isEmpty())
                .limit(10)
                .forEach(host -> {
                    out.println("            " + Printable.of(host.name()) + ": " + Printable.of(host.message()));
                    out.println("              next: " + Printable.of(host.next()));
                });
    }

    void fleet(Fleet fleet) {
        line(
                "workloads",
                fleet.workloadCount() + " scored"
                        + fleet.verdicts().entrySet().stream()
                                .map(entry -> entry.getValue() + " " + entry.getKey())
                                .collect(Collectors.joining(", ", ": ", "")));
        line(
                "score",
                number(fleet.score().asIs()) + " as it is, "
                        + number(fleet.score().withDraft())
                        + " with the drafts (of 100; " + number(fleet.score().low()) + " to "
                        + number(fleet.score().high()) + ")");
        line(
                "effort",
                String.format(
                        Locale.ROOT,
                        "%.0f hours, %.0f to be safe",
                        fleet.effort().likelyHours(),
                        fleet.effort().safeHours()));
        line(
                "jobs",
                fleet.jobs().jobs() + " with " + Math.round(fleet.jobs().runsPerDay()) + " runs a day"
                        + fleet.jobs().targets().entrySet().stream()
                                .map(entry -> entry.getValue() + " " + entry.getKey())
                                .collect(Collectors.joining(", ", ": ", "")));
    }

    void place(String what, Path path) {
        line(what, path.toString());
    }

    private void line(String what, String text) {
        out.printf("%-10s  %s%n", what, text);
    }

    private static String number(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("?");
    }
}
