package dev.slipway.draft;

import dev.slipway.facts.SecretFound;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which secrets a workload needs. Names and places only; nobody here knows a value. */
record SecretPlan(String name, List<Entry> entries) {
    SecretPlan {
        entries = List.copyOf(entries);
    }

    /**
     * One secret.
     *
     * @param key its key in the Secret, and the name of its file in the container
     * @param original what it is called on the host
     * @param kind {@code password}, {@code token} ...
     * @param where places on the host where it stands in the clear
     */
    record Entry(String key, String original, String kind, List<String> where) {
        Entry {
            where = List.copyOf(where);
        }
    }

    static SecretPlan of(Subject subject) {
        SortedMap<String, List<SecretFound>> byKey = new TreeMap<>();
        subject.everywhere(facts -> facts.secretsFound(), SecretFound::workload)
                .forEach(secret -> byKey.computeIfAbsent(ObjectName.key(secret.name()), key -> new ArrayList<>())
                        .add(secret));
        List<Entry> entries = new ArrayList<>();
        byKey.forEach((key, found) -> entries.add(new Entry(
                key,
                found.get(0).name(),
                found.get(0).kind(),
                found.stream().map(SecretFound::where).distinct().sorted().toList())));
        return new SecretPlan(subject.name() + "-secrets", entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Directory of the container in which each secret is a file. */
    String directory() {
        return "/run/secrets/" + name.substring(0, name.length() - "-secrets".length());
    }
}
