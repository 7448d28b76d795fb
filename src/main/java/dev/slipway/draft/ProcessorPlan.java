package dev.slipway.draft;

import java.util.Locale;
import java.util.Optional;

/**
 * How much processor time a container would get, in thousandths of a core.
 *
 * @param kind whether it was measured, or a default
 */
record ProcessorPlan(long requestMillis, long limitMillis, Note.Kind kind, String reason) {
    private static final long STEP = 50;
    private static final long LEAST_OF_A_JVM = 250;

    static ProcessorPlan of(Subject subject) {
        long least = subject.jvm().isPresent() ? LEAST_OF_A_JVM : STEP;
        Optional<Double> cores = subject.instances().stream()
                .flatMap(instance -> instance.workload().workload().cpuCores().toOptional().stream())
                .max(Double::compare);
        long used = cores.map(c -> (long) Math.ceil(c * 1200 / STEP) * STEP).orElse(100L);
        long request = Math.max(least, used);
        long most = Math.max(1000, (long) (subject.target().nodeCpu() * 900));
        String reason = cores.map(c ->
                        String.format(Locale.ROOT, "%.3f cores on average since its start, at least %dm", c, least))
                .orElse("its processor time was not measured");
        return new ProcessorPlan(
                Math.min(request, most),
                Math.min(Math.max(1000, 4 * request), most),
                cores.isPresent() ? Note.Kind.FROM : Note.Kind.DEFAULT,
                reason);
    }

    static String quantity(long millis) {
        return millis % 1000 == 0 ? Long.toString(millis / 1000) : millis + "m";
    }
}
