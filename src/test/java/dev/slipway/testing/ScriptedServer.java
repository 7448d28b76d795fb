package dev.slipway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP server on loopback that does with each connection what a test says. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    /** What to do with a connection; it stays open until the server is closed, unless this closes it. */
    @FunctionalInterface
    public interface Script {
        void play(Socket connection) throws IOException, InterruptedException;
    }

    /** Starts one on a free port. */
    public ScriptedServer(Script script) {
        try {
            server = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket connection = server.accept();
                    connections.add(connection);
                    start(() -> play(script, connection));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void play(Script script, Socket connection) {
        try {
            script.play(connection);
        } catch (IOException | InterruptedException clientHasLeft) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many connections there were. */
    public int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
