package dev.slipway.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Where a reader of nested mappings and lists stands, and what it has read: nested keys become one, joined by dots. */
final class KeyPath {
    private static final int MAX_ENTRIES = 20_000;
    private static final int MAX_KEY_LENGTH = 1024;

    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<ConfigEntry> entries = new ArrayList<>();
    private String section = "";
    private String next = "";

    /** A mapping or list that is open. */
    private static final class Level {
        private final String prefix;
        private final boolean list;
        private int items;

        Level(String prefix, boolean list) {
            this.prefix = prefix;
            this.list = list;
        }
    }

    /** What was read goes to this section from now on. */
    void section(String name) {
        section = name;
        next = "";
    }

    List<ConfigEntry> entries() {
        return entries;
    }

    void startMapping() {
        levels.push(new Level(shortened(place()), false));
    }

    void startList() {
        levels.push(new Level(shortened(place()), true));
    }

    /** Nesting without end must not make keys without end. */
    private static String shortened(String place) {
        return place.length() <= MAX_KEY_LENGTH ? place : "";
    }

    void end() {
        if (!levels.isEmpty()) {
            levels.pop();
        }
    }

    /** The key of the next value of a mapping. */
    void key(String key) {
        String prefix = levels.isEmpty() ? "" : levels.getFirst().prefix;
        // A merge key's content belongs to the mapping itself.
        next = key.equals("<<") ? prefix : prefix.isEmpty() ? key : prefix + "." + key;
    }

    void value(String value, int line) {
        add(new ConfigEntry(section, place(), value, line));
    }

    /** The place of the next value; a list moves on by it. */
    String place() {
        if (levels.isEmpty() || !levels.getFirst().list) {
            return next;
        }
        Level list = levels.getFirst();
        return list.prefix + "[" + list.items++ + "]";
    }

    /** The place of the next value; nothing moves on. */
    String placeHere() {
        return levels.isEmpty() || !levels.getFirst().list
                ? next
                : levels.getFirst().prefix + "[" + levels.getFirst().items + "]";
    }

    void add(ConfigEntry entry) {
        if (entries.size() < MAX_ENTRIES && entry.key().length() <= MAX_KEY_LENGTH) {
            entries.add(entry);
        }
    }
}
