package dev.slipway.schedule;

import java.util.Optional;

/** A distance between runs as fields of cron, where it fits into an hour or a day without a rest. */
final class RepeatingFields {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;

    private RepeatingFields() {}

    /** Five fields that fire in this distance; empty if none do. */
    static Optional<String> of(long seconds) {
        if (seconds == DAY) {
            return Optional.of("0 0 * * *");
        } else if (seconds == 7 * DAY) {
            return Optional.of("0 0 * * 0");
        } else if (seconds % HOUR == 0 && DAY % seconds == 0) {
            return Optional.of("0 " + step(seconds / HOUR) + " * * *");
        } else if (seconds % MINUTE == 0 && HOUR % seconds == 0) {
            return Optional.of(step(seconds / MINUTE) + " * * * *");
        }
        return Optional.empty();
    }

    private static String step(long step) {
        return step == 1 ? "*" : "*/" + step;
    }
}
