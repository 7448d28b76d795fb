package dev.slipway.draft;

import dev.slipway.facts.Endpoint;
import dev.slipway.facts.Setting;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Configuration that is known well enough to be written down: settings of products whose files are lists of names and values.
 *
 * @param name name of the ConfigMap
 * @param files text of each file by its name
 */
record ConfigurationPlan(String name, SortedMap<String, String> files, String source) {
    static final String DIRECTORY = "/config";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(\\.[a-zA-Z0-9\\[\\]-]+)+");

    ConfigurationPlan {
        files = new TreeMap<>(files);
    }

    static ConfigurationPlan of(Subject subject) {
        List<Setting> settings = subject.own(subject.facts().settings(), Setting::workload).stream()
                .filter(setting -> setting.product().equals("spring-boot") && isPlain(setting))
                .toList();
        SortedMap<String, String> files = new TreeMap<>();
        if (subject.runtime().equals("spring-boot") && !settings.isEmpty()) {
            files.put("application.properties", properties(subject, settings));
        }
        return new ConfigurationPlan(
                subject.name() + "-config",
                files,
                files.isEmpty() ? "" : Source.of(settings.get(0).evidence(), "its configuration"));
    }

    private static String properties(Subject subject, List<Setting> settings) {
        StringBuilder text = new StringBuilder("# Settings in force on ")
                .append(PlainText.oneLine(subject.lead().hostName(), 100))
                .append(". Secrets are not here.\n");
        SortedMap<String, String> values = new TreeMap<>();
        settings.forEach(setting -> values.put(setting.name(), setting.value()));
        values.forEach((name, value) -> {
            if (isLoopback(name, value)) {
                text.append("# ").append(name).append(" is left out: with it no probe would get an answer.\n");
            }
        });
        for (Endpoint endpoint : subject.own(subject.facts().endpoints(), Endpoint::workload)) {
            if (NAME.matcher(endpoint.key()).matches() && !values.containsKey(endpoint.key())) {
                text.append(PlainText.oneLine(
                                "# TODO(owner): set " + endpoint.key() + ", which leads to " + endpoint.address() + ":"
                                        + endpoint.port() + " " + endpoint.role(),
                                200))
                        .append('\n');
            }
        }
        values.forEach((name, value) -> {
            if (!isLoopback(name, value)) {
                text.append(name)
                        .append('=')
                        .append(value.replace("\\", "\\\\"))
                        .append('\n');
            }
        });
        return text.toString();
    }

    /** Whether a setting binds a server to the loopback address. */
    private static boolean isLoopback(String name, String value) {
        return name.matches("(server|management\\.server)\\.address") && IpText.isLoopback(value);
    }

    /** Whether nothing in it keeps a port to the host itself any more. */
    boolean opensPorts() {
        return files.values().stream().anyMatch(text -> text.contains(".address is left out"));
    }

    /** Settings by their full name only: the rest of the scan's settings are remarks of ours. */
    private static boolean isPlain(Setting setting) {
        return NAME.matcher(setting.name()).matches()
                && !setting.value().isEmpty()
                && !ObjectName.soundsSecret(setting.name())
                && !setting.value().contains("[REDACTED]")
                && PlainText.oneLine(setting.value(), 2000).equals(setting.value());
    }

    boolean isEmpty() {
        return files.isEmpty();
    }
}
