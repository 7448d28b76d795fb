package dev.slipway.inventory;

import dev.slipway.inventory.Node.Entry;
import dev.slipway.inventory.Node.Mapping;
import dev.slipway.inventory.Node.Scalar;
import dev.slipway.inventory.Node.Sequence;
import dev.slipway.yaml.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The values of a mapping, each of the type that it must have. A wrong one is noted and counts as not given. A key that nobody asked
 * for is unknown.
 */
final class Fields {
    private final String subject;
    private final Mistakes mistakes;
    private final int line;
    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private final SortedSet<String> asked = new TreeSet<>();

    /**
     * The fields of a node.
     *
     * @param subject whose fields they are, for messages: {@code host 'shop-01'}
     */
    Fields(String subject, Node node, Mistakes mistakes) {
        this.subject = subject;
        this.mistakes = mistakes;
        this.line = node.line();
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(this::add);
        } else if (!isNothing(node)) {
            wrong(line, "must be 'key: value' pairs, not " + node.kind());
        }
    }

    private void add(Entry entry) {
        Entry before = entries.putIfAbsent(entry.key(), entry);
        if (before != null) {
            wrong(entry.line(), "has '" + entry.key() + "' twice, first in line " + before.line());
        }
    }

    /** The line of a key, or that of the whole if the key is not there. */
    int line(String key) {
        Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    /** Whatever stands there. */
    Optional<Node> node(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).map(Entry::value).filter(value -> !isNothing(value));
    }

    /** All keys with their values, whatever they are called. */
    List<Entry> all() {
        asked.addAll(entries.keySet());
        return List.copyOf(entries.values());
    }

    Optional<String> text(String key) {
        Optional<Node> node = node(key);
        Optional<String> text = node.filter(Fields::isText).map(value -> ((Scalar) value).text());
        if (node.isPresent() && text.isEmpty()) {
            wrongType(key, "text", node.get());
        }
        return text.filter(value -> isPrintable(key, value));
    }

    OptionalInt number(String key, int least, int most) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return OptionalInt.empty();
        }
        if (node.get() instanceof Scalar scalar && scalar.text().matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(scalar.text());
            if (value >= least && value <= most) {
                return OptionalInt.of(value);
            }
        }
        wrongType(key, "a whole number from " + least + " to " + most, node.get());
        return OptionalInt.empty();
    }

    Optional<Boolean> flag(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof Scalar scalar && scalar.text().matches("true|false")) {
            return Optional.of(Boolean.valueOf(scalar.text()));
        }
        wrongType(key, "true or false", node.get());
        return Optional.empty();
    }

    /** A list of texts; a single text is a list of one. */
    List<Scalar> texts(String key) {
        Optional<Node> node = node(key);
        List<Node> items = node.map(value -> value instanceof Sequence sequence ? sequence.items() : List.of(value))
                .orElse(List.of());
        for (Node item : items) {
            if (!isText(item)) {
                wrong(item.line(), "'" + key + "' must be a list of texts, not " + item.kind());
            }
        }
        return items.stream()
                .filter(Fields::isText)
                .map(Scalar.class::cast)
                .filter(item -> isPrintable(key, item.text()))
                .toList();
    }

    <E extends Enum<E>> Optional<E> word(String key, Class<E> words) {
        return text(key).flatMap(text -> word(key, line(key), text, words));
    }

    <E extends Enum<E>> List<E> words(String key, Class<E> words) {
        return texts(key).stream()
                .flatMap(item -> word(key, item.line(), item.text(), words).stream())
                .distinct()
                .toList();
    }

    private <E extends Enum<E>> Optional<E> word(String key, int at, String text, Class<E> words) {
        List<E> values = Arrays.asList(words.getEnumConstants());
        Optional<E> value =
                values.stream().filter(each -> term(each).equals(text)).findFirst();
        if (value.isEmpty()) {
            String known = values.stream().map(Fields::term).collect(Collectors.joining(", "));
            wrong(at, "'" + key + "' must be one of " + known + ", not '" + text + "'");
        }
        return value;
    }

    private static String term(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Notes a mistake in the value of a key. */
    void wrong(String key, String message) {
        wrong(line(key), message);
    }

    private void wrong(int at, String message) {
        mistakes.add(at, subject + ": " + message);
    }

    private void wrongType(String key, String expected, Node actual) {
        wrong(key, "'" + key + "' must be " + expected + ", not " + actual.kind());
    }

    /** Notes each key that nobody asked for. */
    void rejectOthers() {
        entries.values().stream()
                .filter(entry -> !asked.contains(entry.key()))
                .forEach(entry -> wrong(
                        entry.line(),
                        "unknown key '" + entry.key() + "'" + NearestName.hintOrKnown(entry.key(), asked)));
    }

    private boolean isPrintable(String key, String value) {
        if (value.chars().noneMatch(Character::isISOControl)) {
            return true;
        }
        wrong(key, "'" + key + "' has a line break or another control character");
        return false;
    }

    /** A number is text too: a host may be called 4711. */
    private static boolean isText(Node node) {
        return node instanceof Scalar scalar
                && (scalar.type() == Scalar.Type.TEXT || scalar.type() == Scalar.Type.NUMBER);
    }

    private static boolean isNothing(Node node) {
        return node instanceof Scalar scalar && scalar.type() == Scalar.Type.NOTHING;
    }
}
