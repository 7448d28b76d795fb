package dev.slipway.cli;

import dev.slipway.run.ScanRecord;
import dev.slipway.scan.HostOutcome;
import java.util.List;

/** The exit codes; scripts rely on them. */
final class ExitStatus {
    /** Done. */
    static final int DONE = 0;
    /** A gate failed, or a server refused something. */
    static final int GATE = 1;
    /** Wrong usage, or a bad input file. */
    static final int USAGE = 2;
    /** Some hosts could not be scanned. */
    static final int SOME_HOSTS = 3;
    /** No host could be scanned, or a server cannot be reached. */
    static final int NO_HOST = 4;
    /** A bug of this program. */
    static final int BUG = 70;

    private static final List<Integer> BY_WEIGHT = List.of(BUG, USAGE, NO_HOST, SOME_HOSTS, GATE, DONE);

    private ExitStatus() {}

    /** What the scan of a fleet ends with. */
    static int of(ScanRecord record) {
        long whole = record.hosts().stream()
                .filter(host -> host.outcome() == HostOutcome.SCANNED)
                .count();
        boolean none = record.withEvidence().isEmpty() && !record.hosts().isEmpty();
        return none ? NO_HOST : whole < record.hosts().size() ? SOME_HOSTS : DONE;
    }

    /** The one that counts when several things went wrong. */
    static int worst(int a, int b) {
        return BY_WEIGHT.indexOf(a) <= BY_WEIGHT.indexOf(b) ? a : b;
    }
}
