package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Unparsed;
import java.util.List;

/**
 * A file from a host with its lines at hand.
 *
 * @param lines its lines, without line ends
 */
record SourceFile(EvidenceItem item, List<String> lines) {

    static SourceFile of(EvidenceItem item) {
        return new SourceFile(item, List.of(item.text().split("\n", -1)));
    }

    /** Its absolute path on the host. */
    String path() {
        return item.name();
    }

    String text() {
        return item.text();
    }

    /** This line of it, from 1; 0 for the whole file. */
    EvidenceLine at(int line) {
        return item.at(
                line, line > 0 && line <= lines.size() ? lines.get(line - 1).strip() : "");
    }

    /** This line as one that was not understood. */
    Unparsed unparsed(int line, String reason) {
        return new Unparsed(at(line), reason);
    }
}
