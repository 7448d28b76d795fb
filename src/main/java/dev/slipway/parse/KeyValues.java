package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lines {@code key=value} of a probe's own making; the first of a key counts. */
final class KeyValues {
    private final SortedMap<String, String> values = new TreeMap<>();

    KeyValues(Optional<EvidenceItem> item) {
        for (String line : item.map(EvidenceItem::text).orElse("").split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(
                        line.substring(0, equals), line.substring(equals + 1).strip());
            }
        }
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }
}
