package dev.slipway.report;

import dev.slipway.assess.Fleet.WorkloadLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How many workloads have which score, in steps of ten, as they are and with the drafts.
 *
 * @param steps from the lowest to the highest
 * @param zones bands of the scale, below the steps
 * @param withoutScore workloads that have none
 */
record Histogram(List<Step> steps, List<Zone> zones, int withoutScore) {
    private static final int STEPS = 10;
    private static final int STEP_WIDTH = 56;
    private static final int BAR_WIDTH = 22;
    private static final int FLOOR = 140;
    private static final int TALLEST = 115;

    Histogram {
        steps = List.copyOf(steps);
        zones = List.copyOf(zones);
    }

    /** A step: its two bars and its name below them. */
    record Step(String scores, int middle, Bar before, Bar after) {}

    /** A band: where it begins, how wide it is, and its name. */
    record Zone(String zoneStart, String zoneWidth, String zoneMiddle, String zoneStyle, String zoneName) {}

    /** A bar of the drawing. */
    record Bar(int left, int middleOfBar, int top, int height, int aboveIt, int workloads) {
        boolean any() {
            return workloads > 0;
        }
    }

    boolean someWithout() {
        return withoutScore > 0;
    }

    static Histogram of(List<WorkloadLine> workloads, Words words) {
        int[] asIs = count(workloads, WorkloadLine::asIs);
        int[] withDraft = count(workloads, WorkloadLine::withDraft);
        int most = 1;
        for (int i = 0; i < STEPS; i++) {
            most = Math.max(most, Math.max(asIs[i], withDraft[i]));
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            int left = i * STEP_WIDTH + 4;
            steps.add(new Step(
                    i * STEPS + "–" + (i == STEPS - 1 ? 100 : i * STEPS + STEPS - 1),
                    left + BAR_WIDTH + 1,
                    bar(left, asIs[i], most),
                    bar(left + BAR_WIDTH + 2, withDraft[i], most)));
        }
        int without = (int) workloads.stream().filter(w -> w.asIs().isEmpty()).count();
        return new Histogram(steps, zones(words), without);
    }

    private static List<Zone> zones(Words words) {
        List<Zone> zones = new ArrayList<>();
        int start = 0;
        for (int score = 1; score <= 100; score++) {
            Band band = Band.of(Optional.of(start));
            if (score == 100 || Band.of(Optional.of(score)) != band) {
                double width = (score - start) * STEP_WIDTH / (double) STEPS;
                double left = start * STEP_WIDTH / (double) STEPS;
                zones.add(new Zone(
                        place(left),
                        place(width - 1),
                        place(left + width / 2),
                        band.style(),
                        words.say("zone-" + band.style())));
                start = score;
            }
        }
        return zones;
    }

    private static String place(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    private static int[] count(List<WorkloadLine> workloads, Function<WorkloadLine, Optional<Integer>> score) {
        int[] counts = new int[STEPS];
        for (WorkloadLine workload : workloads) {
            score.apply(workload).ifPresent(points -> counts[Math.min(STEPS - 1, points / STEPS)]++);
        }
        return counts;
    }

    private static Bar bar(int left, int workloads, int most) {
        int height = (int) Math.ceil((double) TALLEST * workloads / most);
        int top = FLOOR - height;
        return new Bar(left, left + BAR_WIDTH / 2, top, height, top - 5, workloads);
    }
}
