package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which processes have which socket open, from a listing of all their descriptors. */
final class SocketOwners {
    private static final Pattern HEADER = Pattern.compile("(\\d{1,9})/fd:");
    private static final Pattern SOCKET = Pattern.compile(LongListing.LINK + "\\d{1,9} -> socket:\\[(\\d{1,18})]");

    private final SortedMap<Integer, HostProcess> processes = new TreeMap<>();
    private final SortedMap<Long, SortedSet<Integer>> pidsBySocket = new TreeMap<>();
    private final SortedSet<Integer> listed = new TreeSet<>();
    private final boolean privileged;

    SocketOwners(Optional<EvidenceItem> listing, List<HostProcess> processes, boolean privileged) {
        this.privileged = privileged;
        processes.forEach(process -> this.processes.put(process.pid(), process));
        listing.ifPresent(this::read);
    }

    private void read(EvidenceItem listing) {
        SortedSet<Integer> twice = new TreeSet<>();
        int pid = 0;
        for (String line : listing.text().split("\n", -1)) {
            Matcher header = HEADER.matcher(line);
            Matcher socket = SOCKET.matcher(line);
            if (header.matches()) {
                pid = Integer.parseInt(header.group(1));
                if (!listed.add(pid)) {
                    twice.add(pid);
                }
            } else if (socket.matches()) {
                pidsBySocket
                        .computeIfAbsent(Long.parseLong(socket.group(1)), inode -> new TreeSet<>())
                        .add(pid);
            }
        }
        // The name of an open file can look like the heading of another process; then that one stands there twice.
        pidsBySocket.values().forEach(pids -> pids.removeAll(twice));
    }

    /** Whether a process has it that is none of the host's own: the scan's, or one that has ended since. */
    boolean foreign(long inode) {
        SortedSet<Integer> pids = pidsBySocket.getOrDefault(inode, new TreeSet<>());
        return !pids.isEmpty() && pids.stream().noneMatch(pid -> processes.containsKey(pid));
    }

    /**
     * A process that has a socket.
     *
     * @param attribution how that is known: {@code socket} by its descriptors, {@code user} since nobody else can have it
     */
    record Owner(HostProcess process, String attribution) {}

    /** The process whose socket it is: the service manager only if nobody else has it, of a family the eldest. */
    Fact<Owner> owner(long inode) {
        SortedSet<Integer> pids = new TreeSet<>(pidsBySocket.getOrDefault(inode, new TreeSet<>()));
        pids.retainAll(processes.keySet());
        if (pids.size() > 1) {
            pids.remove(1);
        }
        return Fact.of(
                eldest(pids).stream().findFirst().map(process -> new Owner(process, "socket")),
                privileged ? "no process has it open: it is the kernel's, or its owner has ended" : "needs root");
    }

    /** The same, or where that is not to be seen the only family of processes of the user who opened the socket. */
    Fact<Owner> owner(long inode, int userId) {
        Fact<Owner> owner = owner(inode);
        if (owner.isKnown() || privileged || userId == 0 || inode == 0) {
            return owner;
        }
        SortedSet<Integer> pids = new TreeSet<>();
        processes.values().stream()
                .filter(process -> process.userId().is(userId))
                .forEach(process -> pids.add(process.pid()));
        List<HostProcess> families = eldest(pids);
        return families.size() == 1 ? Fact.known(new Owner(families.get(0), "user")) : owner;
    }

    /** Those that do not descend from another one of them. */
    private List<HostProcess> eldest(SortedSet<Integer> pids) {
        return pids.stream()
                .filter(pid -> ancestors(pid).stream().noneMatch(above -> pids.contains(above)))
                .map(this::process)
                .toList();
    }

    private HostProcess process(int pid) {
        return Optional.ofNullable(processes.get(pid)).orElseThrow();
    }

    private SortedSet<Integer> ancestors(int pid) {
        SortedSet<Integer> ancestors = new TreeSet<>();
        Optional<HostProcess> at = Optional.ofNullable(processes.get(pid));
        while (at.isPresent() && ancestors.add(at.get().parentPid())) {
            at = Optional.ofNullable(processes.get(at.get().parentPid()));
        }
        return ancestors;
    }
}
