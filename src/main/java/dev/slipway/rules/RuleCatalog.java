package dev.slipway.rules;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Workload;
import dev.slipway.yaml.YamlException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checked rules, and the asking of all of them about a host. */
public final class RuleCatalog {
    private final FactSchema schema;
    private final List<CheckedRule> rules;

    private RuleCatalog(FactSchema schema, List<CheckedRule> rules) {
        this.schema = schema;
        this.rules = rules;
    }

    /**
     * The catalogue of these rules.
     *
     * @throws YamlException if a rule names a fact that does not exist, or two rules have one id
     */
    public static RuleCatalog of(List<Rule> rules, FactSchema schema) {
        CelEnvironment cel = new CelEnvironment(schema);
        SortedSet<String> ids = new TreeSet<>();
        List<CheckedRule> checked = new ArrayList<>();
        for (Rule rule : rules.stream().sorted(Comparator.comparing(Rule::id)).toList()) {
            if (!ids.add(rule.id())) {
                throw new YamlException(rule.place(), "there is another rule " + rule.id());
            }
            checked.add(CheckedRule.check(rule, schema, cel));
        }
        return new RuleCatalog(schema, List.copyOf(checked));
    }

    public FactSchema schema() {
        return schema;
    }

    /** All rules, by id. */
    public List<Rule> rules() {
        return rules.stream().map(CheckedRule::rule).toList();
    }

    public Optional<Rule> find(String id) {
        return rules().stream()
                .filter(rule -> rule.id().equals(id) || rule.aliases().contains(id))
                .findFirst();
    }

    /** Asks every rule about every subject, in the order of rules and of facts. */
    public List<RuleResult> evaluate(RuleFacts facts) {
        FactForest forest = new FactForest(schema, facts);
        SortedSet<String> scored = new TreeSet<>();
        SortedSet<String> others = new TreeSet<>();
        for (Workload workload : facts.facts().workloads()) {
            (workload.scored() ? scored : others).add(workload.id());
        }
        List<RuleResult> results = new ArrayList<>();
        for (CheckedRule rule : rules) {
            if (!rule.rule().deprecated()) {
                evaluate(rule, forest, scored, others, results);
            }
        }
        return results;
    }

    private static void evaluate(
            CheckedRule rule,
            FactForest forest,
            SortedSet<String> scored,
            SortedSet<String> others,
            List<RuleResult> results) {
        String subject = rule.rule().subject();
        if (subject.equals("host")) {
            results.add(ask(rule, "", "", forest, forest.host(), forest.workload("")));
        } else if (subject.equals("workload")) {
            for (String id : scored) {
                results.add(ask(rule, id, id, forest, forest.workload(id), forest.workload(id)));
            }
            forest.gap("workloads").ifPresent(reason -> results.add(unlisted(rule, reason)));
        } else {
            evaluateArray(rule, forest, others, results);
        }
    }

    private static void evaluateArray(
            CheckedRule rule, FactForest forest, SortedSet<String> others, List<RuleResult> results) {
        String subject = rule.rule().subject();
        SortedMap<String, Integer> seen = new TreeMap<>();
        for (FactTree it : forest.elements(subject)) {
            Optional<String> unknown = it.reasonUnknown(List.of("workload"));
            String workload = unknown.isPresent()
                    ? ""
                    : it.find(List.of("workload")).map(String::valueOf).orElse("");
            // What belongs to the operating system or to an agent does not move, so nothing is asked about it.
            if (!others.contains(workload)) {
                String key = SubjectKey.of(subject, (Map<?, ?>) it.value());
                int count = seen.merge(key, 1, Integer::sum);
                FactTree owner = unknown.map(forest::unknownWorkload).orElseGet(() -> forest.workload(workload));
                results.add(ask(rule, workload, count == 1 ? key : key + " #" + count, forest, it, owner));
            }
        }
        forest.gap(subject).ifPresent(reason -> results.add(unlisted(rule, reason)));
    }

    private static RuleResult unlisted(CheckedRule rule, String reason) {
        return new RuleResult(rule.rule(), "", "", new Outcome.Unknown(reason));
    }

    private static RuleResult ask(
            CheckedRule rule, String workload, String key, FactForest forest, FactTree it, FactTree owner) {
        SortedMap<String, FactTree> variables = new TreeMap<>();
        variables.put("it", it);
        variables.put("workload", owner);
        variables.put("host", forest.host());
        variables.put("target", forest.target());
        Outcome outcome = rule.ask(variables);
        if (outcome instanceof Outcome.Fires fires) {
            outcome = new Outcome.Fires(fires.message(), fires.chinese(), evidence(it));
        }
        return new RuleResult(rule.rule(), workload, key, outcome);
    }

    private static List<EvidenceLine> evidence(FactTree it) {
        List<?> lines =
                it.find(List.of("evidence")).map(value -> (List<?>) value).orElse(List.of());
        return lines.stream()
                .map(line -> (Map<?, ?>) line)
                .filter(line -> line.get("probe") instanceof String)
                .map(line -> new EvidenceLine(
                        String.valueOf(line.get("probe")),
                        String.valueOf(line.get("item")),
                        line.get("line") instanceof Long number ? number.intValue() : 0,
                        String.valueOf(line.get("text"))))
                .limit(10)
                .toList();
    }
}
