package dev.slipway.parse;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of PHP in force for one way to run it: those of php.ini, of the files that are scanned after it, of a pool. */
final class PhpSettings {
    private static final Pattern OF_POOL = Pattern.compile("php_(?:admin_)?(?:value|flag)\\[([A-Za-z0-9_.]{1,80})]");

    private final SortedMap<String, Value> values;

    /** A value and the line that gives it. */
    record Value(String text, SourceFile file, int line) {}

    private PhpSettings(SortedMap<String, Value> values) {
        this.values = values;
    }

    /** Of php.ini and the files behind it: later ones win. */
    static PhpSettings of(List<SourceFile> files) {
        TreeMap<String, Value> values = new TreeMap<>();
        for (SourceFile file : files) {
            for (ConfigEntry entry : IniText.parse(file.text()).entries()) {
                // Sections for a host or a path are for some of the requests only.
                if (!entry.section().startsWith("HOST=") && !entry.section().startsWith("PATH=")) {
                    values.put(entry.key(), new Value(entry.value(), file, entry.line()));
                }
            }
        }
        return new PhpSettings(values);
    }

    /** These with what a pool sets. */
    PhpSettings with(SourceFile file, List<ConfigEntry> pool) {
        TreeMap<String, Value> more = new TreeMap<>(values);
        for (ConfigEntry entry : pool) {
            Matcher name = OF_POOL.matcher(entry.key());
            if (name.matches()) {
                more.put(name.group(1), new Value(entry.value(), file, entry.line()));
            }
        }
        return new PhpSettings(more);
    }

    /** The value of a setting, if it is set and not empty. */
    Optional<Value> find(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> !value.text().isEmpty());
    }
}
