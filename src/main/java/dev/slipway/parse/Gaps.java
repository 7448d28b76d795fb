package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.Gap;
import java.util.ArrayList;
import java.util.List;

/** What may be missing because a section was not run, or not to its end. */
final class Gaps {
    static final String WITH_ROOT = "scan as root or with sudo";
    static final String AGAIN = "scan again";

    private Gaps() {}

    /**
     * The gaps that a section leaves in a list of facts. A tool that is not there is no gap: there is another way to the same
     * facts, or its parser says so.
     */
    static List<Gap> of(Evidence evidence, String probe, String section, String fact) {
        List<EvidenceItem> items = evidence.items(probe, section).toList();
        if (items.isEmpty()) {
            return List.of(new Gap(fact, probe, section + ": was not run", AGAIN));
        }
        List<Gap> gaps = new ArrayList<>();
        for (EvidenceItem item : items) {
            if (item.cut()) {
                gaps.add(new Gap(fact, probe, item.name() + ": is longer than its limit", "look at the rest by hand"));
            } else if (item.outcome() != Outcome.READ && item.outcome() != Outcome.TOOL_MISSING) {
                gaps.add(new Gap(fact, probe, item.name() + ": " + reason(item), remedy(item)));
            }
        }
        return gaps;
    }

    private static String reason(EvidenceItem item) {
        return switch (item.outcome()) {
            case DENIED -> "permission denied";
            case REMOTE -> "lies on a network file system";
            case TIMED_OUT -> "took longer than its limit";
            case CUT_OFF -> "the transcript ends in it";
            case READ, TOOL_MISSING, FAILED ->
                item.kind() == Kind.FILE ? "could not be read" : "failed with status " + item.exitStatus();
        };
    }

    private static String remedy(EvidenceItem item) {
        return switch (item.outcome()) {
            case DENIED -> WITH_ROOT;
            case REMOTE -> "look at it by hand";
            default -> AGAIN;
        };
    }
}
