package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the kernel's ticks into time.
 *
 * @param bootEpochSeconds when the host was started
 * @param ticksPerSecond 100 nearly everywhere
 */
record ProcessClock(Optional<Long> bootEpochSeconds, long ticksPerSecond) {
    private static final Pattern BOOT = Pattern.compile("(?m)^btime (\\d{1,15})$");
    private static final Pattern TICKS = Pattern.compile("(?m)^([1-9]\\d{0,5})$");
    private static final String UNKNOWN = "the kernel does not show it";

    static ProcessClock of(EvidenceItem table) {
        Matcher boot = BOOT.matcher(table.text());
        Matcher ticks = TICKS.matcher(table.text());
        return new ProcessClock(
                boot.find() ? Optional.of(Long.parseLong(boot.group(1))) : Optional.empty(),
                ticks.find() ? Long.parseLong(ticks.group(1)) : 100);
    }

    /** Seconds since the epoch at which a process started. */
    Fact<Long> startedAt(ProcessStatus process) {
        return Fact.of(
                bootEpochSeconds.flatMap(boot -> process.statField(22).map(ticks -> boot + ticks / ticksPerSecond)),
                UNKNOWN);
    }

    /** Processor time that a process has used, by itself. */
    Fact<Double> cpuSeconds(ProcessStatus process) {
        return Fact.of(
                process.statField(14)
                        .flatMap(
                                user -> process.statField(15).map(system -> (user + system) / (double) ticksPerSecond)),
                UNKNOWN);
    }
}
