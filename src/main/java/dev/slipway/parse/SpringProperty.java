package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.Locale;

/**
 * A property that is in force.
 *
 * @param key as written: {@code server.servlet.session.timeout}
 * @param value with its placeholders replaced as far as they are known
 * @param evidence where it stands
 */
record SpringProperty(String key, String value, EvidenceLine evidence) {

    /** One spelling for all that Spring takes for the same: {@code logging.file-name}, {@code LOGGING.FILENAME}. */
    static String canonical(String key) {
        return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The variable that would set a property: {@code SERVER_PORT}. */
    static String variable(String key) {
        return canonical(key).replaceAll("[.\\[]", "_").replace("]", "").toUpperCase(Locale.ROOT);
    }
}
