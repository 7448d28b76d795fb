package dev.slipway.cli;

import dev.slipway.scan.ScanListener;
import dev.slipway.scan.ScanOutcome;
import java.io.PrintWriter;
import java.util.Locale;

/** Says on the way which host is done: one line a host. */
final class Progress implements ScanListener {
    private final PrintWriter err;
    private final int hosts;
    private int done;

    Progress(PrintWriter err, int hosts) {
        this.err = err;
        this.hosts = hosts;
    }

    @Override
    public void started(String host) {
        // One line a host is enough.
    }

    @Override
    public synchronized void finished(ScanOutcome outcome) {
        done++;
        err.printf(
                Locale.ROOT,
                "[%d/%d] %s: %s in %.1f s%n",
                done,
                hosts,
                Printable.of(outcome.name()),
                outcome.outcome().term(),
                outcome.durationMillis() / 1000.0);
        if (!outcome.message().isEmpty()) {
            err.println("        " + Printable.of(outcome.message()));
            err.println("        next: " + Printable.of(outcome.next()));
        }
    }
}
