package dev.slipway.assess;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells from the evidence what each probe could read. */
final class CoverageReader {
    private static final List<Outcome> WORST_FIRST =
            List.of(Outcome.CUT_OFF, Outcome.TIMED_OUT, Outcome.DENIED, Outcome.TOOL_MISSING, Outcome.FAILED);

    private CoverageReader() {}

    static Coverage read(Evidence evidence) {
        SortedMap<String, List<EvidenceItem>> byProbe = new TreeMap<>();
        evidence.items()
                .forEach(item -> byProbe.computeIfAbsent(item.probe(), probe -> new ArrayList<>())
                        .add(item));
        List<Coverage.OfProbe> probes = new ArrayList<>();
        long all = 0;
        long read = 0;
        for (var entry : byProbe.entrySet()) {
            List<EvidenceItem> items = entry.getValue();
            // A tool that is not there has a fallback in the same probe; a command may fail and still have said all.
            List<EvidenceItem> missing =
                    items.stream().filter(CoverageReader::missing).toList();
            all += items.size();
            read += items.size() - missing.size();
            probes.add(probe(entry.getKey(), items, missing));
        }
        return new Coverage(all == 0 ? 0 : (int) Math.floor(100.0 * read / all), probes);
    }

    private static boolean missing(EvidenceItem item) {
        return switch (item.outcome()) {
            case READ -> item.cut();
            case FAILED -> item.kind() == Kind.FILE;
            case TOOL_MISSING -> false;
            case DENIED, REMOTE, TIMED_OUT, CUT_OFF -> true;
        };
    }

    private static Coverage.OfProbe probe(String id, List<EvidenceItem> items, List<EvidenceItem> missing) {
        if (missing.isEmpty()) {
            return new Coverage.OfProbe(id, "complete", "");
        }
        Optional<Outcome> worst = missing.stream()
                .map(EvidenceItem::outcome)
                .filter(WORST_FIRST::contains)
                .min(Comparator.comparing(WORST_FIRST::indexOf));
        String status = missing.size() < items.size()
                ? "partial"
                : worst.map(Outcome::term).orElse("partial");
        String reason = missing.stream()
                .limit(3)
                .map(item -> item.name() + ": "
                        + (item.cut() ? "longer than the limit" : item.outcome().term()))
                .collect(Collectors.joining("; "));
        return new Coverage.OfProbe(
                id, status, missing.size() > 3 ? reason + " and " + (missing.size() - 3) + " more" : reason);
    }
}
