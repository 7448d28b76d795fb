package dev.slipway.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.slipway.inventory.Node.Entry;
import dev.slipway.inventory.Node.Mapping;
import dev.slipway.inventory.Node.Scalar;
import dev.slipway.inventory.Node.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads YAML or JSON into nodes that know their lines. */
final class NodeReader {
    private static final JsonFactory YAML = new YAMLFactory();
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final Mistakes mistakes;

    private NodeReader(JsonParser parser, Mistakes mistakes) {
        this.parser = parser;
        this.mistakes = mistakes;
    }

    static Node yaml(String text, Mistakes mistakes) {
        return read(YAML, text, "YAML", mistakes);
    }

    static Node json(String text, Mistakes mistakes) {
        return read(JSON, text, "JSON", mistakes);
    }

    private static Node read(JsonFactory factory, String text, String format, Mistakes mistakes) {
        try (JsonParser parser = factory.createParser(text)) {
            return new NodeReader(parser, mistakes).document();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw mistakes.fatal(line, "not valid " + format + ": " + reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the parser's message that say something; the others quote the file. */
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage()
                .replaceFirst(" \\(for \\w+ starting at .*", "")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }

    private Node document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return new Scalar(1, Scalar.Type.NOTHING, "");
        }
        Node document = node(first);
        if (parser.nextToken() != null) {
            throw mistakes.fatal(line(), "a second document begins here; an inventory is one document");
        }
        return document;
    }

    private Node node(JsonToken token) throws IOException {
        int line = line();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw mistakes.fatal(
                    line, "'*" + parser.getText() + "' is an alias, which is not read here; use 'defaults' or 'tags'");
        }
        return switch (token) {
            case START_OBJECT -> mapping(line);
            case START_ARRAY -> sequence(line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(line, Scalar.Type.NUMBER, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(line, Scalar.Type.FLAG, parser.getText());
            case VALUE_NULL -> new Scalar(line, Scalar.Type.NOTHING, "");
            default -> Scalar.text(line, parser.getText());
        };
    }

    private Mapping mapping(int line) throws IOException {
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            entries.add(new Entry(keyLine, key, node(parser.nextToken())));
        }
        return new Mapping(line, entries);
    }

    private Sequence sequence(int line) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new Sequence(line, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
