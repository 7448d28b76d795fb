package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The parts of a file of Spring properties, each with the profiles that it is for. */
final class SpringDocuments {
    private final ConfigText text;
    private final SortedMap<String, List<String>> conditions = new TreeMap<>();

    SpringDocuments(ConfigText text) {
        this.text = text;
        for (ConfigEntry entry : text.entries()) {
            String key = SpringProperty.canonical(entry.key()).replaceFirst("\\[\\d+]$", "");
            if (key.equals("spring.config.activate.onprofile") || key.equals("spring.profiles")) {
                conditions
                        .computeIfAbsent(entry.section(), section -> new ArrayList<>())
                        .addAll(List.of(entry.value().split("\\s*,\\s*")));
            } else if (key.equals("spring.config.activate.oncloudplatform")) {
                // a virtual machine is no cloud platform
                conditions
                        .computeIfAbsent(entry.section(), section -> new ArrayList<>())
                        .add("cloud & !cloud");
            }
        }
    }

    /** The entries that hold with these profiles. */
    Stream<ConfigEntry> active(List<String> profiles) {
        return text.entries().stream().filter(entry -> {
            List<String> wanted = conditions.getOrDefault(entry.section(), List.of());
            return wanted.isEmpty() || wanted.stream().anyMatch(condition -> holds(condition, profiles));
        });
    }

    /** Whether an expression like {@code prod & !eu | test} holds; one with brackets is taken for false. */
    private static boolean holds(String expression, List<String> profiles) {
        return Stream.of(expression.split("\\|"))
                .anyMatch(any -> Stream.of(any.split("&"))
                        .map(String::strip)
                        .allMatch(one -> one.startsWith("!")
                                ? !profiles.contains(one.substring(1).strip())
                                : profiles.contains(one)));
    }
}
