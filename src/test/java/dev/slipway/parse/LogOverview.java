package dev.slipway.parse;

import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.LogFile;
import java.util.List;
import java.util.stream.Collectors;

/** The logs of a host as text: one line each, whatever could be mixed up in it. */
final class LogOverview {
    private LogOverview() {}

    static String of(HostFacts facts) {
        String logs = facts.logs().stream().map(LogOverview::line).collect(Collectors.joining());
        String gaps = facts.gaps().stream()
                .filter(gap -> gap.fact().equals("logs"))
                .map(gap -> "gap | " + gap.reason() + " | " + gap.remedy() + "\n")
                .collect(Collectors.joining());
        return logs + gaps;
    }

    static String of(List<LogFile> logs) {
        return logs.stream().map(LogOverview::line).collect(Collectors.joining());
    }

    private static String line(LogFile log) {
        String open = log.open().map(yes -> yes ? "open" : "not open").orElse("open?");
        String columns = String.join(
                " | ",
                log.via().term() + " " + log.path(),
                log.writer() + log.pids(),
                "rotated by " + text(log.rotatedBy()),
                "kept " + text(log.keptDays()) + (log.truncated() ? " truncated" : ""),
                "shipped by " + text(log.shippedBy()),
                open + (log.deleted() ? " deleted" : ""),
                text(log.sizeBytes()) + (log.fileSystem().isEmpty() ? "" : " on " + log.fileSystem()),
                log.evidence().stream()
                        .map(at -> at.item().substring(at.item().lastIndexOf('/') + 1) + ":" + at.line())
                        .collect(Collectors.joining(" ")));
        return columns.stripTrailing() + "\n";
    }

    private static String text(Fact<?> fact) {
        String known = fact.map(Object::toString).orElse("?");
        return known.isEmpty()
                ? "nobody"
                : known.equals("?") && !fact.reason().equals("not read") ? "? " + fact.reason() : known;
    }
}
