package dev.slipway.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML text into {@link YamlValue}s. */
public final class Yaml {
    private static final int MAX_CHARACTERS = 64 * 1024 * 1024;

    private Yaml() {}

    /**
     * The only document of the text; an empty mapping if there is none.
     *
     * @param source what the text is called in messages: a path
     * @throws YamlException if the text is not YAML, repeats a key or refers to itself
     */
    public static YamlValue read(String text, String source) {
        return readAll(text, source).stream()
                .findFirst()
                .orElse(new YamlValue.Mapping(new Place(source, 1, 1), List.of()));
    }

    /** Every document of the text, in order. */
    public static List<YamlValue> readAll(String text, String source) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setMaxAliasesForCollections(100);
        List<YamlValue> documents = new ArrayList<>();
        try {
            Composer composer = new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options);
            while (composer.checkNode()) {
                documents.add(convert(composer.getNode(), source, 0));
            }
        } catch (MarkedYAMLException e) {
            Place place = Optional.ofNullable(e.getProblemMark())
                    .map(mark -> place(mark, source))
                    .orElse(new Place(source, 1, 1));
            throw new YamlException(place, e.getProblem() == null ? "not YAML" : e.getProblem());
        } catch (YAMLException e) {
            throw new YamlException(new Place(source, 1, 1), String.valueOf(e.getMessage()));
        }
        return documents;
    }

    private static YamlValue convert(Node node, String source, int depth) {
        Place place = place(node.getStartMark(), source);
        if (depth > 100) {
            throw new YamlException(place, "nested deeper than 100 levels, or a value that contains itself");
        }
        if (node instanceof ScalarNode scalar) {
            boolean plain = scalar.isPlain();
            return new YamlValue.Scalar(
                    place, scalar.getValue(), plain, plain && scalar.getTag().equals(Tag.NULL));
        } else if (node instanceof SequenceNode sequence) {
            return new YamlValue.Sequence(
                    place,
                    sequence.getValue().stream()
                            .map(item -> convert(item, source, depth + 1))
                            .toList());
        }
        return mapping((MappingNode) node, source, depth, place);
    }

    private static YamlValue.Mapping mapping(MappingNode node, String source, int depth, Place place) {
        List<YamlValue.Entry> entries = new ArrayList<>();
        SortedSet<String> seen = new TreeSet<>();
        for (NodeTuple tuple : node.getValue()) {
            Place keyPlace = place(tuple.getKeyNode().getStartMark(), source);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new YamlException(keyPlace, "a key that is a list or a mapping");
            }
            if (!seen.add(key.getValue())) {
                throw new YamlException(keyPlace, "the key '" + key.getValue() + "' stands here twice");
            }
            entries.add(
                    new YamlValue.Entry(keyPlace, key.getValue(), convert(tuple.getValueNode(), source, depth + 1)));
        }
        return new YamlValue.Mapping(place, entries);
    }

    private static Place place(Mark mark, String source) {
        return new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
