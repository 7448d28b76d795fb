package dev.slipway.parse;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Reads YAML of one or more documents into keys and values, anchors and merges resolved. What stands before a mistake is read. */
final class YamlText {
    private static final String MARK = "[REDACTED]";
    /** The mark would be a list of one word in YAML, or a mistake; this is a plain word. */
    private static final String PLAIN_MARK = "(REDACTED)";

    /** Beyond it the library takes quadratic time. */
    private static final int MAX_DEPTH = 100;

    private final KeyPath path = new KeyPath();
    private final SortedMap<String, List<ConfigEntry>> anchors = new TreeMap<>();
    private final List<Open> open = new ArrayList<>();
    private int documents;
    private boolean keyIsNext;

    private YamlText() {}

    /** A collection that has not ended: its anchor, its place, whether it is a mapping, and the first entry that is its own. */
    private record Open(String anchor, String place, boolean mapping, int firstEntry) {}

    static ConfigText parse(String text) {
        YamlText reader = new YamlText();
        int line = 1;
        try {
            for (Event event : new Yaml(new SafeConstructor(options())).parse(new StringReader(printable(text)))) {
                line = event.getStartMark().getLine() + 1;
                reader.read(event, line);
                if (reader.open.size() > MAX_DEPTH) {
                    return new ConfigText(reader.path.entries(), line, "nested too deeply from here on");
                }
            }
            return ConfigText.of(reader.path.entries());
        } catch (YAMLException mistake) {
            return new ConfigText(reader.path.entries(), line, "not valid YAML from here on");
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(100);
        options.setMaxAliasesForCollections(50);
        return options;
    }

    private void read(Event event, int line) {
        if (event instanceof DocumentStartEvent) {
            path.section(String.valueOf(documents++));
            anchors.clear();
        } else if (event instanceof CollectionEndEvent) {
            end();
        } else if (event instanceof ScalarEvent scalar) {
            scalar(scalar, line);
        } else if (event instanceof AliasEvent alias) {
            alias(alias, line);
        } else if (event instanceof NodeEvent collection) {
            start(collection, event instanceof MappingStartEvent);
        }
    }

    private void start(NodeEvent collection, boolean mapping) {
        String place = path.placeHere();
        if (mapping) {
            path.startMapping();
        } else {
            path.startList();
        }
        open.add(new Open(anchor(collection), place, mapping, path.entries().size()));
        keyIsNext = mapping;
    }

    private void end() {
        path.end();
        Open ended = open.remove(open.size() - 1);
        if (!ended.anchor.isEmpty()) {
            remember(ended.anchor, ended.place, ended.firstEntry);
        }
        valueEnded();
    }

    private void scalar(ScalarEvent scalar, int line) {
        String value = scalar.getValue().replace(PLAIN_MARK, MARK);
        if (keyIsNext) {
            path.key(value);
            keyIsNext = false;
            return;
        }
        String place = path.placeHere();
        int first = path.entries().size();
        path.value(value, line);
        if (!anchor(scalar).isEmpty()) {
            remember(anchor(scalar), place, first);
        }
        valueEnded();
    }

    private void alias(AliasEvent alias, int line) {
        String place = path.place();
        for (ConfigEntry entry : anchors.getOrDefault(alias.getAnchor(), List.of())) {
            String key =
                    place.isEmpty() && entry.key().startsWith(".") ? entry.key().substring(1) : place + entry.key();
            path.add(new ConfigEntry(String.valueOf(documents - 1), key, entry.value(), line));
        }
        valueEnded();
    }

    /** Keeps the entries since this one under the anchor's name, their keys without their place. */
    private void remember(String anchor, String place, int firstEntry) {
        anchors.put(
                anchor,
                path.entries().subList(firstEntry, path.entries().size()).stream()
                        .map(entry -> new ConfigEntry("", relative(entry.key(), place), entry.value(), entry.line()))
                        .toList());
    }

    private static String relative(String key, String place) {
        return place.isEmpty() && !key.startsWith("[") ? "." + key : key.substring(place.length());
    }

    private void valueEnded() {
        keyIsNext = !open.isEmpty() && open.get(open.size() - 1).mapping;
    }

    private static String anchor(NodeEvent node) {
        String anchor = node.getAnchor();
        return anchor == null ? "" : anchor;
    }

    /** The text as YAML may hold it: no control characters, and nothing that the redaction made a list of. */
    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.replace(MARK, PLAIN_MARK));
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            boolean control = (c < ' ' && "\n\r\t".indexOf(c) < 0) || (c >= 0x7f && c < 0xa0 && c != 0x85);
            if (control || c == '\ufffe' || c == '\uffff' || Character.isSurrogate(c)) {
                out.setCharAt(i, '\ufffd');
            }
        }
        return out.toString();
    }
}
