package dev.slipway.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes what has not ended by its deadline. A closed socket is the only thing that wakes up every thread which waits for a host, so
 * that is what it closes.
 */
final class Watchdog implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;

    Watchdog() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "slipway-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** A watch over one connection. */
    static final class Watch implements AutoCloseable {
        private volatile boolean barked;
        private volatile Optional<ScheduledFuture<?>> bark = Optional.empty();

        /** Whether the deadline has passed and the connection was closed for it. */
        boolean barked() {
            return barked;
        }

        @Override
        public void close() {
            bark.ifPresent(waiting -> waiting.cancel(false));
        }
    }

    /** Closes a socket at a deadline, unless the watch is closed before. */
    Watch over(Closeable socket, Deadline deadline) {
        Watch watch = new Watch();
        watch.bark = Optional.of(timer.schedule(
                () -> {
                    watch.barked = true;
                    try {
                        socket.close();
                    } catch (IOException closedAnyway) {
                        return;
                    }
                },
                deadline.remaining().toNanos(),
                TimeUnit.NANOSECONDS));
        return watch;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
