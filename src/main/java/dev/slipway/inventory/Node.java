package dev.slipway.inventory;

import java.util.List;

/** A piece of an inventory with the line that it stands in, whatever the file's format is. */
sealed interface Node {

    /** Line number from 1. */
    int line();

    /** What it is, for a message. */
    String kind();

    /**
     * A single value.
     *
     * @param text as it is written; empty for a value that is left out
     */
    record Scalar(int line, Type type, String text) implements Node {
        private static final int MOST_SHOWN = 60;

        enum Type {
            TEXT,
            NUMBER,
            FLAG,
            NOTHING
        }

        static Scalar text(int line, String text) {
            return new Scalar(line, Type.TEXT, text);
        }

        @Override
        public String kind() {
            String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
            return type == Type.NOTHING ? "nothing" : "'" + shown.replaceAll("\\p{Cntrl}", " ") + "'";
        }
    }

    /** Values in order. */
    record Sequence(int line, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Values by key. */
    record Mapping(int line, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key of a mapping and its value; the line is the key's. */
    record Entry(int line, String key, Node value) {}
}
