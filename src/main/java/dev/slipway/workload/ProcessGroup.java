package dev.slipway.workload;

import dev.slipway.facts.HostProcess;
import java.util.Comparator;
import java.util.List;

/**
 * Processes that are one program.
 *
 * @param origin what keeps them together
 * @param processes by pid
 * @param main the process that the program is known by
 */
record ProcessGroup(Origin origin, List<HostProcess> processes, HostProcess main) {
    ProcessGroup {
        processes = List.copyOf(processes);
    }

    /**
     * What keeps processes together: their container, their service, or the first of them.
     *
     * @param launcher who started them: {@code systemd}, {@code supervisord}, {@code manual} ...
     * @param unit service or script; empty if there is none
     * @param container id of the container; empty outside of one
     * @param root pid of the first of them where nothing else keeps them together; else 0
     */
    record Origin(String launcher, String unit, String container, int root) implements Comparable<Origin> {
        @Override
        public int compareTo(Origin other) {
            return Comparator.comparing(Origin::unit)
                    .thenComparing(Origin::container)
                    .thenComparing(Origin::launcher)
                    .thenComparingInt(Origin::root)
                    .compare(this, other);
        }
    }

    List<Integer> pids() {
        return processes.stream().map(HostProcess::pid).toList();
    }
}
