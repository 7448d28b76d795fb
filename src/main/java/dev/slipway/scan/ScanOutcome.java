package dev.slipway.scan;

/**
 * How the scan of one host went.
 *
 * @param name the host's name in the inventory
 * @param message what went wrong, one line; empty if nothing did
 * @param next what to do about it, one line; empty if nothing went wrong
 * @param startedAt ISO 8601 in UTC; empty for a host that was not begun
 * @param durationMillis from the first attempt to the end
 * @param attempts how often it was connected to
 */
public record ScanOutcome(
        String name,
        HostOutcome outcome,
        String message,
        String next,
        String startedAt,
        long durationMillis,
        int attempts) {

    /** A host that was not begun. */
    static ScanOutcome pending(String name) {
        return new ScanOutcome(
                name, HostOutcome.PENDING, "the scan ended before its turn", "go on with --resume", "", 0, 0);
    }
}
