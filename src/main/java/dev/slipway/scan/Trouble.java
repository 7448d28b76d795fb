package dev.slipway.scan;

import dev.slipway.ssh.Failure;

/**
 * Why a host, or a part of it, was not read.
 *
 * @param mayPass whether trying again makes sense
 */
record Trouble(HostOutcome outcome, String message, String next, boolean mayPass) {

    static Trouble of(Failure failure) {
        return new Trouble(outcome(failure), failure.message(), failure.next(), failure.mayPass());
    }

    /** The same trouble, of a host of which something was read. */
    Trouble partial() {
        return new Trouble(HostOutcome.PARTIAL, message, next, false);
    }

    private static HostOutcome outcome(Failure failure) {
        if (failure instanceof Failure.Unreachable) {
            return HostOutcome.UNREACHABLE;
        } else if (failure instanceof Failure.TimedOut) {
            return HostOutcome.TIMED_OUT;
        } else if (failure instanceof Failure.AuthenticationFailed) {
            return HostOutcome.AUTHENTICATION_FAILED;
        } else if (failure instanceof Failure.HostKeyUnknown) {
            return HostOutcome.HOST_KEY_UNKNOWN;
        } else if (failure instanceof Failure.HostKeyChanged || failure instanceof Failure.HostKeyRefused) {
            return HostOutcome.HOST_KEY_CHANGED;
        } else if (failure instanceof Failure.NoCommonAlgorithm) {
            return HostOutcome.NO_COMMON_ALGORITHM;
        } else if (failure instanceof Failure.ShellUnusable) {
            return HostOutcome.SHELL_UNUSABLE;
        } else if (failure instanceof Failure.OutputLimit) {
            return HostOutcome.OUTPUT_LIMIT;
        } else if (failure instanceof Failure.CutOff) {
            return HostOutcome.CUT_OFF;
        }
        return HostOutcome.CANCELLED;
    }
}
