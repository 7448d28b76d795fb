package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The output of a section that goes from process to process: a line {@code pid 12} and what belongs to it, or {@code denied 12}.
 *
 * @param blocks lines by process id
 * @param denied processes that the account may not look into
 */
record ByProcess(SortedMap<Integer, Block> blocks, List<Integer> denied) {
    private static final Pattern HEADER = Pattern.compile("([a-z]+) (\\d{1,9})( .*)?");

    ByProcess {
        blocks = new TreeMap<>(blocks);
        denied = List.copyOf(denied);
    }

    /**
     * What belongs to one process.
     *
     * @param header the line before it
     */
    record Block(EvidenceLine header, List<String> lines) {
        Block {
            lines = List.copyOf(lines);
        }
    }

    /** The blocks of an item that begin with this word. */
    static ByProcess read(Optional<EvidenceItem> item, String word) {
        return read(item, word, line -> true);
    }

    /** The blocks of an item that begin with this word; lines that are not as expected are passed over. */
    static ByProcess read(Optional<EvidenceItem> item, String word, Predicate<String> expected) {
        TreeMap<Integer, EvidenceLine> headers = new TreeMap<>();
        TreeMap<Integer, List<String>> lines = new TreeMap<>();
        List<Integer> denied = new ArrayList<>();
        int pid = 0;
        int number = 0;
        for (String line : item.map(EvidenceItem::lines).orElse(List.of())) {
            number++;
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                pid = Integer.parseInt(header.group(2));
                if (header.group(1).equals(word)) {
                    headers.put(pid, item.orElseThrow().at(number, line));
                    lines.put(pid, new ArrayList<>());
                } else if (header.group(1).equals("denied")) {
                    denied.add(pid);
                }
            } else if (lines.containsKey(pid) && !line.isEmpty() && expected.test(line)) {
                lines.get(pid).add(line);
            }
        }
        TreeMap<Integer, Block> blocks = new TreeMap<>();
        headers.forEach((id, header) -> blocks.put(id, new Block(header, lines.getOrDefault(id, List.of()))));
        return new ByProcess(blocks, denied);
    }

    Optional<Block> find(int pid) {
        return Optional.ofNullable(blocks.get(pid));
    }

    /** Why nothing is known of a process. */
    String reason(int pid) {
        return denied.contains(pid) ? "needs root" : "not read";
    }
}
