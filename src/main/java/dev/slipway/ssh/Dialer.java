package dev.slipway.ssh;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens TCP connections. A name server or a host that never answers costs no more than the time given. */
final class Dialer {
    private final Duration timeout;
    private final ExecutorService threads;
    private final NameService names;

    /**
     * A dialer.
     *
     * @param timeout for finding the address, and again for each address
     * @param threads where names are looked up, since nothing can interrupt that
     */
    Dialer(Duration timeout, ExecutorService threads, NameService names) {
        this.timeout = timeout;
        this.threads = threads;
        this.names = names;
    }

    /** From names to addresses. */
    @FunctionalInterface
    interface NameService {
        InetAddress[] find(String name) throws UnknownHostException;
    }

    /** A connection that could not be made. */
    static final class DialException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        private DialException(Failure failure) {
            super(failure.message());
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }

    /** A connected socket; the host's addresses are tried in turn. */
    QuickSocket dial(String address, int port, Deadline deadline) throws DialException {
        List<InetAddress> candidates = resolve(address, deadline);
        String where = where(address, port);
        Failure failure = new Failure.Unreachable(where + " has no address", "check the address", false);
        for (InetAddress candidate : candidates) {
            QuickSocket socket = new QuickSocket();
            try {
                int millis = deadline.orAfter(timeout).remainingMillis();
                socket.connect(new InetSocketAddress(candidate, port), millis);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException e) {
                close(socket);
                failure = explain(where, e);
            }
        }
        throw new DialException(failure);
    }

    /** {@code shop-01:22}, {@code [fe80::1]:22}. */
    static String where(String address, int port) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    private List<InetAddress> resolve(String address, Deadline deadline) throws DialException {
        Future<InetAddress[]> lookup = threads.submit(() -> names.find(address));
        Duration time = deadline.orAfter(timeout).remaining();
        try {
            return Arrays.asList(lookup.get(time.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            lookup.cancel(true);
            throw new DialException(new Failure.Unreachable(
                    "the name server did not answer for " + address + " within " + Words.seconds(time),
                    "check the scanner's name server, or give the host's IP address",
                    true));
        } catch (ExecutionException e) {
            throw new DialException(new Failure.Unreachable(
                    "the name " + address + " is not known to the name server",
                    "check the spelling, or give the host's IP address",
                    false));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DialException(new Failure.Cancelled());
        }
    }

    private Failure explain(String where, IOException e) {
        if (e instanceof SocketTimeoutException) {
            return new Failure.Unreachable(
                    where + " did not answer within " + Words.seconds(timeout),
                    "check that the host is up and that no firewall is in between",
                    true);
        } else if (e instanceof NoRouteToHostException || e instanceof UnknownHostException) {
            return new Failure.Unreachable(
                    "no route to " + where, "check the address, or name the jump that leads there", true);
        } else if (e instanceof ConnectException) {
            return new Failure.Unreachable(
                    where + " refused the connection", "check that sshd runs there and listens on this port", true);
        }
        String reason = e instanceof SocketException ? e.getMessage() : e.toString();
        return new Failure.Unreachable(where + " cannot be reached: " + reason, "check the address", true);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException nothingLost) {
            return;
        }
    }
}
