package dev.slipway.draft;

import dev.slipway.facts.EvidenceLine;
import java.util.List;

/** Where on a host a fact was seen, in a few words: {@code /etc/cron.d/shop:3}, {@code sockets (ss)}. */
final class Source {
    private Source() {}

    static String of(List<EvidenceLine> evidence, String otherwise) {
        return evidence.isEmpty() ? otherwise : of(evidence.get(0));
    }

    static String of(EvidenceLine line) {
        String place = line.item().startsWith("/") ? line.item() : line.probe() + " (" + line.item() + ")";
        return PlainText.oneLine(place, 120) + (line.line() > 0 ? ":" + line.line() : "");
    }
}
