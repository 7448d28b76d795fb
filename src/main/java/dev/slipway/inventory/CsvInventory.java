package dev.slipway.inventory;

import dev.slipway.inventory.Node.Entry;
import dev.slipway.inventory.Node.Mapping;
import dev.slipway.inventory.Node.Scalar;
import dev.slipway.inventory.Node.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An inventory as a table: the first row names the columns, which are the keys of a host. A cell with several values has them
 * separated by blanks, or by {@code ;} where that does not separate the cells. Owners need no table of their own.
 */
final class CsvInventory {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvInventory(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    private record Row(int line, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    static Node read(String text, Mistakes mistakes) {
        String table = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        String header = table.lines().findFirst().orElse("");
        CsvInventory csv = new CsvInventory(table, header.contains(";") && !header.contains(",") ? ';' : ',');
        List<Row> rows = csv.rows();
        if (rows.isEmpty()) {
            throw mistakes.fatal(1, "the table is empty; its first row must name the columns: name,address,owner ...");
        }
        List<String> columns = rows.get(0).cells().stream().map(String::strip).toList();
        List<Node> hosts = new ArrayList<>();
        SortedMap<String, Entry> owners = new TreeMap<>();
        for (Row row : rows.subList(1, rows.size())) {
            if (row.cells().size() > columns.size()) {
                mistakes.add(
                        row.line(),
                        "the row has " + row.cells().size() + " cells, but there are " + columns.size() + " columns");
            } else {
                Mapping host = csv.host(row, columns);
                host.entries().stream()
                        .filter(entry -> entry.key().equals("owner"))
                        .forEach(entry -> owners.put(((Scalar) entry.value()).text(), entry));
                hosts.add(host);
            }
        }
        return new Mapping(
                1, List.of(new Entry(1, "owners", declared(owners)), new Entry(1, "hosts", new Sequence(1, hosts))));
    }

    /** A mapping with these names, about which nothing more is known. */
    static Mapping declared(SortedMap<String, Entry> names) {
        return new Mapping(
                1,
                names.entrySet().stream()
                        .map(name -> new Entry(
                                name.getValue().line(),
                                name.getKey(),
                                new Scalar(name.getValue().line(), Scalar.Type.NOTHING, "")))
                        .toList());
    }

    private Mapping host(Row row, List<String> columns) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i).strip();
            if (!cell.isEmpty()) {
                entries.add(new Entry(row.line(), columns.get(i), value(row.line(), columns.get(i), cell)));
            }
        }
        return new Mapping(row.line(), entries);
    }

    private Node value(int row, String column, String cell) {
        return switch (column) {
            case "tags", "identityFiles", "knownHosts", "auth" ->
                new Sequence(
                        row,
                        Arrays.stream(cell.split(separator == ';' ? "\\s+" : "[\\s;]+"))
                                .<Node>map(item -> Scalar.text(row, item))
                                .toList());
            default -> Scalar.text(row, cell);
        };
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        while (at < text.length()) {
            Row row = row();
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() {
        int first = line;
        List<String> cells = new ArrayList<>(List.of(cell()));
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            cells.add(cell());
        }
        if (at < text.length()) {
            at++;
            line++;
        }
        return new Row(first, cells);
    }

    /** One cell, up to its separator or line end; in double quotes it may contain both, and a quote as two. */
    private String cell() {
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (!quoted && (c == separator || c == '\n')) {
                break;
            } else if (c != '\r') {
                cell.append(c);
                line += c == '\n' ? 1 : 0;
            }
        }
        return cell.toString();
    }
}
