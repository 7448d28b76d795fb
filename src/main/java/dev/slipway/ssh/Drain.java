package dev.slipway.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads a stream to its end, keeps its beginning and gives up when there is too much. */
final class Drain implements Runnable {
    private static final int CHUNK_BYTES = 32 * 1024;

    private final InputStream in;
    private final int kept;
    private final long most;
    private final Runnable stop;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private final CountDownLatch over = new CountDownLatch(1);
    private long count;
    private volatile Optional<IOException> error = Optional.empty();

    /**
     * A drain.
     *
     * @param kept most bytes that are kept
     * @param most most bytes that are read
     * @param stop called when there are more
     */
    Drain(InputStream in, int kept, int most, Runnable stop) {
        this.in = in;
        this.kept = kept;
        this.most = most;
        this.stop = stop;
    }

    @Override
    public void run() {
        byte[] chunk = new byte[CHUNK_BYTES];
        try {
            for (int n = in.read(chunk); n >= 0 && !isTooMuch(); n = in.read(chunk)) {
                take(chunk, n);
            }
            if (isTooMuch()) {
                stop.run();
            }
        } catch (IOException e) {
            error = Optional.of(e);
        } finally {
            over.countDown();
        }
    }

    private synchronized void take(byte[] chunk, int n) {
        beginning.write(chunk, 0, Math.min(n, kept - beginning.size()));
        count += n;
    }

    synchronized boolean isTooMuch() {
        return count > most;
    }

    synchronized byte[] bytes() {
        return beginning.toByteArray();
    }

    /** What ended it before its end. */
    Optional<IOException> error() {
        return error;
    }

    /** Waits for its end, until a deadline. */
    void await(Deadline deadline) throws InterruptedException {
        boolean inTime = over.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        if (!inTime) {
            stop.run();
        }
    }
}
