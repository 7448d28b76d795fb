package dev.slipway.jvm;

import java.util.List;
import java.util.Optional;

/** A garbage collector of HotSpot. */
public enum Collector {
    /** The old collector that runs beside the program; gone since 14. It may be asked for together with ParNew. */
    CMS("CMS", "UseConcMarkSweepGC"),
    G1("G1", "UseG1GC"),
    PARALLEL("Parallel", "UseParallelGC"),
    PARALLEL_OLD("Parallel", "UseParallelOldGC"),
    PAR_NEW("ParNew", "UseParNewGC"),
    SERIAL("Serial", "UseSerialGC"),
    ZGC("ZGC", "UseZGC"),
    SHENANDOAH("Shenandoah", "UseShenandoahGC"),
    EPSILON("Epsilon", "UseEpsilonGC");

    private final String title;
    private final String flag;

    Collector(String title, String flag) {
        this.title = title;
        this.flag = flag;
    }

    /** As people call it: {@code G1}. */
    public String title() {
        return title;
    }

    /** The flag that asks for it, without {@code -XX:+}. */
    public String flag() {
        return flag;
    }

    /**
     * The collector that the machine's counters show.
     *
     * @param policy value of {@code sun.gc.policy.name}; empty if there is none
     * @param collectors values of {@code sun.gc.collector.*.name}
     */
    static Optional<Collector> ofCounters(String policy, List<String> collectors) {
        String names = String.join(",", collectors);
        if (policy.equals("GarbageFirst") || names.contains("G1 ")) {
            return Optional.of(G1);
        } else if (policy.endsWith(":CMS") || names.contains("CMS")) {
            return Optional.of(CMS);
        } else if (policy.startsWith("ParScav") || names.contains("PSScavenge") || names.contains("Parallel ")) {
            return Optional.of(PARALLEL);
        } else if (policy.startsWith("ParNew")) {
            return Optional.of(PAR_NEW);
        } else if (policy.startsWith("Copy") || names.contains("Serial ")) {
            return Optional.of(SERIAL);
        } else if (names.contains("Shenandoah")) {
            return Optional.of(SHENANDOAH);
        } else if (names.startsWith("Z")) {
            return Optional.of(ZGC);
        }
        return Optional.empty();
    }
}
