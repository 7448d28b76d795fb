package dev.slipway.report;

import dev.slipway.assess.Fleet.WorkloadLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How many workloads have which score, in steps of ten, as they are and with the drafts.
 *
 * @param steps from the lowest to the highest
 * @param withoutScore workloads that have none
 */
record Histogram(List<Step> steps, int withoutScore) {
    private static final int STEPS = 10;
    private static final int STEP_WIDTH = 56;
    private static final int BAR_WIDTH = 22;
    private static final int FLOOR = 140;
    private static final int TALLEST = 115;

    Histogram {
        steps = List.copyOf(steps);
    }

    /** A step: its two bars and its name below them. */
    record Step(String scores, int middle, Bar before, Bar after) {}

    /** A bar of the drawing. */
    record Bar(int left, int middleOfBar, int top, int height, int aboveIt, int workloads, String barStyle) {
        boolean any() {
            return workloads > 0;
        }
    }

    boolean someWithout() {
        return withoutScore > 0;
    }

    static Histogram of(List<WorkloadLine> workloads) {
        int[] asIs = count(workloads, WorkloadLine::asIs);
        int[] withDraft = count(workloads, WorkloadLine::withDraft);
        int most = 1;
        for (int i = 0; i < STEPS; i++) {
            most = Math.max(most, Math.max(asIs[i], withDraft[i]));
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            int left = i * STEP_WIDTH + 4;
            String style = Band.of(Optional.of(i * STEPS + STEPS / 2)).style();
            steps.add(new Step(
                    i * STEPS + "–" + (i == STEPS - 1 ? 100 : i * STEPS + STEPS - 1),
                    left + BAR_WIDTH + 1,
                    bar(left, asIs[i], most, style),
                    bar(left + BAR_WIDTH + 2, withDraft[i], most, style)));
        }
        int without = (int) workloads.stream().filter(w -> w.asIs().isEmpty()).count();
        return new Histogram(steps, without);
    }

    private static int[] count(List<WorkloadLine> workloads, Function<WorkloadLine, Optional<Integer>> score) {
        int[] counts = new int[STEPS];
        for (WorkloadLine workload : workloads) {
            score.apply(workload).ifPresent(points -> counts[Math.min(STEPS - 1, points / STEPS)]++);
        }
        return counts;
    }

    private static Bar bar(int left, int workloads, int most, String style) {
        int height = (int) Math.ceil((double) TALLEST * workloads / most);
        int top = FLOOR - height;
        return new Bar(left, left + BAR_WIDTH / 2, top, height, top - 5, workloads, style);
    }
}
