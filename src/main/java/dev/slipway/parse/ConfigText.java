package dev.slipway.parse;

import java.util.List;
import java.util.Optional;

/**
 * What a configuration file of keys and values says.
 *
 * @param entries in the order of the file; where a key stands twice, the last one counts
 * @param problemLine line from which it could not be read; 0 if all of it was
 * @param problem why not; empty if all was
 */
record ConfigText(List<ConfigEntry> entries, int problemLine, String problem) {

    ConfigText {
        entries = List.copyOf(entries);
    }

    static ConfigText of(List<ConfigEntry> entries) {
        return new ConfigText(entries, 0, "");
    }

    /** The last entry of this key. */
    Optional<ConfigEntry> find(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).reduce((first, second) -> second);
    }

    /** The last entry of this key in this section. */
    Optional<ConfigEntry> find(String section, String key) {
        return entries.stream()
                .filter(entry -> entry.section().equals(section) && entry.key().equals(key))
                .reduce((first, second) -> second);
    }

    /** The value of the last entry of this key; empty if there is none. */
    String value(String key) {
        return find(key).map(ConfigEntry::value).orElse("");
    }
}
