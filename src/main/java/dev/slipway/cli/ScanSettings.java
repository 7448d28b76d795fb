package dev.slipway.cli;

import dev.slipway.scan.ScanOptions;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to scan. */
final class ScanSettings {
    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Scan at most N hosts at the same time (default: ${DEFAULT-VALUE}).")
    private int parallel = 32;

    @Option(
            names = "--accept-new",
            description = "Accept and keep the key of a host of which none is known. A changed key is never accepted.")
    private boolean acceptNew;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "Also write each host's redacted transcript to DIR, to be assessed again without the host.")
    private Optional<Path> record = Optional.empty();

    ScanOptions options() {
        if (parallel < 1) {
            throw new Failure(ExitStatus.USAGE, "--parallel must be at least 1, not " + parallel);
        }
        return ScanOptions.standard().withParallel(parallel);
    }

    boolean acceptNew() {
        return acceptNew;
    }

    Optional<Path> record() {
        return record;
    }
}
