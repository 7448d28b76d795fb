package dev.slipway.ssh;

import dev.slipway.ssh.KnownHostsFile.Entry;
import dev.slipway.ssh.KnownHostsFile.Marker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The keys of hosts that the user trusts: each file is read once for all hosts. */
final class KnownHosts {
    private static final int STANDARD_PORT = 22;

    private final ConcurrentMap<Path, KnownHostsFile> files = new ConcurrentHashMap<>();

    /**
     * The name under which a host stands in known_hosts: {@code shop-01}, or {@code [shop-01]:2022} for another port than 22.
     */
    static String name(String address, int port) {
        String name = address.toLowerCase(Locale.ROOT);
        return port == STANDARD_PORT ? name : "[" + name + "]:" + port;
    }

    /** All that the files say about a name. */
    List<Entry> find(List<Path> paths, String name) {
        return paths.stream()
                .flatMap(path -> file(path).find(name.toLowerCase(Locale.ROOT)).stream())
                .toList();
    }

    private KnownHostsFile file(Path path) {
        return files.computeIfAbsent(path, KnownHosts::read);
    }

    private static KnownHostsFile read(Path path) {
        try {
            return KnownHostsFile.read(path);
        } catch (IOException e) {
            throw new UncheckedIOException("known hosts " + path + " cannot be read", e);
        }
    }

    /**
     * Adds a key for a name to a file, unless a line for that name has come in since.
     *
     * @return whether the key is now known; else another one is
     */
    synchronized boolean add(Path path, String name, HostKey key) throws IOException {
        List<Entry> known = file(path).find(name.toLowerCase(Locale.ROOT));
        if (known.stream().anyMatch(entry -> entry.marker() != Marker.CERT_AUTHORITY)) {
            return known.stream()
                    .anyMatch(entry ->
                            entry.marker() == Marker.NONE && entry.key().equals(key));
        }
        boolean isNew = !Files.exists(path);
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String newLine = isNew || endsWithLineBreak(path) ? "" : "\n";
        Files.writeString(
                path,
                newLine + name + " " + key.type() + " " + key.padded() + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        if (isNew && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
        files.put(path, KnownHostsFile.read(path));
        return true;
    }

    private static boolean endsWithLineBreak(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }
}
