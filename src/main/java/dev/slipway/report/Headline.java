package dev.slipway.report;

import dev.slipway.assess.Fleet.WorkloadLine;
import dev.slipway.score.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The verdict on many workloads in one sentence. */
final class Headline {
    private static final List<Verdict> ORDER = List.of(
            Verdict.READY,
            Verdict.READY_WITH_CONFIGURATION,
            Verdict.WORK_NEEDED,
            Verdict.MAJOR_REWORK,
            Verdict.NOT_NOW,
            Verdict.BLOCKED,
            Verdict.INSUFFICIENT_DATA);

    private Headline() {}

    /**
     * The sentence.
     *
     * @param verdicts how many workloads have each verdict, by its word
     */
    static String of(SortedMap<String, Integer> verdicts, Words words) {
        List<String> clauses = new ArrayList<>();
        int total = 0;
        for (Verdict verdict : ORDER) {
            int count = verdicts.getOrDefault(verdict.term(), 0);
            total += count;
            if (count > 0) {
                clauses.add(words.count("headline-" + verdict.term(), count));
            }
        }
        if (clauses.isEmpty()) {
            return words.say("headline-nothing");
        }
        return total == 1
                ? only(verdicts, words)
                : words.say("headline-of", Amount.whole(total)) + " " + words.list(clauses) + words.say("full-stop");
    }

    /** How many workloads have each verdict; one that runs on several hosts counts once. */
    static SortedMap<String, Integer> verdicts(List<WorkloadLine> workloads) {
        SortedMap<String, Integer> verdicts = new TreeMap<>();
        workloads.forEach(line -> verdicts.merge(line.verdict().term(), 1, Integer::sum));
        return verdicts;
    }

    private static String only(SortedMap<String, Integer> verdicts, Words words) {
        return ORDER.stream()
                .filter(verdict -> verdicts.getOrDefault(verdict.term(), 0) > 0)
                .map(verdict -> words.say("headline-only-" + verdict.term()))
                .findFirst()
                .orElseThrow();
    }
}
