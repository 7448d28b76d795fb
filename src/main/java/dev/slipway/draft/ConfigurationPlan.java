package dev.slipway.draft;

import dev.slipway.facts.Setting;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Configuration that is known well enough to be written down: settings of products whose files are lists of names and values.
 *
 * @param name name of the ConfigMap
 * @param files text of each file by its name
 */
record ConfigurationPlan(String name, SortedMap<String, String> files, String source) {
    static final String DIRECTORY = "/config";

    ConfigurationPlan {
        files = new TreeMap<>(files);
    }

    static ConfigurationPlan of(Subject subject) {
        String name = subject.name() + "-config";
        if (!subject.runtime().equals("spring-boot")) {
            return new ConfigurationPlan(name, new TreeMap<>(), "");
        }
        List<Setting> settings = subject.own(subject.facts().settings(), Setting::workload).stream()
                .filter(setting -> setting.product().equals("spring-boot") && isPlain(setting))
                .toList();
        SortedMap<String, String> values = new TreeMap<>();
        settings.forEach(setting -> values.put(setting.name(), setting.value()));
        if (values.isEmpty()) {
            return new ConfigurationPlan(name, new TreeMap<>(), "");
        }
        StringBuilder text =
                new StringBuilder("# Settings in force on " + subject.lead().hostName() + ". Secrets are not here.\n");
        values.forEach((key, value) ->
                text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
        return new ConfigurationPlan(
                name,
                new TreeMap<>(java.util.Map.of("application.properties", text.toString())),
                Source.of(settings.get(0).evidence(), "its configuration"));
    }

    /** Settings by their full name only: the rest of the scan's settings are remarks of ours. */
    private static boolean isPlain(Setting setting) {
        return setting.name().matches("[a-z][a-z0-9]*(\\.[a-zA-Z0-9\\[\\]-]+)+")
                && !setting.value().isEmpty()
                && !ObjectName.soundsSecret(setting.name())
                && !setting.value().contains("[REDACTED]")
                && PlainText.oneLine(setting.value(), 2000).equals(setting.value());
    }

    boolean isEmpty() {
        return files.isEmpty();
    }
}
