package dev.slipway.draft;

import dev.slipway.assess.Finding;
import dev.slipway.rules.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The findings on a workload as a page tells them: each rule once, with the places where it fired. All texts are Markdown. */
record FindingSections(List<Instance> instances, Remedies remedies) {
    private static final int MOST_PLACES = 12;

    /** Where a rule fired. */
    record Place(String message, String evidence) {}

    /**
     * A rule that fired.
     *
     * @param places the first of them
     * @param more how many there are besides; empty if none
     */
    record Changed(
            String rule, String severity, String residual, String remedy, List<Place> places, Optional<Integer> more) {}

    /** Each rule that fired, the weightiest first. */
    List<Changed> changes() {
        SortedMap<String, List<Seen>> byRule = new TreeMap<>();
        for (Instance instance : instances) {
            instance.host().findings().stream()
                    .filter(finding -> finding.workload().equals(instance.id()))
                    .forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                            .add(new Seen(finding, instance.hostName())));
        }
        return byRule.values().stream()
                .sorted(Comparator.comparing(seen -> seen.get(0).finding().severity()))
                .map(this::changed)
                .toList();
    }

    /** A finding and its host. */
    private record Seen(Finding finding, String host) {}

    private Changed changed(List<Seen> seen) {
        Finding first = seen.get(0).finding();
        List<Place> places = seen.stream()
                .map(each -> new Place(
                        PlainText.markdown(each.finding().message()),
                        PlainText.code(Source.of(each.finding().evidence(), "facts") + " on " + each.host())))
                .distinct()
                .toList();
        int more = Math.max(0, places.size() - MOST_PLACES);
        return new Changed(
                first.rule(),
                first.severity().term(),
                first.residual() == Severity.NONE
                        ? "settled by the draft"
                        : first.residual().term() + " with the draft",
                PlainText.markdown(
                        remedies.of(first.rule()).orElse("slipway rules explain " + first.rule() + " says it")),
                places.subList(0, places.size() - more),
                more == 0 ? Optional.empty() : Optional.of(more));
    }
}
