package dev.slipway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of a page.
 *
 * @param tableId id within the page: {@code listeners}
 * @param caption what it shows
 * @param stacked whether its cells stand below each other on a narrow screen; else it scrolls
 * @param sortable whether a reader may sort it
 * @param note what it leaves out and why; empty if it is complete
 * @param nothing what is said where it has no rows
 */
record Table(
        String tableId,
        String caption,
        boolean stacked,
        boolean sortable,
        List<Column> columns,
        List<Row> rows,
        String note,
        String nothing) {

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A column; numbers stand to the right. */
    record Column(String heading, boolean numeric) {}

    /**
     * A row.
     *
     * @param owner word by which it can be filtered; empty if it cannot
     * @param verdict word by which it can be filtered; empty if it cannot
     */
    record Row(String owner, String verdict, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param label heading of its column, for narrow screens
     * @param first whether it names the row
     * @param numericCell whether it stands to the right
     * @param sortKey what it is sorted by; empty to go by its text
     */
    record Cell(String label, boolean first, boolean numericCell, String sortKey, List<Part> parts) {
        Cell {
            parts = List.copyOf(parts);
        }
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    /** A table with the words {@code <id>-caption} and, for each column, {@code <id>-<column>}. */
    static Builder named(String id, Words words) {
        return new Builder(id, words);
    }

    /** Puts a table together, row by row. */
    static final class Builder {
        private final String id;
        private final Words words;
        private final List<Column> columns = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private String key;
        private Optional<String> captionKey = Optional.empty();
        private boolean stacked;
        private boolean sortable;
        private String note = "";

        private Builder(String id, Words words) {
            this.id = id;
            this.key = id;
            this.words = words;
        }

        /** Takes the words of this key, where several tables of a page have the same columns. */
        Builder withWordsOf(String otherKey) {
            key = otherKey;
            return this;
        }

        /** Takes the caption from another table's words than the columns: two tables on a page need names of their own. */
        Builder captioned(String otherKey) {
            captionKey = Optional.of(otherKey);
            return this;
        }

        Builder text(String column) {
            columns.add(new Column(words.say(key + "-" + column), false));
            return this;
        }

        Builder number(String column) {
            columns.add(new Column(words.say(key + "-" + column), true));
            return this;
        }

        Builder stacked() {
            stacked = true;
            return this;
        }

        Builder sortable() {
            sortable = true;
            return this;
        }

        /** Says what is missing; an empty note says nothing. */
        Builder note(String incomplete) {
            note = incomplete;
            return this;
        }

        /** Adds a row; each value is a {@link Part}, a list of parts, a {@link Sorted} value or plain text. */
        Builder row(Object... values) {
            return filterableRow("", "", values);
        }

        /** Adds a row that can be filtered by its owner and verdict. */
        Builder filterableRow(String owner, String verdict, Object... values) {
            if (values.length != columns.size()) {
                throw new IllegalArgumentException(id + " has " + columns.size() + " columns, not " + values.length);
            }
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                Column column = columns.get(i);
                String sortKey = values[i] instanceof Sorted sorted ? sorted.key() : "";
                cells.add(new Cell(column.heading(), i == 0, column.numeric(), sortKey, parts(values[i])));
            }
            rows.add(new Row(owner, verdict, cells));
            return this;
        }

        private static List<Part> parts(Object value) {
            if (value instanceof Sorted sorted) {
                return parts(sorted.value());
            } else if (value instanceof Part part) {
                return part.isEmpty() ? List.of() : List.of(part);
            } else if (value instanceof List<?> list) {
                return list.stream().flatMap(item -> parts(item).stream()).toList();
            }
            return parts(Part.plain(String.valueOf(value)));
        }

        Table build() {
            String nothing = words.say(note.isEmpty() ? "nothing" : "nothing-seen");
            return new Table(
                    id,
                    words.say(captionKey.orElse(key) + "-caption"),
                    stacked,
                    sortable,
                    columns,
                    rows,
                    note,
                    nothing);
        }
    }

    /** A value that is sorted by something else than its text. */
    record Sorted(String key, Object value) {

        /** Sorted by a number; nothing comes last. */
        static Sorted by(double number, Object value) {
            return new Sorted(String.valueOf(number), value);
        }
    }
}
