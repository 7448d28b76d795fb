package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads sections with keys: php.ini, php-fpm pools, my.cnf, Python's configparser, TOML in its plain form. Comments begin with
 * {@code ;} or {@code #}; a value may be quoted; a key may stand alone. A line that is indented and has no {@code =} goes on with
 * the value before it.
 */
final class IniText {
    private IniText() {}

    static ConfigText parse(String text) {
        List<ConfigEntry> entries = new ArrayList<>();
        String section = "";
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String line = raw.strip();
            boolean indented = !raw.isEmpty() && Character.isWhitespace(raw.charAt(0));
            if (line.isEmpty() || line.startsWith(";") || line.startsWith("#") || line.startsWith("!")) {
                continue;
            }
            int close = line.lastIndexOf(']');
            if (line.startsWith("[") && close > 0) {
                section = line.substring(1, close).replaceAll("^\\[|]$", "").strip();
            } else if (indented && line.indexOf('=') < 0 && !entries.isEmpty()) {
                int last = entries.size() - 1;
                ConfigEntry before = entries.get(last);
                // A list over several lines stays one value; a hostile one must not be copied for each of its lines.
                if (before.value().length() < 4096) {
                    String longer = (before.value() + " " + value(line)).strip();
                    entries.set(last, new ConfigEntry(section, before.key(), longer, before.line()));
                }
            } else {
                entries.add(entry(section, line, number));
            }
        }
        return ConfigText.of(entries);
    }

    private static ConfigEntry entry(String section, String line, int number) {
        int equals = line.indexOf('=');
        String key = equals < 0 ? value(line) : line.substring(0, equals).strip();
        String value = equals < 0 ? "" : value(line.substring(equals + 1).strip());
        return new ConfigEntry(section, key, value, number);
    }

    /** The value without its quotes and without the comment behind it. */
    private static String value(String raw) {
        if (raw.startsWith("\"") || raw.startsWith("'")) {
            int close = raw.indexOf(raw.charAt(0), 1);
            if (close > 0) {
                return raw.substring(1, close);
            }
        }
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if ((c == ';' || c == '#') && (i == 0 || Character.isWhitespace(raw.charAt(i - 1)))) {
                return raw.substring(0, i).strip();
            }
        }
        return raw;
    }
}
