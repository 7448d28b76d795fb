package dev.slipway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.function.Consumer;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.AcceptAllPublickeyAuthenticator;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** An SSH server in this process whose accounts and commands are what a test says. */
public final class MinaServer implements AutoCloseable {
    private static final KeyPair HOST_KEY = hostKey();

    private final SshServer server;

    /** What a command does; the result is its exit status. */
    @FunctionalInterface
    public interface Program {
        int run(InputStream in, OutputStream out, OutputStream err) throws IOException, InterruptedException;
    }

    /** Starts one that accepts every key and runs this for every command. */
    public MinaServer(Program program) {
        this(program, server -> {});
    }

    /** Starts one that a test has changed before. */
    public MinaServer(Program program, Consumer<SshServer> change) {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(HOST_KEY));
        server.setPublickeyAuthenticator(AcceptAllPublickeyAuthenticator.INSTANCE);
        server.setCommandFactory((channel, line) -> new Running(program));
        change.accept(server);
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair hostKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** A known_hosts file with the key of this server. */
    public Path knownHosts(Path dir) {
        try {
            return Files.writeString(
                    dir.resolve("known-" + port()),
                    "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(HOST_KEY.getPublic()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Running implements Command {
        private final Program program;
        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = OutputStream.nullOutputStream();
        private OutputStream err = OutputStream.nullOutputStream();
        private ExitCallback exit = (status, message, ended) -> {};
        private Thread thread = Thread.currentThread();

        private Running(Program program) {
            this.program = program;
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            err = stream;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            thread = new Thread(this::run, "mina-command");
            thread.setDaemon(true);
            thread.start();
        }

        private void run() {
            try {
                int status = program.run(in, out, err);
                out.flush();
                err.flush();
                exit.onExit(status);
            } catch (IOException | InterruptedException clientHasLeft) {
                exit.onExit(255);
            }
        }

        @Override
        public void destroy(ChannelSession channel) {
            thread.interrupt();
        }
    }
}
