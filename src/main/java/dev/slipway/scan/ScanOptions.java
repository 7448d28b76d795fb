package dev.slipway.scan;

import java.time.Duration;

/**
 * How to scan many hosts.
 *
 * @param parallel most hosts at the same time
 * @param retries how often a host is tried again after a failure that may pass by itself
 * @param backoff time before the first retry; each further one waits three times as long
 * @param maxOutputBytes most bytes that are read of each of the two answers of a host
 */
public record ScanOptions(int parallel, int retries, Duration backoff, int maxOutputBytes) {
    private static final int DEFAULT_PARALLEL = 32;
    private static final int DEFAULT_RETRIES = 2;
    private static final int DEFAULT_OUTPUT_BYTES = 16 * 1024 * 1024;

    public ScanOptions {
        if (parallel < 1 || retries < 0 || maxOutputBytes < 1) {
            throw new IllegalArgumentException("parallel " + parallel + ", retries " + retries);
        }
    }

    public static ScanOptions standard() {
        return new ScanOptions(DEFAULT_PARALLEL, DEFAULT_RETRIES, Duration.ofSeconds(1), DEFAULT_OUTPUT_BYTES);
    }

    public ScanOptions withParallel(int hosts) {
        return new ScanOptions(hosts, retries, backoff, maxOutputBytes);
    }

    public ScanOptions withRetries(int times, Duration firstBackoff) {
        return new ScanOptions(parallel, times, firstBackoff, maxOutputBytes);
    }

    public ScanOptions withMaxOutputBytes(int bytes) {
        return new ScanOptions(parallel, retries, backoff, bytes);
    }
}
