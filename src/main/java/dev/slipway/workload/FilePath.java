package dev.slipway.workload;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Paths of a host, as text. */
final class FilePath {
    /** Directories that many programs share: what lies in them says nothing of whose it is. */
    private static final List<String> SHARED = List.of(
            "/",
            "/bin",
            "/boot",
            "/data",
            "/dev",
            "/etc",
            "/etc/conf.d",
            "/etc/default",
            "/etc/init.d",
            "/etc/rc.d",
            "/etc/rc.d/init.d",
            "/etc/sysconfig",
            "/etc/systemd/system",
            "/home",
            "/lib",
            "/lib/systemd/system",
            "/media",
            "/mnt",
            "/opt",
            "/proc",
            "/root",
            "/run",
            "/sbin",
            "/srv",
            "/sys",
            "/tmp",
            "/usr",
            "/usr/bin",
            "/usr/lib",
            "/usr/lib/systemd/system",
            "/usr/libexec",
            "/usr/local",
            "/usr/local/bin",
            "/usr/local/etc",
            "/usr/local/lib",
            "/usr/local/sbin",
            "/usr/sbin",
            "/usr/share",
            "/usr/share/java",
            "/var",
            "/var/lib",
            "/var/log",
            "/var/run",
            "/var/spool",
            "/var/tmp",
            "/var/www");

    private static final List<String> OF_THE_SYSTEM = List.of(
            "/bin/",
            "/sbin/",
            "/lib/",
            "/lib64/",
            "/usr/bin/",
            "/usr/sbin/",
            "/usr/lib/",
            "/usr/lib64/",
            "/usr/libexec/",
            "/usr/share/");

    private FilePath() {}

    /** The last part. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The directory that it lies in; empty if the path has none. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash > 0 ? path.substring(0, slash) : slash == 0 ? "/" : "";
    }

    /** A path made absolute and plain: without {@code .}, {@code ..} and doubled slashes. */
    static Optional<String> resolve(String directory, String path) {
        String whole = path.startsWith("/") ? path : directory + "/" + path;
        if (!whole.startsWith("/") || path.isEmpty()) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : whole.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of("/" + String.join("/", parts));
    }

    /** Whether a path is a directory or lies somewhere below it. */
    static boolean within(String path, String directory) {
        return path.equals(directory) || path.startsWith(directory.equals("/") ? "/" : directory + "/");
    }

    /** Whether a directory can belong to one program: not {@code /opt}, not a user's home, not a directory of the system. */
    static boolean ofOneProgram(String directory) {
        return directory.startsWith("/")
                && !SHARED.contains(directory)
                && !directory.matches("/home/[^/]+|/proc/.*|/dev/.*|/sys/.*");
    }

    /** The directory of a program whose files lie in a part of it: {@code /opt/shop} for {@code /opt/shop/bin}. */
    static String whole(String directory) {
        String above = parent(directory);
        return name(directory).matches("s?bin|libs?|scripts") && ofOneProgram(above) ? above : directory;
    }

    /** Whether it lies where the distribution's packages put programs. */
    static boolean ofTheSystem(String path) {
        return OF_THE_SYSTEM.stream().anyMatch(path::startsWith);
    }
}
