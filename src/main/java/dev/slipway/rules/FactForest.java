package dev.slipway.rules;

import dev.slipway.facts.Gap;
import dev.slipway.facts.Workload;
import dev.slipway.rules.FactType.ListOf;
import dev.slipway.rules.FactType.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The facts of one host as trees for the variables of rules. A list that may be incomplete ends with an element that is unknown: so
 * {@code exists} is true if something known matches, and unknown, never false, if nothing known does.
 */
final class FactForest {
    private final FactSchema schema;
    private final RuleFacts input;
    private final SortedMap<String, List<FactTree>> arrays = new TreeMap<>();
    private final SortedMap<String, FactTree> workloads = new TreeMap<>();
    private final FactTree host;
    private final FactTree target;

    FactForest(FactSchema schema, RuleFacts input) {
        this.schema = schema;
        this.input = input;
        SortedMap<String, FactTree> fields =
                new TreeMap<>(FactTree.fields(input.facts().host(), schema.host()));
        schema.host().fields().forEach((name, type) -> {
            if (type instanceof ListOf && !fields.containsKey(name) && !name.equals("workloads")) {
                List<FactTree> elements = elements(name);
                arrays.put(name, elements);
                fields.put(name, list(name, elements));
            } else if (type instanceof Struct struct && !fields.containsKey(name)) {
                FactTree.component(input.facts(), name)
                        .ifPresent(record -> fields.put(name, FactTree.of(record, struct)));
            }
        });
        input.facts().workloads().forEach(workload -> workloads.put(workload.id(), ownTree(workload)));
        fields.put("workloads", list("workloads", List.copyOf(workloads.values())));
        this.host = FactTree.ofFields(fields);
        this.target = FactTree.of(input.target(), schema.target());
    }

    FactTree host() {
        return host;
    }

    FactTree target() {
        return target;
    }

    /** The workload's tree; that of no workload for an empty or unknown id. */
    FactTree workload(String id) {
        return Optional.ofNullable(workloads.get(id))
                .orElseGet(() -> new FactTree(schema.workload().empty(), List.of()));
    }

    FactTree unknownWorkload(String reason) {
        return FactTree.unknown(schema.workload(), reason);
    }

    /** The elements of an array of the assessment, without what may be missing; a dotted name goes into an object. */
    List<FactTree> elements(String array) {
        List<FactTree> known = arrays.get(array);
        if (known != null) {
            return known;
        } else if (array.equals("workloads")) {
            return List.copyOf(workloads.values());
        }
        Struct element = schema.subjectType(array).orElseThrow(() -> new IllegalArgumentException(array));
        Object value = array.equals("jobs") ? input.judgedJobs() : input.facts();
        for (String step : value instanceof Record ? array.split("\\.", -1) : new String[0]) {
            value = FactTree.component((Record) value, step).orElseThrow();
        }
        return ((List<?>) value)
                .stream().map(item -> FactTree.of(item, element)).toList();
    }

    /** Why elements of this array may be missing; empty if none can be. */
    Optional<String> gap(String array) {
        String top = array.replaceFirst("\\..*", "");
        List<String> reasons = input.facts().gaps().stream()
                .filter(gap -> gap.fact().equals(top) || gap.fact().equals(array))
                .map(Gap::reason)
                .distinct()
                .limit(3)
                .toList();
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private FactTree ownTree(Workload workload) {
        SortedMap<String, FactTree> fields = new TreeMap<>(FactTree.fields(workload, schema.workload()));
        for (String name : schema.ownArrays()) {
            List<FactTree> own = arrays.getOrDefault(name, List.of()).stream()
                    .filter(element -> element.find(List.of("workload"))
                            .filter(workload.id()::equals)
                            .isPresent())
                    .toList();
            fields.put(name, list(name, own));
        }
        return FactTree.ofFields(fields);
    }

    private FactTree list(String name, List<FactTree> elements) {
        ListOf type = (ListOf) schema.host().find(name).orElseThrow();
        List<FactTree> all = new ArrayList<>(elements);
        gap(name).or(() -> unowned(name)).ifPresent(reason -> all.add(FactTree.unknown(type.element(), reason)));
        return FactTree.ofList(all);
    }

    /** An element that nobody could be shown to own may belong to any workload. */
    private Optional<String> unowned(String name) {
        String reasons = arrays.getOrDefault(name, List.of()).stream()
                .flatMap(element -> element.reasonUnknown(List.of("workload")).stream())
                .distinct()
                .limit(2)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons);
    }
}
