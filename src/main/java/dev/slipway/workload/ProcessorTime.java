package dev.slipway.workload;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostProcess;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * How much of the processors programs have used.
 *
 * @param now instant of the scan by the host's own clock, in seconds since the epoch
 */
record ProcessorTime(Fact<Long> now) {

    static ProcessorTime of(Host host) {
        try {
            long scanned = Instant.parse(host.scannedAt()).getEpochSecond();
            return new ProcessorTime(
                    Fact.known(scanned + host.clockSkewSeconds().orElse(0L)));
        } catch (DateTimeException e) {
            return new ProcessorTime(Fact.unknown("the time of the scan is not known"));
        }
    }

    /** Cores that these processes used together, on average since each was started. */
    Fact<Double> cores(List<HostProcess> processes) {
        if (!now.isKnown() || processes.isEmpty()) {
            return Fact.unknown(processes.isEmpty() ? "it does not run" : now.reason());
        }
        double cores = 0;
        for (HostProcess process : processes) {
            if (!process.startedAt().isKnown() || !process.cpuSeconds().isKnown()) {
                return Fact.unknown(
                        process.startedAt().isKnown()
                                ? process.cpuSeconds().reason()
                                : process.startedAt().reason());
            }
            long seconds = Math.max(1, now.orElse(0L) - process.startedAt().orElse(0L));
            cores += process.cpuSeconds().orElse(0.0) / seconds;
        }
        return Fact.known(Math.round(cores * 1000) / 1000.0);
    }
}
