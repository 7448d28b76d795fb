package dev.slipway.parse;

import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The processes that are neither of the kernel nor somebody's login: whose they are, and in which home directories they are at home. */
final class ServiceProcesses {
    private static final Pattern LOGIN = Pattern.compile(
            "-?(?:sh|bash|dash|ash|zsh|ksh|mksh|tcsh|fish|busybox|sshd|su|sudo|login|agetty|getty|mingetty|systemd|\\(sd-pam\\)"
                    + "|screen|tmux|sftp-server|gzip|dbus-daemon|gpg-agent|ssh-agent)");
    private static final Pattern HOME = Pattern.compile("(?:.*[=:@])?(/home/[^/]+/[^/:]+|/root/[^/:]+)(?:/.*)?");

    private final SortedSet<Integer> userIds = new TreeSet<>();
    private final SortedSet<Integer> pids = new TreeSet<>();
    private final SortedSet<String> homes = new TreeSet<>();

    ServiceProcesses(List<HostProcess> processes) {
        processes.stream()
                .filter(process -> !process.kernelThread() && !process.inContainer())
                .filter(process -> !LOGIN.matcher(process.name()).matches())
                .forEach(process -> {
                    pids.add(process.pid());
                    process.userId().toOptional().ifPresent(userIds::add);
                    Stream.concat(
                                    process.arguments().orElse(List.of()).stream(),
                                    Stream.of(
                                            process.workingDirectory().orElse(""),
                                            process.executable().orElse("")))
                            .filter(text -> text.length() < 4096)
                            .map(HOME::matcher)
                            .filter(Matcher::matches)
                            .forEach(place -> homes.add(place.group(1)));
                });
    }

    /** Whether such a process runs as this account. */
    boolean runAs(long userId) {
        return userId <= Integer.MAX_VALUE && userIds.contains((int) userId);
    }

    boolean has(int pid) {
        return pids.contains(pid);
    }

    /** Whether a path in a home directory is where a service works; paths elsewhere are not a person's own. */
    boolean concerns(String path) {
        boolean home = path.startsWith("/home/") || path.equals("/root") || path.startsWith("/root/");
        return !home || homes.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }
}
