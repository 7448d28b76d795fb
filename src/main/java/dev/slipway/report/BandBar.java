package dev.slipway.report;

import dev.slipway.score.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * How many workloads have each verdict, as parts of a bar that is 100 wide, and in words.
 *
 * @param bands parts from left to right
 * @param inWords {@code 2 ready, 1 blocked}
 */
record BandBar(List<Segment> bands, String inWords) {

    BandBar {
        bands = List.copyOf(bands);
    }

    /** A part of the bar; numbers as SVG wants them. */
    record Segment(String x, String width, String bandStyle) {}

    static BandBar of(SortedMap<String, Integer> verdicts, Words words) {
        int total = verdicts.values().stream().mapToInt(Integer::intValue).sum();
        List<Segment> bands = new ArrayList<>();
        List<String> clauses = new ArrayList<>();
        int before = 0;
        for (Verdict verdict : Verdict.values()) {
            int count = verdicts.getOrDefault(verdict.term(), 0);
            if (count > 0) {
                bands.add(new Segment(
                        share(before, total),
                        share(count, total),
                        Band.of(verdict).style()));
                clauses.add(words.say("count-of", count, words.term("verdict", verdict)));
                before += count;
            }
        }
        return new BandBar(bands, String.join(", ", clauses));
    }

    private static String share(int count, int total) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * count / total);
    }
}
