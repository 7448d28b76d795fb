package dev.slipway.ssh;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes from a host, beginning with the line in which it says which version of SSH it speaks. Before that line a host may say
 * anything; the library would read it for ever, and slower with each byte.
 */
final class Greeting extends FilterInputStream {
    private static final int MOST_BYTES = 16 * 1024;
    private static final int MOST_SHOWN = 120;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream version = new ByteArrayOutputStream();
    private int given;
    private volatile boolean over;

    Greeting(InputStream in) {
        super(in);
    }

    /** Whether the host has said which version of SSH it speaks. */
    boolean isOver() {
        return over;
    }

    /** Whether the host has said nothing at all. */
    boolean isEmpty() {
        synchronized (said) {
            return said.size() == 0;
        }
    }

    /** The beginning of what it said instead. */
    String said() {
        synchronized (said) {
            return Words.oneLine(said.toString(StandardCharsets.UTF_8), MOST_SHOWN);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (!over && !greet()) {
            return -1;
        }
        if (given == version.size()) {
            return super.read(into, offset, length);
        }
        int n = Math.min(length, version.size() - given);
        System.arraycopy(version.toByteArray(), given, into, offset, n);
        given += n;
        return n;
    }

    /** Reads up to the end of the version line; false if the host ends before. */
    private boolean greet() throws IOException {
        for (int count = 0; count < MOST_BYTES; count++) {
            int next = super.read();
            if (next < 0) {
                return false;
            }
            hear(next);
            if (next == '\n' && version.toString(StandardCharsets.ISO_8859_1).startsWith("SSH-")) {
                over = true;
                return true;
            } else if (next == '\n') {
                version.reset();
            }
        }
        throw new IOException("no SSH within " + MOST_BYTES + " bytes");
    }

    private void hear(int next) {
        version.write(next);
        synchronized (said) {
            if (said.size() < MOST_SHOWN * 2) {
                said.write(next);
            }
        }
    }
}
