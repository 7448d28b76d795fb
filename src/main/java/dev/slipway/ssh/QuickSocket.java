package dev.slipway.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/**
 * A socket that acknowledges at once. An sshd without a terminal sends small packets one by one and waits for each; a delayed
 * acknowledgement costs 40 ms each time, and Linux turns the option off again by itself, so it is set before every read.
 */
final class QuickSocket extends Socket {

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream in = super.getInputStream();
        if (!supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            return in;
        }
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
                return super.read(into, offset, length);
            }
        };
    }
}
