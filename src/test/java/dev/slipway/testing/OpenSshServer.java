package dev.slipway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A real OpenSSH server on loopback, for the user who runs the tests. Needs {@code sshd} and {@code ssh-keygen}. */
public final class OpenSshServer implements AutoCloseable {
    private static final ConcurrentMap<String, Path> KEYS = new ConcurrentHashMap<>();
    private static final int PATIENCE_MILLIS = 10_000;

    private final Path dir;
    private final Process process;
    private final int port;

    private OpenSshServer(Path dir, Process process, int port) {
        this.dir = dir;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param dir an empty folder for keys, configuration and log
     * @param lines more lines of sshd_config; the first of two with the same keyword counts
     */
    public static OpenSshServer start(Path dir, String... lines) {
        try {
            Files.createDirectories(dir);
            // On a machine on which sshd was never started this folder is missing, and root's sshd wants it.
            Path privileged = Path.of("/run/sshd");
            if (Files.isWritable(privileged.getParent()) && !Files.exists(privileged)) {
                Files.createDirectory(
                        privileged, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            }
            int port = freePort();
            if (!Files.exists(dir.resolve("authorized_keys"))) {
                Files.createFile(dir.resolve("authorized_keys"));
            }
            List<String> config = new ArrayList<>(List.of(lines));
            if (config.stream().noneMatch(line -> line.startsWith("HostKey "))) {
                config.add("HostKey " + key(dir, "host_ed25519", "ed25519"));
            }
            config.addAll(List.of(
                    "ListenAddress 127.0.0.1:" + port,
                    "AuthorizedKeysFile " + dir.resolve("authorized_keys"),
                    "StrictModes no",
                    "UsePAM no",
                    "UseDNS no",
                    "PermitRootLogin yes",
                    "PasswordAuthentication no",
                    "KbdInteractiveAuthentication no",
                    "MaxStartups 1000",
                    "PidFile none",
                    "LogLevel VERBOSE"));
            Path file = Files.write(dir.resolve("sshd_config"), config);
            Process process = new ProcessBuilder(
                            Shell.find("sshd").orElseThrow().toString(), "-D", "-e", "-f", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(dir.resolve("sshd.log").toFile())
                    .start();
            OpenSshServer server = new OpenSshServer(dir, process, port);
            server.awaitStart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws IOException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (process.isAlive() && System.currentTimeMillis() < end) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                return;
            } catch (IOException notYet) {
                sleep();
            }
        }
        throw new IOException("sshd did not start: " + log());
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A key pair in a folder: {@code NAME} and {@code NAME.pub}. The same name, type and options give the same key, since making one
     * may take a second.
     */
    public static Path key(Path dir, String name, String type, String... options) {
        Path made = KEYS.computeIfAbsent(name + " " + type + List.of(options), key -> make(name, type, options));
        try {
            Files.createDirectories(dir);
            Files.copy(Path.of(made + ".pub"), dir.resolve(name + ".pub"), StandardCopyOption.REPLACE_EXISTING);
            return Files.copy(
                    made, dir.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path make(String name, String type, String... options) {
        try {
            Path dir = Files.createTempDirectory("slipway-test-keys");
            Path file = dir.resolve(name);
            List<String> command =
                    new ArrayList<>(List.of("ssh-keygen", "-q", "-t", type, "-f", file.toString(), "-C", name));
            if (!List.of(options).contains("-N")) {
                command.addAll(List.of("-N", ""));
            }
            command.addAll(List.of(options));
            String output = Shell.output(command);
            if (!Files.exists(file)) {
                throw new IllegalStateException(output);
            }
            List.of(dir, file, Path.of(file + ".pub"))
                    .forEach(made -> made.toFile().deleteOnExit());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a key log in. */
    public OpenSshServer authorize(Path key) {
        append("authorized_keys", read(Path.of(key + ".pub")));
        return this;
    }

    private void append(String name, String text) {
        try {
            Files.writeString(dir.resolve(name), text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** The account that may log in. */
    public String user() {
        return System.getProperty("user.name");
    }

    /** A known_hosts file with the keys of this server. */
    public Path knownHosts() {
        try {
            StringBuilder lines = new StringBuilder();
            try (var files = Files.newDirectoryStream(dir, "host_*.pub")) {
                for (Path file : files) {
                    lines.append("[127.0.0.1]:").append(port).append(' ').append(read(file));
                }
            }
            return Files.writeString(dir.resolve("known_hosts"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server has logged so far. */
    public String log() {
        return read(dir.resolve("sshd.log"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
