package dev.slipway.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The notes on one manifest, by the JSON pointer of the field: {@code /spec/replicas}. */
final class Notes {
    private final SortedMap<String, List<Note>> notes;
    private final String prefix;

    Notes() {
        this(new TreeMap<>(), "");
    }

    private Notes(SortedMap<String, List<Note>> notes, String prefix) {
        this.notes = notes;
        this.prefix = prefix;
    }

    /** The same notes, seen from a place further down. */
    Notes at(String pointer) {
        return new Notes(notes, prefix + pointer);
    }

    /** The value was seen on a host. */
    void from(String pointer, String text) {
        add(pointer, new Note(Note.Kind.FROM, text, ""));
    }

    /** The value is a cautious choice. */
    void assumed(String pointer, String text) {
        add(pointer, new Note(Note.Kind.DEFAULT, text, ""));
    }

    /** The value is a gap that the owner has to fill. */
    void ask(String pointer, String question, String rule) {
        add(pointer, new Note(Note.Kind.QUESTION, question, rule));
    }

    void add(String pointer, Note note) {
        notes.computeIfAbsent(prefix + pointer, key -> new ArrayList<>()).add(note);
    }

    List<Note> on(String pointer) {
        return notes.getOrDefault(prefix + pointer, List.of());
    }

    /** All of them, by pointer. */
    SortedMap<String, List<Note>> all() {
        return new TreeMap<>(notes);
    }

    /** The pointer's form of a key. */
    static String key(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
