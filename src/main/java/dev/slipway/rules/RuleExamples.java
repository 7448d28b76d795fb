package dev.slipway.rules;

import dev.slipway.rules.FactType.Struct;
import dev.slipway.yaml.YamlException;
import dev.slipway.yaml.YamlValue.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs the examples that stand in a rule's file. */
public final class RuleExamples {
    private RuleExamples() {}

    /**
     * An example that did not come out as its file says.
     *
     * @param expected {@code fires}, {@code quiet} or {@code unknown}
     * @param got what the rule said instead
     */
    public record Failure(Rule rule, Mapping example, String expected, String got) {

        /** {@code rules/STATE-001.yaml:30: expected fires, got quiet} */
        public String describe() {
            return example.place().fileAndLine() + ": " + rule.id() + ": expected " + expected + ", got " + got;
        }
    }

    /**
     * The examples of this rule that fail.
     *
     * @throws YamlException if the rule or an example names a fact that does not exist
     */
    public static List<Failure> run(Rule rule, FactSchema schema) {
        CheckedRule checked = CheckedRule.check(rule, schema, new CelEnvironment(schema));
        List<Failure> failures = new ArrayList<>();
        run(checked, schema, rule.examples().fires(), "fires", failures);
        run(checked, schema, rule.examples().quiet(), "quiet", failures);
        run(checked, schema, rule.examples().unknown(), "unknown", failures);
        return failures;
    }

    private static void run(
            CheckedRule rule, FactSchema schema, List<Mapping> examples, String expected, List<Failure> failures) {
        for (Mapping example : examples) {
            String got = word(rule.ask(variables(rule.rule(), schema, example)));
            if (!got.equals(expected)) {
                failures.add(new Failure(rule.rule(), example, expected, got));
            }
        }
    }

    private static SortedMap<String, FactTree> variables(Rule rule, FactSchema schema, Mapping example) {
        Struct it = schema.subjectType(rule.subject()).orElseThrow();
        SortedMap<String, FactTree> variables = new TreeMap<>();
        put(variables, "it", example, it);
        put(variables, "workload", example, schema.workload());
        put(variables, "host", example, schema.host());
        put(variables, "target", example, schema.target());
        if (rule.subject().equals("host") && example.find("host").isEmpty()) {
            put(variables, "host", "it", example, it);
        } else if (rule.subject().equals("workload") && example.find("workload").isEmpty()) {
            put(variables, "workload", "it", example, it);
        }
        return variables;
    }

    private static void put(SortedMap<String, FactTree> variables, String name, Mapping example, Struct type) {
        put(variables, name, name, example, type);
    }

    private static void put(
            SortedMap<String, FactTree> variables, String name, String key, Mapping example, Struct type) {
        Mapping empty = new Mapping(example.place(), List.of());
        variables.put(name, FactTree.ofExample(example.find(key).orElse(empty), type));
    }

    private static String word(Outcome outcome) {
        if (outcome instanceof Outcome.Fires) {
            return "fires";
        } else if (outcome instanceof Outcome.Unknown unknown) {
            return unknown.reason().startsWith("the condition could not be computed") ? unknown.reason() : "unknown";
        }
        // A rule that does not apply is as quiet as one whose condition does not hold.
        return "quiet";
    }
}
