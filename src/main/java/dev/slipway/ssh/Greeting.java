package dev.slipway.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes from a host, watched until it has said which version of SSH it speaks. Before that a host may say anything, and the
 * library would read it for ever.
 */
final class Greeting extends FilterInputStream {
    private static final int MOST_BYTES = 16 * 1024;
    private static final int MOST_SHOWN = 120;

    private final StringBuilder said = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int count;
    private volatile boolean over;

    Greeting(InputStream in) {
        super(in);
    }

    /** Whether the host has said which version of SSH it speaks. */
    boolean isOver() {
        return over;
    }

    /** Whether the host has said anything at all. */
    synchronized boolean isEmpty() {
        return count == 0;
    }

    /** The beginning of what it said instead. */
    synchronized String said() {
        return Words.oneLine(said.toString(), MOST_SHOWN);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (!over && next >= 0) {
            heard((char) next);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        for (int i = 0; i < n && !over; i++) {
            heard((char) (into[offset + i] & 0xff));
        }
        return n;
    }

    private synchronized void heard(char next) throws IOException {
        if (++count > MOST_BYTES) {
            throw new IOException("no SSH within " + MOST_BYTES + " bytes");
        }
        if (said.length() < MOST_SHOWN) {
            said.append(next);
        }
        if (next == '\n') {
            over = line.toString().startsWith("SSH-");
            line.setLength(0);
        } else if (line.length() < 4) {
            line.append(next);
        }
    }
}
