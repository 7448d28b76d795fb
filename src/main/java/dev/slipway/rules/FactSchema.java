package dev.slipway.rules;

import dev.slipway.facts.Host;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Workload;
import dev.slipway.rules.FactType.ListOf;
import dev.slipway.rules.FactType.Struct;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names and types of all facts that rules may use.
 *
 * @param host the variable {@code host}: the host and every array of its facts
 * @param workload the variable {@code workload}: the workload and, of every array whose elements belong to workloads, its own
 * @param target the variable {@code target}: the cluster it goes to
 * @param ownArrays names of the arrays of which {@code workload} has its own part
 */
public record FactSchema(Struct host, Struct workload, Struct target, List<String> ownArrays) {

    public FactSchema {
        ownArrays = List.copyOf(ownArrays);
    }

    /** The schema; the profile's record gives the type of {@code target}, the schedule's record that of a judged job. */
    public static FactSchema of(Class<?> judgedJob, Class<?> target) {
        TreeMap<String, FactType> arrays =
                new TreeMap<>(FactType.ofRecord(HostFacts.class).fields());
        List.of("host", "gaps", "unparsed").forEach(arrays::remove);
        arrays.put("jobs", new ListOf(FactType.ofRecord(judgedJob)));
        TreeMap<String, FactType> own = new TreeMap<>();
        arrays.forEach((name, type) -> {
            if (ownedBy(type)) {
                own.put(name, type);
            }
        });
        Struct workload = FactType.ofRecord(Workload.class).with(own);
        arrays.put("workloads", new ListOf(workload));
        return new FactSchema(
                FactType.ofRecord(Host.class).with(arrays),
                workload,
                FactType.ofRecord(target),
                List.copyOf(own.keySet()));
    }

    /** Whether elements of this array belong to workloads. */
    private static boolean ownedBy(FactType array) {
        return array instanceof ListOf list
                && list.element() instanceof Struct struct
                && struct.find("workload").isPresent();
    }

    /** The type of {@code it} for a rule with this subject; empty if there is no such subject. */
    public Optional<Struct> subjectType(String subject) {
        if (subject.equals("host")) {
            return Optional.of(host);
        } else if (subject.equals("workload")) {
            return Optional.of(workload);
        }
        FactType type = host;
        for (String step : subject.split("\\.", -1)) {
            Optional<FactType> next = type instanceof Struct struct ? struct.find(step) : Optional.empty();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            type = next.get();
        }
        return type instanceof ListOf list && list.element() instanceof Struct struct
                ? Optional.of(struct)
                : Optional.empty();
    }

    /** What may stand as a subject. */
    public List<String> subjects() {
        TreeMap<String, String> names = new TreeMap<>();
        names.put("host", "");
        names.put("workload", "");
        host.fields().forEach((name, type) -> {
            if (subjectType(name).isPresent()) {
                names.put(name, "");
            } else if (type instanceof Struct struct) {
                struct.fields().keySet().stream()
                        .map(field -> name + "." + field)
                        .filter(path -> subjectType(path).isPresent())
                        .forEach(path -> names.put(path, ""));
            }
        });
        return List.copyOf(names.keySet());
    }

    /** Every field name that occurs anywhere, to find what a misspelt one meant. */
    SortedMap<String, String> fieldNames() {
        TreeMap<String, String> names = new TreeMap<>();
        List.of(host, workload, target).forEach(struct -> collect(struct, names));
        return names;
    }

    private static void collect(FactType type, SortedMap<String, String> names) {
        if (type instanceof ListOf list) {
            collect(list.element(), names);
        } else if (type instanceof Struct struct) {
            struct.fields().forEach((name, field) -> {
                names.put(name, "");
                collect(field, names);
            });
        }
    }
}
