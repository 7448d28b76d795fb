package dev.slipway.probe;

import dev.slipway.evidence.EvidenceItem;
import java.util.List;

/**
 * Turns what probes had to send as base64 into lines that a person can read and a redactor can search. Text that is readable
 * already stays as it is, so decoding twice is decoding once.
 */
public final class ItemDecoder {
    private ItemDecoder() {}

    /** The same items in the same order, the encoded ones as readable text. */
    public static List<EvidenceItem> decode(List<EvidenceItem> items) {
        return items.stream().map(ItemDecoder::decode).toList();
    }

    private static EvidenceItem decode(EvidenceItem item) {
        return switch (item.probe() + "/" + item.section()) {
            case "jvm/counters" -> item.withText(CounterLines.decode(item.text()));
            case "java-archive/archives" -> item.withText(ArchiveLines.decode(item.text()));
            case "spring/inside", "spring/classes" ->
                item.kind() == EvidenceItem.Kind.COMMAND ? item.withText(EncodedClasses.decode(item.text())) : item;
            default -> item;
        };
    }
}
