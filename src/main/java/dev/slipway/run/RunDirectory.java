package dev.slipway.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a run keeps what it found. Files are for their owner alone (0600 in directories 0700), appear whole or not at all, and only
 * one program writes at a time.
 */
public final class RunDirectory implements AutoCloseable {
    private static final Pattern SAFE_STEP = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,200}|\\.dockerignore");
    private static final String LOCK = ".lock";
    private static final String PART = ".part";
    private static final List<String> OWN =
            List.of("scan.json", "evidence", "assessment", "fleet.json", "drafts", "report", LOCK);

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private RunDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** What to do with a directory that holds another run. */
    public enum Existing {
        /** Refuse it. */
        REFUSE,
        /** Go on with it. */
        RESUME,
        /** Throw away what is in it. */
        REPLACE
    }

    /** A run directory cannot be used; the message says why and what to do. */
    public static final class Unusable extends IOException {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    /**
     * Opens a directory for a new run; it is made if it is not there.
     *
     * @throws Unusable if it holds something else, or another program writes to it
     */
    public static RunDirectory create(Path root, Existing existing) throws IOException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(root)) {
            throw new Unusable(root + ": this is a file. Name a directory that does not exist yet.");
        }
        boolean used = Files.isDirectory(root) && !isEmpty(root);
        if (used && !isRun(root)) {
            throw new Unusable(
                    root + ": this directory holds something that is not a run of slipway. Name another one.");
        } else if (used && existing == Existing.REFUSE) {
            throw new Unusable(root + ": this directory already holds a run. Use --resume to go on with it, --force to"
                    + " replace it, or name another one.");
        }
        createDirectories(root);
        RunDirectory run = locked(root);
        if (used && existing == Existing.REPLACE) {
            run.clear();
        }
        return run;
    }

    /**
     * Opens a directory that holds a run.
     *
     * @throws Unusable if it does not, or another program writes to it
     */
    public static RunDirectory open(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new Unusable(root + ": there is no such directory. Make a run with 'slipway run' or 'slipway scan'.");
        } else if (!isRun(root)) {
            throw new Unusable(root + ": this directory holds no run of slipway: it has no scan.json.");
        }
        return locked(root);
    }

    private static RunDirectory locked(Path root) throws IOException {
        FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isPresent()) {
                return new RunDirectory(root, channel, lock.get());
            }
        } catch (OverlappingFileLockException sameProgram) {
            // The message below says it.
        }
        channel.close();
        throw new Unusable(root + ": another slipway is writing to this directory. Wait for it, or name another one.");
    }

    private static boolean isRun(Path root) {
        return Files.isRegularFile(root.resolve("scan.json")) || Files.isDirectory(root.resolve("evidence"));
    }

    private static boolean isEmpty(Path root) throws IOException {
        try (Stream<Path> content = Files.list(root)) {
            return content.noneMatch(path -> !path.getFileName().toString().equals(LOCK));
        }
    }

    public Path root() {
        return root;
    }

    /**
     * Writes a file below the directory, whole or not at all.
     *
     * @param path relative, with {@code /}; each step a plain name
     */
    public void write(String path, byte[] content) throws IOException {
        write(path, out -> out.write(content));
    }

    /** Writes a file that is made piece by piece, whole or not at all. */
    public void write(String path, Content content) throws IOException {
        write(path, "rw-------", content);
    }

    /** Writes a script that its owner may run, whole or not at all. */
    public void writeExecutable(String path, byte[] content) throws IOException {
        write(path, "rwx------", out -> out.write(content));
    }

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void to(OutputStream out) throws IOException;
    }

    private void write(String path, String permissions, Content content) throws IOException {
        Path file = resolve(path);
        createDirectories(Objects.requireNonNull(file.getParent()));
        Path part = file.resolveSibling(file.getFileName() + PART);
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, mode(part, permissions));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.to(out);
            }
            move(part, file);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public byte[] read(String path) throws IOException {
        return Files.readAllBytes(resolve(path));
    }

    public boolean exists(String path) {
        return Files.isRegularFile(resolve(path));
    }

    /** Names of the files directly in a folder, sorted; none if there is no such folder. */
    public List<String> list(String folder) throws IOException {
        Path directory = resolve(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(PART))
                    .sorted()
                    .toList();
        }
    }

    /** Removes a folder that this program wrote, with all in it. */
    public void remove(String folder) throws IOException {
        delete(resolve(folder));
    }

    private void clear() throws IOException {
        for (String name : OWN) {
            if (!name.equals(LOCK)) {
                delete(root.resolve(name));
            }
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private Path resolve(String path) {
        Path resolved = root;
        for (String step : path.split("/", -1)) {
            if (!SAFE_STEP.matcher(step).matches()) {
                throw new IllegalArgumentException("not a plain file name: " + path);
            }
            resolved = resolved.resolve(step);
        }
        return resolved;
    }

    private static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, mode(directory, "rwx------"));
        }
    }

    private static FileAttribute<?>[] mode(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)} : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
