package dev.slipway.ssh;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * The bytes to and from a host, over a socket of this machine or through a jump. To the SSH library it is a socket that is already
 * connected.
 */
final class Link extends Socket {
    private static final int BUFFER_BYTES = 32 * 1024;

    private final Greeting in;
    private final OutputStream out;
    private final Closeable carrier;
    private final int port;

    /**
     * A link over something that carries bytes.
     *
     * @param carrier ends everything when it is closed, and never waits for the host
     */
    Link(InputStream in, OutputStream out, Closeable carrier, int port) {
        this.in = new Greeting(new BufferedInputStream(in, BUFFER_BYTES));
        this.out = out;
        this.carrier = carrier;
        this.port = port;
    }

    static Link over(Socket socket) throws IOException {
        return new Link(socket.getInputStream(), socket.getOutputStream(), socket, socket.getPort());
    }

    /** What the host said before SSH began. */
    Greeting greeting() {
        return in;
    }

    /** A factory that makes this one link. */
    SocketFactory factory() {
        return new OneLink(this);
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public int getPort() {
        return port;
    }

    /** Nothing: {@link Watchdog} ends what takes too long. */
    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public synchronized void close() throws IOException {
        carrier.close();
    }

    private static final class OneLink extends SocketFactory {
        private final Link link;

        private OneLink(Link link) {
            this.link = link;
        }

        @Override
        public Socket createSocket() {
            return link;
        }

        @Override
        public Socket createSocket(String host, int port) {
            return link;
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            return link;
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return link;
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            return link;
        }
    }
}
