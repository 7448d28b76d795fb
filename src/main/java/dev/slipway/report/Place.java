package dev.slipway.report;

import dev.slipway.facts.EvidenceLine;
import java.util.List;

/**
 * Where on the host something was seen, and the text that stood there.
 *
 * @param where file and line: {@code /etc/crontab:12}; for a command its probe and name: {@code sockets ss:4}
 * @param seenText the redacted line; empty if the whole of it is meant
 */
record Place(String where, String seenText) {

    static Place of(EvidenceLine line) {
        return new Place(where(line), line.text());
    }

    static List<Place> of(List<EvidenceLine> lines) {
        return lines.stream().map(Place::of).toList();
    }

    static String where(EvidenceLine line) {
        String item = line.item().startsWith("/") ? line.item() : line.probe() + " " + line.item();
        return line.line() == 0 ? item.strip() : item.strip() + ":" + line.line();
    }

    /** The places alone, at most three, for a cell of a table. */
    static List<Part> cell(List<EvidenceLine> lines) {
        return lines.stream()
                .map(Place::where)
                .distinct()
                .limit(3)
                .map(Part::code)
                .toList();
    }
}
