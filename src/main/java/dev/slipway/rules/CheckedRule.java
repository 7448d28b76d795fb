package dev.slipway.rules;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.PartialVars;
import dev.slipway.rules.Rule.Expression;
import dev.slipway.yaml.NearestName;
import dev.slipway.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule whose expressions and messages have been checked against the facts, ready to be asked. */
final class CheckedRule {
    private static final Pattern REFERENCE = Pattern.compile("\\b(it|workload|host|target)\\b(?:\\.([A-Za-z]+))?");

    private static final String NAMED = "named";
    private static final FactType TEXTS = new FactType.ListOf(new FactType.Text(List.of()));

    private final Rule rule;
    private final Optional<CelRuntime.Program> applies;
    private final CelRuntime.Program when;
    private final Optional<CelRuntime.Program> named;
    private final Message message;
    private final Optional<Message> chinese;
    private final SortedSet<String> references = new TreeSet<>();

    private CheckedRule(Rule rule, CelEnvironment cel, SortedMap<String, FactType> variables) {
        this.rule = rule;
        this.applies = rule.applies().map(expression -> program(expression, cel));
        this.when = program(rule.when(), cel);
        this.named = rule.named().map(expression -> texts(expression, cel));
        named.ifPresent(program -> variables.put(NAMED, TEXTS));
        this.message = Message.compile(rule.text().message(), variables, rule.place());
        this.chinese = rule.chinese().map(text -> Message.compile(text.message(), variables, rule.place()));
    }

    /** Throws {@link YamlException} if a subject, name or type in the rule is wrong. */
    static CheckedRule check(Rule rule, FactSchema schema, CelEnvironment cel) {
        FactType it = schema.subjectType(rule.subject())
                .orElseThrow(() -> new YamlException(
                        rule.place(),
                        "no such subject '" + rule.subject() + "'"
                                + NearestName.hint(rule.subject(), schema.subjects())));
        SortedMap<String, FactType> variables = new TreeMap<>();
        variables.put("it", it);
        variables.put("workload", schema.workload());
        variables.put("host", schema.host());
        variables.put("target", schema.target());
        return new CheckedRule(rule, cel, variables);
    }

    private CelRuntime.Program program(Expression expression, CelEnvironment cel) {
        note(expression);
        return cel.program(cel.check(expression, rule.subject()));
    }

    private CelRuntime.Program texts(Expression expression, CelEnvironment cel) {
        note(expression);
        return cel.program(cel.checkTexts(expression, rule.subject()));
    }

    private void note(Expression expression) {
        Matcher reference = REFERENCE.matcher(expression.source());
        while (reference.find()) {
            references.add(reference.group(1) + "."
                    + Optional.ofNullable(reference.group(2)).orElse(""));
        }
    }

    Rule rule() {
        return rule;
    }

    /** Asks the rule; {@code variables} has a tree each for it, workload, host and target. */
    Outcome ask(SortedMap<String, FactTree> variables) {
        PartialVars vars = PartialVars.of(values(variables), unknowns(variables));
        if (applies.isPresent()) {
            Object answer = run(applies.get(), vars);
            if (!Boolean.TRUE.equals(answer)) {
                return Boolean.FALSE.equals(answer) ? new Outcome.NotApplicable() : unknown(answer, variables);
            }
        }
        Object answer = run(when, vars);
        if (answer instanceof Boolean fires) {
            return fires ? fires(variables) : new Outcome.Quiet();
        }
        return unknown(answer, variables);
    }

    private Outcome fires(SortedMap<String, FactTree> variables) {
        SortedMap<String, FactTree> shown = new TreeMap<>(variables);
        named.ifPresent(program -> shown.put(NAMED, texts(program, variables)));
        return new Outcome.Fires(
                message.render(shown), chinese.map(text -> text.render(shown)).orElse(""), List.of());
    }

    /** The texts to name, of what is known: the rule has fired, and what is unknown besides would not be named. */
    private static FactTree texts(CelRuntime.Program program, SortedMap<String, FactTree> variables) {
        Object texts = run(program, PartialVars.of(values(variables)));
        return texts instanceof List<?> list
                ? new FactTree(list, List.of())
                : FactTree.unknown(TEXTS, String.valueOf(texts));
    }

    private static CelVariableResolver values(SortedMap<String, FactTree> variables) {
        return name -> Optional.ofNullable(variables.get(name)).map(FactTree::value);
    }

    private static Object run(CelRuntime.Program program, PartialVars vars) {
        try {
            return program.eval(vars);
        } catch (CelEvaluationException e) {
            return e;
        }
    }

    /** Only paths that the expressions can touch; a host may have thousands of others. */
    private List<CelAttributePattern> unknowns(SortedMap<String, FactTree> variables) {
        List<CelAttributePattern> patterns = new ArrayList<>();
        variables.forEach((name, tree) -> tree.unknowns().stream()
                .filter(unknown -> unknown.path().isEmpty()
                        || references.contains(name + "." + unknown.path().get(0))
                        || references.contains(name + "."))
                .forEach(unknown -> patterns.add(pattern(name, unknown))));
        return patterns;
    }

    private static CelAttributePattern pattern(String variable, FactTree.Unknown unknown) {
        CelAttributePattern pattern = CelAttributePattern.create(variable);
        for (Object step : unknown.path()) {
            pattern = pattern.qualify(
                    step instanceof Integer index
                            ? CelAttribute.Qualifier.ofInt(index)
                            : CelAttribute.Qualifier.ofString((String) step));
        }
        return pattern;
    }

    private static Outcome unknown(Object answer, SortedMap<String, FactTree> variables) {
        if (answer instanceof CelUnknownSet set) {
            SortedSet<String> reasons = new TreeSet<>();
            set.attributes().forEach(attribute -> reasons.add(reason(attribute, variables)));
            return new Outcome.Unknown(reasons.stream().limit(3).collect(Collectors.joining("; ")));
        }
        String problem = answer instanceof Exception e ? String.valueOf(e.getMessage()) : String.valueOf(answer);
        return new Outcome.Unknown("the condition could not be computed: " + problem);
    }

    private static String reason(CelAttribute attribute, SortedMap<String, FactTree> variables) {
        List<CelAttribute.Qualifier> qualifiers = attribute.qualifiers();
        String variable = qualifiers.get(0).asString();
        List<Object> path = new ArrayList<>();
        qualifiers
                .subList(1, qualifiers.size())
                .forEach(step -> path.add(
                        step.kind() == CelAttribute.Qualifier.Kind.AS_INT
                                ? (Object) step.asInt().intValue()
                                : step.asString()));
        String shown = path.isEmpty() ? variable : String.valueOf(path.get(path.size() - 1));
        for (int i = path.size() - 1; i >= 0 && path.get(i) instanceof Integer; i--) {
            shown = i == 0 ? variable : String.valueOf(path.get(i - 1));
        }
        String name = shown;
        return Stream.ofNullable(variables.get(variable))
                .flatMap(tree -> tree.unknowns().stream())
                .filter(unknown -> startsWith(unknown.path(), path) || startsWith(path, unknown.path()))
                .map(unknown -> name + ": " + unknown.reason())
                .findFirst()
                .orElse(name + ": not read");
    }

    private static boolean startsWith(List<Object> path, List<Object> prefix) {
        return path.size() >= prefix.size() && path.subList(0, prefix.size()).equals(prefix);
    }
}
