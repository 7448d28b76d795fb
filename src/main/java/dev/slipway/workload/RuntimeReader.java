package dev.slipway.workload;

import dev.slipway.facts.Workload.Kind;
import dev.slipway.workload.Runtime.Ask;
import dev.slipway.workload.Runtime.VersionSource;
import dev.slipway.workload.Signal.Condition;
import dev.slipway.yaml.Place;
import dev.slipway.yaml.Yaml;
import dev.slipway.yaml.YamlException;
import dev.slipway.yaml.YamlValue;
import dev.slipway.yaml.YamlValue.Entry;
import dev.slipway.yaml.YamlValue.Mapping;
import dev.slipway.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a runtime's file. Every mistake has its place; the first one is thrown. */
final class RuntimeReader {
    private static final List<String> KEYS = List.of(
            "id",
            "title",
            "kind",
            "family",
            "generic",
            "over",
            "namedByProgram",
            "launcher",
            "recognised",
            "version",
            "root",
            "artifact",
            "ask",
            "samples");
    private static final List<String> FAMILIES = List.of(
            "java",
            "python",
            "node",
            "ruby",
            "php",
            "go",
            "dotnet",
            "perl",
            "shell",
            "native",
            "proxy",
            "data",
            "agent",
            "system",
            "container");

    private final RuntimeYaml root;

    private RuntimeReader(Mapping root) {
        this.root = new RuntimeYaml(root, KEYS);
    }

    /**
     * The runtime in this text.
     *
     * @param fileName the file's name without its ending; the id must be the same
     * @throws YamlException with place, if it is not a runtime
     */
    static Runtime read(String text, String source, String fileName) {
        YamlValue value = Yaml.read(text, source);
        if (!(value instanceof Mapping mapping)) {
            throw new YamlException(value.place(), "a runtime is a mapping, this is " + value.describe());
        }
        return new RuntimeReader(mapping).runtime(fileName);
    }

    private Runtime runtime(String fileName) {
        Scalar id = root.scalar("id");
        if (!id.text().equals(fileName)) {
            throw new YamlException(
                    id.place(), "the id is '" + id.text() + "' but the file is '" + fileName + ".yaml'");
        }
        return new Runtime(
                id.text(),
                root.scalar("title").text(),
                Kind.valueOf(root.oneOf("kind", terms()).toUpperCase(Locale.ROOT)),
                root.oneOf("family", FAMILIES),
                root.flag("generic"),
                root.texts("over"),
                root.flag("namedByProgram"),
                root.flag("launcher"),
                root.items("recognised").stream().map(RuntimeReader::signal).toList(),
                root.items("version").stream().map(RuntimeReader::versionSource).toList(),
                views("root"),
                views("artifact"),
                root.items("ask").stream().map(RuntimeReader::ask).toList(),
                root.items("samples").stream().map(SampleReader::read).toList());
    }

    private static List<String> terms() {
        return List.of(Kind.values()).stream().map(Kind::term).toList();
    }

    private List<View> views(String key) {
        return root.items(key).stream().map(RuntimeReader::view).toList();
    }

    private static View view(YamlValue value) {
        Scalar scalar = RuntimeYaml.scalar(value);
        return View.parse(scalar.text(), scalar.place());
    }

    private static Signal signal(YamlValue value) {
        Mapping mapping = RuntimeYaml.mapping(value);
        List<Condition> conditions = new ArrayList<>();
        double confidence = -1;
        for (Entry entry : mapping.entries()) {
            if (entry.key().equals("confidence")) {
                confidence = confidence(entry.value());
            } else {
                List<NamePattern> patterns = RuntimeYaml.texts(entry.value()).stream()
                        .map(NamePattern::of)
                        .toList();
                conditions.add(new Condition(View.parse(entry.key(), entry.place()), patterns));
            }
        }
        if (confidence < 0 || conditions.isEmpty()) {
            throw new YamlException(mapping.place(), "a signal has conditions and a confidence");
        }
        return new Signal(conditions, confidence);
    }

    private static double confidence(YamlValue value) {
        String text = RuntimeYaml.scalar(value).text();
        if (!text.matches("0\\.[0-9]{1,2}")) {
            throw new YamlException(value.place(), "a confidence is a number between 0 and 1, not " + text);
        }
        return Double.parseDouble(text);
    }

    private static VersionSource versionSource(YamlValue value) {
        RuntimeYaml mapping = new RuntimeYaml(RuntimeYaml.mapping(value), List.of("from", "pattern"));
        Scalar from = mapping.scalar("from");
        Scalar pattern = mapping.scalar("pattern");
        Pattern compiled = compile(pattern.text(), pattern.place());
        if (compiled.matcher("").groupCount() != 1) {
            throw new YamlException(pattern.place(), "the pattern has one group, which is the version");
        }
        return new VersionSource(View.parse(from.text(), from.place()), compiled);
    }

    private static Pattern compile(String pattern, Place place) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new YamlException(place, "not a pattern: " + e.getDescription());
        }
    }

    private static Ask ask(YamlValue value) {
        RuntimeYaml mapping = new RuntimeYaml(RuntimeYaml.mapping(value), List.of("probe", "wholeFamily", "with"));
        List<List<View>> arguments = new ArrayList<>();
        for (YamlValue item : mapping.items("with")) {
            arguments.add(
                    item instanceof YamlValue.Sequence choice
                            ? choice.items().stream().map(RuntimeReader::view).toList()
                            : List.of(view(item)));
        }
        return new Ask(mapping.scalar("probe").text(), mapping.flag("wholeFamily"), arguments);
    }
}
