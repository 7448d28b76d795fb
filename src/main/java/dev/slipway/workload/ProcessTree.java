package dev.slipway.workload;

import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Processes of a host and who started whom. */
final class ProcessTree {
    private final SortedMap<Integer, HostProcess> byPid = new TreeMap<>();

    ProcessTree(List<HostProcess> processes) {
        processes.forEach(process -> byPid.put(process.pid(), process));
    }

    Optional<HostProcess> find(int pid) {
        return Optional.ofNullable(byPid.get(pid));
    }

    Optional<HostProcess> parent(HostProcess process) {
        return process.parentPid() == process.pid() ? Optional.empty() : find(process.parentPid());
    }

    /** Whether the first started the second, or something that did. */
    boolean descends(HostProcess process, int ancestor) {
        Optional<HostProcess> at = parent(process);
        // A listing is not taken in one moment: a process id used twice could close a circle.
        for (int steps = 0; at.isPresent() && steps <= byPid.size(); steps++) {
            if (at.get().pid() == ancestor) {
                return true;
            }
            at = parent(at.get());
        }
        return false;
    }
}
