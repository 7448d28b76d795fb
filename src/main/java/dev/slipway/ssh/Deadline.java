package dev.slipway.ssh;

import java.time.Duration;

/**
 * The moment by which something must have ended.
 *
 * @param nanoTime on the clock of {@link System#nanoTime}
 */
public record Deadline(long nanoTime) {

    public static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time that is left; zero once it is over. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** The time that is left in milliseconds, at least 1, for calls to which 0 means for ever. */
    public int remainingMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, remaining().toMillis()));
    }

    public boolean isOver() {
        return remaining().isZero();
    }

    /** This one or a moment from now, whichever comes first. */
    public Deadline orAfter(Duration time) {
        Deadline other = after(time);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }
}
