package dev.slipway.draft;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much memory a container would get.
 *
 * @param requestMiB what is set aside for it
 * @param limitMiB at which it is killed
 * @param heapMiB the Java heap within; 0 if there is none
 * @param kind whether it was measured, or a default
 * @param reason how it was computed
 */
record MemoryPlan(long requestMiB, long limitMiB, long heapMiB, Note.Kind kind, String reason) {
    private static final long MIB = 1L << 20;
    private static final long JVM_STEP = 128;
    private static final long STEP = 32;

    static MemoryPlan of(Subject subject) {
        Optional<Long> answer = subject.answer("memoryMiB")
                .filter(text -> text.matches("[1-9][0-9]{1,6}"))
                .map(Long::valueOf);
        long peak = most(subject, Workload::peakMemoryBytes);
        long resident = most(subject, Workload::memoryBytes);
        MemoryPlan plan = subject.jvm()
                .map(jvm -> ofJvm(jvm, Math.max(peak, resident)))
                .orElseGet(() -> ofProcess(resident, peak));
        return answer.map(mib -> new MemoryPlan(
                        plan.heapMiB > 0 ? mib : Math.min(mib, plan.requestMiB),
                        mib,
                        Math.min(plan.heapMiB, mib * 3 / 4),
                        Note.Kind.FROM,
                        "the answer memoryMiB"))
                .orElse(plan);
    }

    private static long most(Subject subject, Function<Workload, Fact<Long>> fact) {
        return subject.instances().stream()
                .mapToLong(
                        instance -> fact.apply(instance.workload().workload()).orElse(0L))
                .max()
                .orElse(0L);
    }

    private static MemoryPlan ofProcess(long residentBytes, long peakBytes) {
        if (residentBytes == 0 && peakBytes == 0) {
            return new MemoryPlan(256, 512, 0, Note.Kind.DEFAULT, "its memory was not measured");
        }
        long request = roundUp(residentBytes * 1.1 / MIB, STEP);
        long limit = Math.max(roundUp(peakBytes * 1.3 / MIB, STEP), roundUp(request * 1.25, STEP));
        String reason = String.format(
                Locale.ROOT,
                "%d MiB resident, %d MiB at most",
                Math.round((double) residentBytes / MIB),
                Math.round((double) Math.max(residentBytes, peakBytes) / MIB));
        return new MemoryPlan(Math.max(64, request), Math.max(128, limit), 0, Note.Kind.FROM, reason);
    }

    private static MemoryPlan ofJvm(Jvm jvm, long peakBytes) {
        boolean set = jvm.maxHeapSet().orElse(false) && jvm.maxHeapBytes().isKnown();
        double heap = set
                ? jvm.maxHeapBytes().orElse(0L) / (double) MIB
                : Math.max(256, jvm.usedHeapBytes().orElse(0L) * 2.0 / MIB);
        double meta = option(jvm, "-XX:MaxMetaspaceSize=")
                .orElse(Math.max(96, jvm.metaspaceBytes().orElse(0L) * 1.25 / MIB));
        double code = heap < 256 ? 48 : 64;
        int threads = jvm.peakThreads().orElse(200);
        double stacks = threads * Math.min(option(jvm, "-Xss").orElse(1.0), 1) * 0.25;
        double direct = option(jvm, "-XX:MaxDirectMemorySize=").orElse(64.0);
        double collector = collector(jvm, heap);
        double sum = heap + meta + code + stacks + direct + collector + 60;
        long limit = Math.max(roundUp(sum * 1.1, JVM_STEP), roundUp(peakBytes * 1.15 / MIB, JVM_STEP));
        String reason = String.format(
                Locale.ROOT,
                "1.1 x (heap %.0f%s + metaspace %.0f + code %.0f + %d threads %.0f + direct %.0f + collector %.0f + 60) MiB, at least 1.15 x the peak of %d MiB",
                heap,
                set ? "" : " (guessed: no -Xmx)",
                meta,
                code,
                threads,
                stacks,
                direct,
                collector,
                Math.round((double) peakBytes / MIB));
        return new MemoryPlan(limit, limit, Math.round(heap), set ? Note.Kind.FROM : Note.Kind.DEFAULT, reason);
    }

    /** What the collector's own structures take, measured with native memory tracking on Java 17. */
    private static double collector(Jvm jvm, double heapMiB) {
        double heapGiB = heapMiB / 1024;
        return switch (jvm.gc().orElse("G1")) {
            case "Serial" -> 3.3 * heapGiB;
            case "Parallel" -> 9 + 38 * heapGiB;
            case "ZGC" -> 64;
            default -> 36 + 40 * heapGiB;
        };
    }

    /** The size that an option sets, in MiB. */
    private static Optional<Double> option(Jvm jvm, String option) {
        List<String> flags = jvm.flags().orElse(List.of());
        return flags.stream()
                .filter(flag -> flag.startsWith(option))
                .map(flag -> flag.substring(option.length()).toLowerCase(Locale.ROOT))
                .filter(size -> size.matches("[0-9]{1,15}[kmgt]?"))
                .map(MemoryPlan::mib)
                .reduce((first, last) -> last);
    }

    private static double mib(String size) {
        double number = Double.parseDouble(size.replaceAll("[a-z]", ""));
        return switch (size.charAt(size.length() - 1)) {
            case 'k' -> number / 1024;
            case 'm' -> number;
            case 'g' -> number * 1024;
            case 't' -> number * 1024 * 1024;
            default -> number / MIB;
        };
    }

    private static long roundUp(double mib, long step) {
        return (long) Math.ceil(mib / step) * step;
    }

    /** The heap's share of the limit, as {@code MaxRAMPercentage} takes it: at most three quarters. */
    double heapPercentage() {
        return Math.min(75, Math.floor(100.0 * heapMiB / limitMiB));
    }
}
