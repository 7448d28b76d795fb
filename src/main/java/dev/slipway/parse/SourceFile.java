package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Unparsed;
import java.util.List;

/**
 * A file from a host with its lines at hand.
 *
 * @param item where it comes from
 * @param text its text, without the last line if that was cut in the middle
 * @param lines its lines, without line ends
 */
record SourceFile(EvidenceItem item, String text, List<String> lines) {
    /** More than an evidence line shows; what is longer is not looked at again and again. */
    private static final int MAX_LINE = 1000;

    static SourceFile of(EvidenceItem item) {
        String text = item.complete()
                ? item.text()
                : item.text().substring(0, item.text().lastIndexOf('\n') + 1);
        return new SourceFile(item, text, List.of(text.split("\n", -1)));
    }

    /** Its absolute path on the host. */
    String path() {
        return item.name();
    }

    /** This line of it, from 1; 0 for the whole file. */
    EvidenceLine at(int line) {
        String content = line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
        return item.at(
                line, content.substring(0, Math.min(content.length(), MAX_LINE)).strip());
    }

    /** This line as one that was not understood. */
    Unparsed unparsed(int line, String reason) {
        return new Unparsed(at(line), reason);
    }
}
