package dev.slipway.parse;

import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The processes that are on the host only because somebody scans it: the SSH connection of the scan and all below it. */
final class ScanSession {
    private final SortedMap<Integer, HostProcess> byPid = new TreeMap<>();
    private final SortedMap<Integer, SortedSet<Integer>> children = new TreeMap<>();

    ScanSession(List<HostProcess> processes) {
        for (HostProcess process : processes) {
            byPid.put(process.pid(), process);
            children.computeIfAbsent(process.parentPid(), parent -> new TreeSet<>())
                    .add(process.pid());
        }
    }

    /** Process ids of the session that this shell of the scan belongs to. */
    SortedSet<Integer> pids(int shell) {
        SortedSet<Integer> session = new TreeSet<>();
        TreeSet<Integer> open = new TreeSet<>(List.of(connection(shell)));
        while (!open.isEmpty()) {
            int pid = open.pollFirst();
            if (session.add(pid)) {
                open.addAll(children.getOrDefault(pid, new TreeSet<>()));
            }
        }
        return session;
    }

    /** The server's process for this one connection; the shell itself if no SSH server is above it. */
    private int connection(int shell) {
        int found = shell;
        SortedSet<Integer> seen = new TreeSet<>();
        Optional<HostProcess> at = Optional.ofNullable(byPid.get(shell));
        while (at.isPresent() && seen.add(at.get().pid())) {
            HostProcess process = at.get();
            Optional<HostProcess> parent = Optional.ofNullable(byPid.get(process.parentPid()));
            if (servesOneConnection(process, parent)) {
                found = process.pid();
            }
            at = parent;
        }
        return found;
    }

    private static boolean servesOneConnection(HostProcess process, Optional<HostProcess> parent) {
        return switch (process.name()) {
            case "sshd", "sshd-session" ->
                process.title().startsWith("sshd") && !process.title().contains("[listener]");
            case "dropbear" ->
                parent.filter(above -> above.name().equals("dropbear")).isPresent();
            default -> false;
        };
    }
}
