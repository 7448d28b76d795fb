package dev.slipway.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An element of an XML text. Comments are not part of it.
 *
 * @param name name with its prefix, as written: {@code task:scheduled}
 * @param attributes names, as written, to values
 * @param text text directly inside it, without leading and trailing space
 * @param line line of its start tag, from 1
 */
record XmlElement(String name, SortedMap<String, String> attributes, String text, List<XmlElement> children, int line) {

    XmlElement {
        attributes = new TreeMap<>(attributes);
        children = List.copyOf(children);
    }

    /** The name without its prefix. */
    String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    boolean is(String localName) {
        return localName().equals(localName);
    }

    /** The attribute's value; empty if it is not there. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** The children of this name, prefix aside. */
    Stream<XmlElement> children(String localName) {
        return children.stream().filter(child -> child.is(localName));
    }

    Optional<XmlElement> child(String localName) {
        return children(localName).findFirst();
    }

    /** The text of the first child of this name; empty if there is none. */
    String childText(String localName) {
        return child(localName).map(XmlElement::text).orElse("");
    }

    /** All elements below this one, in the order of the text. */
    List<XmlElement> descendants() {
        List<XmlElement> found = new ArrayList<>();
        Deque<XmlElement> open = new ArrayDeque<>(children);
        while (!open.isEmpty()) {
            XmlElement next = open.pop();
            found.add(next);
            for (int i = next.children.size() - 1; i >= 0; i--) {
                open.push(next.children.get(i));
            }
        }
        return found;
    }

    /** The elements of this name below this one, at any depth. */
    Stream<XmlElement> descendants(String localName) {
        return descendants().stream().filter(element -> element.is(localName));
    }
}
