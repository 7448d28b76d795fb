package dev.slipway.rules;

import dev.slipway.facts.Term;
import dev.slipway.rules.Rule.Examples;
import dev.slipway.rules.Rule.Expression;
import dev.slipway.rules.Rule.Reference;
import dev.slipway.rules.Rule.Text;
import dev.slipway.yaml.NearestName;
import dev.slipway.yaml.Place;
import dev.slipway.yaml.Yaml;
import dev.slipway.yaml.YamlException;
import dev.slipway.yaml.YamlValue;
import dev.slipway.yaml.YamlValue.Mapping;
import dev.slipway.yaml.YamlValue.Scalar;
import dev.slipway.yaml.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a rule's file. Every mistake has its place; the first one is thrown. */
final class RuleReader {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*-[0-9]{3}");
    private static final List<String> KEYS = List.of(
            "id",
            "aliases",
            "deprecated",
            "title",
            "concern",
            "severity",
            "residual",
            "subject",
            "applies",
            "when",
            "named",
            "message",
            "why",
            "remediation",
            "drafts",
            "effort",
            "effortPerOccurrence",
            "singleReplica",
            "shared",
            "notes",
            "references",
            "zh",
            "examples");
    private static final List<String> TEXT_KEYS = List.of("title", "message", "why", "remediation", "drafts");
    private static final List<Double> EFFORTS = List.of(0d, 1d, 2d, 3d, 5d, 7d, 13d);

    private final Mapping root;

    private RuleReader(Mapping root) {
        this.root = root;
    }

    /**
     * The rule in this text.
     *
     * @param fileName the file's name without its ending; the id must be the same
     * @throws YamlException with place, if it is not a rule
     */
    static Rule read(String text, String source, String fileName) {
        YamlValue value = Yaml.read(text, source);
        if (!(value instanceof Mapping mapping)) {
            throw new YamlException(value.place(), "a rule is a mapping, this is " + value.describe());
        }
        return new RuleReader(mapping).rule(fileName);
    }

    private Rule rule(String fileName) {
        known(root, KEYS);
        Scalar id = scalar(root, "id");
        if (!ID.matcher(id.text()).matches()) {
            throw new YamlException(id.place(), "an id is like STATE-001, not " + id.describe());
        }
        if (!id.text().equals(fileName)) {
            throw new YamlException(
                    id.place(), "the id is '" + id.text() + "' but the file is '" + fileName + ".yaml'");
        }
        return new Rule(
                id.text(),
                list(root, "aliases").stream().map(item -> text(item)).toList(),
                root.find("deprecated").map(this::bool).orElse(false),
                term(Concern.values(), "concern"),
                term(Arrays.copyOf(Severity.values(), Severity.values().length - 1), "severity"),
                term(Severity.values(), "residual"),
                scalar(root, "subject").text(),
                root.find("applies").map(this::expression),
                expression(required(root, "when")),
                root.find("named").map(this::expression),
                effort(),
                number("effortPerOccurrence"),
                root.find("singleReplica").map(this::bool).orElse(false),
                root.find("shared").map(this::bool).orElse(false),
                ruleText(root),
                root.find("zh").map(zh -> ruleText(mapping(zh, TEXT_KEYS))),
                root.find("notes").map(this::text).orElse(""),
                references(),
                examples(),
                root.place());
    }

    private Text ruleText(Mapping mapping) {
        return new Text(
                scalar(mapping, "title").text(),
                scalar(mapping, "message").text(),
                scalar(mapping, "why").text(),
                scalar(mapping, "remediation").text(),
                mapping.find("drafts").map(this::text).orElse(""));
    }

    private List<Reference> references() {
        return list(root, "references").stream()
                .map(item -> mapping(item, List.of("title", "url")))
                .map(item -> new Reference(
                        scalar(item, "title").text(),
                        item.find("url").map(this::text).orElse("")))
                .toList();
    }

    private Examples examples() {
        Mapping examples = mapping(required(root, "examples"), List.of("fires", "quiet", "unknown"));
        return new Examples(examples(examples, "fires"), examples(examples, "quiet"), examples(examples, "unknown"));
    }

    private List<Mapping> examples(Mapping examples, String key) {
        List<Mapping> result = new ArrayList<>();
        for (YamlValue item : list(examples, key)) {
            result.add(mapping(item, List.of("it", "workload", "host", "target")));
        }
        return result;
    }

    private Expression expression(YamlValue value) {
        if (value instanceof Scalar scalar && !scalar.empty()) {
            return new Expression(scalar.text().strip(), scalar.place());
        }
        throw new YamlException(value.place(), "an expression is text, this is " + value.describe());
    }

    private double effort() {
        double effort = number("effort");
        if (!EFFORTS.contains(effort)) {
            throw new YamlException(required(root, "effort").place(), "effort is one of 0 1 2 3 5 7 13");
        }
        return effort;
    }

    private double number(String key) {
        Optional<YamlValue> value = root.find(key);
        if (value.isEmpty()) {
            return 0;
        }
        try {
            return Double.parseDouble(text(value.get()));
        } catch (NumberFormatException e) {
            throw new YamlException(
                    value.get().place(),
                    key + " is a number, not " + value.get().describe());
        }
    }

    private boolean bool(YamlValue value) {
        return switch (text(value)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new YamlException(value.place(), "true or false, not " + value.describe());
        };
    }

    private <T extends Term> T term(T[] terms, String key) {
        Scalar scalar = scalar(root, key);
        List<String> words = Arrays.stream(terms).map(Term::term).toList();
        int index = words.indexOf(scalar.text());
        if (index < 0) {
            throw new YamlException(
                    scalar.place(),
                    key + " is one of " + String.join(" ", words) + ", not " + scalar.describe()
                            + NearestName.hint(scalar.text(), words));
        }
        return terms[index];
    }

    private static List<YamlValue> list(Mapping mapping, String key) {
        Optional<YamlValue> value = mapping.find(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof Sequence sequence) {
            return sequence.items();
        }
        throw new YamlException(
                value.get().place(), key + " is a list, this is " + value.get().describe());
    }

    private static Mapping mapping(YamlValue value, List<String> keys) {
        if (value instanceof Mapping mapping) {
            known(mapping, keys);
            return mapping;
        }
        throw new YamlException(
                value.place(), "a mapping with " + String.join(", ", keys) + ", not " + value.describe());
    }

    private static void known(Mapping mapping, List<String> keys) {
        for (YamlValue.Entry entry : mapping.entries()) {
            if (!keys.contains(entry.key())) {
                throw new YamlException(
                        entry.place(), "unknown key '" + entry.key() + "'" + NearestName.hint(entry.key(), keys));
            }
        }
    }

    private static Scalar scalar(Mapping mapping, String key) {
        YamlValue value = required(mapping, key);
        if (value instanceof Scalar scalar && !scalar.empty() && !scalar.text().isBlank()) {
            return scalar;
        }
        throw new YamlException(value.place(), key + " is text, this is " + value.describe());
    }

    private String text(YamlValue value) {
        if (value instanceof Scalar scalar) {
            return scalar.empty() ? "" : scalar.text();
        }
        throw new YamlException(value.place(), "text, not " + value.describe());
    }

    private static YamlValue required(Mapping mapping, String key) {
        Place place = mapping.place();
        return mapping.find(key).orElseThrow(() -> new YamlException(place, "'" + key + "' is missing"));
    }
}
