package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directive of a server's configuration, with the block behind it: {@code server { listen 80; }}, {@code <Location /x>}.
 *
 * @param name name in small letters
 * @param arguments arguments without their quotes
 * @param children directives of its block; empty if it has none
 * @param source the file that it stands in
 * @param line its line there
 */
record ConfigDirective(
        String name, List<String> arguments, List<ConfigDirective> children, SourceFile source, int line) {

    ConfigDirective {
        arguments = List.copyOf(arguments);
        children = List.copyOf(children);
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** The argument at this place; empty if there are fewer. */
    String argument(int index) {
        return index < arguments.size() ? arguments.get(index) : "";
    }

    /** All arguments, separated by blanks. */
    String text() {
        return String.join(" ", arguments);
    }

    EvidenceLine evidence() {
        return source.at(line);
    }

    Stream<ConfigDirective> children(String wanted) {
        return children.stream().filter(child -> child.is(wanted));
    }

    /** The last child of this name: where one may stand only once, the last one counts. */
    Optional<ConfigDirective> child(String wanted) {
        return children(wanted).reduce((first, second) -> second);
    }

    /** The same without its first arguments. */
    ConfigDirective withoutArguments(int count) {
        return new ConfigDirective(
                name, arguments.subList(Math.min(count, arguments.size()), arguments.size()), children, source, line);
    }

    ConfigDirective withChildren(List<ConfigDirective> others) {
        return new ConfigDirective(name, arguments, others, source, line);
    }

    /** These directives and all below them, in the order of the text. */
    static List<ConfigDirective> all(List<ConfigDirective> directives) {
        List<ConfigDirective> found = new ArrayList<>();
        Deque<ConfigDirective> open = new ArrayDeque<>(directives);
        while (!open.isEmpty()) {
            ConfigDirective next = open.pop();
            found.add(next);
            for (int i = next.children.size() - 1; i >= 0; i--) {
                open.push(next.children.get(i));
            }
        }
        return found;
    }
}
