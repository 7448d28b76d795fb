package dev.slipway.scan;

import dev.slipway.facts.Term;

/** How the scan of a host ended. */
public enum HostOutcome implements Term {
    /** All was read that the account may read. */
    SCANNED,
    /** Something was read, and something that should have been is missing. */
    PARTIAL,
    UNREACHABLE,
    TIMED_OUT,
    AUTHENTICATION_FAILED,
    HOST_KEY_UNKNOWN,
    HOST_KEY_CHANGED,
    NO_COMMON_ALGORITHM,
    /** Logged in, but the script did not start. */
    SHELL_UNUSABLE,
    OUTPUT_LIMIT,
    CUT_OFF,
    /** Ended by the user while it ran. */
    CANCELLED,
    /** Not begun. */
    PENDING;

    /** Whether there is evidence of the host. */
    public boolean hasEvidence() {
        return this == SCANNED || this == PARTIAL;
    }
}
