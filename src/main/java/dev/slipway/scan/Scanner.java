package dev.slipway.scan;

import dev.slipway.evidence.Redactor;
import dev.slipway.inventory.Connection;
import dev.slipway.inventory.Inventory;
import dev.slipway.inventory.InventoryHost;
import dev.slipway.probe.ProbeCatalog;
import dev.slipway.ssh.Deadline;
import dev.slipway.ssh.LocalShell;
import dev.slipway.ssh.Opening;
import dev.slipway.ssh.SshClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scans many hosts at once. Each ends with an outcome, whatever it does, and none keeps the others waiting. */
public final class Scanner {
    private final ScanOptions options;
    private final HostScan scan;
    private final EvidenceSink sink;
    private final InstantSource clock;
    private volatile boolean stopped;

    /**
     * A scanner of hosts.
     *
     * @param ssh closed by who made it
     */
    public Scanner(
            ScanOptions options,
            Inventory inventory,
            SshClient ssh,
            ProbeCatalog catalog,
            FollowUp followUp,
            Redactor redactor,
            EvidenceSink sink,
            InstantSource clock) {
        this(
                options,
                new HostScan(
                        (host, deadline) -> open(inventory, ssh, host, deadline),
                        catalog,
                        followUp,
                        redactor,
                        options.maxOutputBytes()),
                sink,
                clock);
    }

    Scanner(ScanOptions options, HostScan scan, EvidenceSink sink, InstantSource clock) {
        this.options = options;
        this.scan = scan;
        this.sink = sink;
        this.clock = clock;
    }

    private static Opening open(Inventory inventory, SshClient ssh, InventoryHost host, Deadline deadline) {
        return host.connection() instanceof Connection.Ssh over
                ? ssh.open(host.name(), over.login(), inventory.wayTo(host), deadline)
                : new Opening.Opened(new LocalShell());
    }

    /** Begins no further host; those that run come to their end. */
    public void stop() {
        stopped = true;
    }

    /**
     * Scans hosts.
     *
     * @return an outcome for each host, in the order given
     * @throws IOException if evidence could not be written; the hosts that were not done by then are pending
     */
    public List<ScanOutcome> scan(List<InventoryHost> hosts, ScanListener listener) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(options.parallel(), Math.max(1, hosts.size())));
        List<Future<ScanOutcome>> running = new ArrayList<>();
        for (InventoryHost host : hosts) {
            running.add(workers.submit(() -> scan(host, listener)));
        }
        workers.shutdown();
        return collect(running);
    }

    /** All outcomes; what went wrong on the scanner's side is thrown when every host has ended. */
    private static List<ScanOutcome> collect(List<Future<ScanOutcome>> running) throws IOException {
        List<ScanOutcome> outcomes = new ArrayList<>();
        Optional<Throwable> problem = Optional.empty();
        for (Future<ScanOutcome> each : running) {
            try {
                outcomes.add(each.get());
            } catch (ExecutionException e) {
                problem = problem.or(() -> Optional.ofNullable(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        if (problem.isPresent()) {
            Throwable cause = problem.get();
            if (cause instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(cause);
        }
        return outcomes;
    }

    private ScanOutcome scan(InventoryHost host, ScanListener listener) throws IOException {
        if (stopped) {
            return ScanOutcome.pending(host.name());
        }
        listener.started(host.name());
        ScanOutcome outcome = withRetries(host);
        listener.finished(outcome);
        return outcome;
    }

    private ScanOutcome withRetries(InventoryHost host) throws IOException {
        Instant started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Deadline deadline = Deadline.after(host.timeout());
        int attempts = 1;
        HostScan.Result result = scan.scan(host, started, deadline);
        Duration pause = options.backoff();
        while (result.trouble().map(Trouble::mayPass).orElse(false)
                && attempts <= options.retries()
                && !stopped
                && deadline.remaining().compareTo(pause) > 0) {
            sleep(pause);
            pause = pause.multipliedBy(3);
            attempts++;
            result = result.orBetter(scan.scan(host, clock.instant(), deadline));
        }
        if (result.evidence().isPresent()) {
            write(result);
        }
        long millis = Duration.between(started, clock.instant()).toMillis();
        Optional<Trouble> trouble = result.trouble();
        return new ScanOutcome(
                host.name(),
                trouble.map(Trouble::outcome).orElse(HostOutcome.SCANNED),
                trouble.map(Trouble::message).orElse(""),
                trouble.map(Trouble::next).orElse(""),
                started.toString(),
                millis,
                attempts);
    }

    private void write(HostScan.Result result) throws IOException {
        try {
            sink.write(result.evidence().orElseThrow());
        } catch (IOException e) {
            stopped = true;
            throw e;
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
