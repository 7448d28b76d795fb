package dev.slipway.report;

import dev.slipway.assess.Fleet;
import dev.slipway.assess.Fleet.WorkloadLine;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The workloads of a fleet as a table for spreadsheets, RFC 4180. */
final class FleetCsv {
    private static final String HEADER =
            "owner,workload,kind,runtime,hosts,as_is,with_draft,low,high,coverage,verdict,disposition,controller,story_points,draft";

    private FleetCsv() {}

    static String of(Fleet fleet) {
        StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
        fleet.workloads().forEach(line -> csv.append(row(line)).append("\r\n"));
        return csv.toString();
    }

    private static String row(WorkloadLine line) {
        return Arrays.asList(
                        text(line.owner()),
                        text(line.name()),
                        text(line.kind()),
                        text(line.runtime()),
                        text(String.join(" ", line.hosts())),
                        number(line.asIs()),
                        number(line.withDraft()),
                        number(line.low()),
                        number(line.high()),
                        String.format(Locale.ROOT, "%.3f", line.coverage()),
                        line.verdict().term(),
                        line.disposition().term(),
                        line.controller().term(),
                        String.format(Locale.ROOT, "%.2f", line.storyPoints()),
                        text(line.draft().orElse("")))
                .stream()
                .collect(Collectors.joining(","));
    }

    private static String number(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("");
    }

    /** Text that no spreadsheet takes for a formula. */
    static String text(String text) {
        String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
