package dev.slipway.cli;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceFile;
import dev.slipway.evidence.SecretRedactor;
import dev.slipway.facts.FileName;
import dev.slipway.inventory.Connection;
import dev.slipway.inventory.Inventory;
import dev.slipway.inventory.InventoryHost;
import dev.slipway.probe.Probe;
import dev.slipway.probe.ProbeCatalog;
import dev.slipway.run.RunDirectory;
import dev.slipway.run.ScanRecord;
import dev.slipway.scan.HostOutcome;
import dev.slipway.scan.ScanOutcome;
import dev.slipway.scan.Scanner;
import dev.slipway.ssh.SshClient;
import dev.slipway.ssh.SshOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** From an inventory to evidence in a run directory. */
final class ScanStage {
    private static final int DIGEST_LETTERS = 12;

    private final Surroundings around;
    private final Inventory inventory;
    private final ScanSettings settings;
    private final ProbeCatalog catalog = ProbeCatalog.builtIn();

    ScanStage(Surroundings around, Inventory inventory, ScanSettings settings) {
        this.around = around;
        this.inventory = inventory;
        this.settings = settings;
    }

    /** Scans all hosts, or when resuming those that were not scanned; what came of each is in the run's record. */
    ScanRecord scan(RunDirectory run, boolean resume) throws IOException {
        ScanRecord record = record(
                resume && run.exists(ScanRecord.FILE) ? ScanRecord.read(run).hosts() : List.of());
        record.write(run);
        List<InventoryHost> hosts = unscanned(record);
        Optional<Recordings> recordings = settings.record().map(Recordings::new);
        try (SshClient ssh = new SshClient(
                SshOptions.of(Surroundings.user(), Surroundings.home()).withAcceptNew(settings.acceptNew()),
                new TerminalSecrets(around))) {
            Scanner scanner = new Scanner(
                    settings.options(),
                    inventory,
                    ssh,
                    catalog,
                    new FoundProbes(catalog),
                    new SecretRedactor(),
                    evidence -> keep(run, recordings, evidence),
                    InstantSource.system());
            List<ScanOutcome> outcomes = scanner.scan(hosts, new Progress(around.err(), hosts.size()));
            ScanRecord scanned = record.with(outcomes);
            scanned.write(run);
            return scanned;
        }
    }

    private static void keep(RunDirectory run, Optional<Recordings> recordings, Evidence evidence) throws IOException {
        run.write("evidence/" + FileName.of(evidence.host()).value() + ".json.gz", EvidenceFile.write(evidence));
        if (recordings.isPresent()) {
            recordings.get().keep(evidence);
        }
    }

    private ScanRecord record(List<ScanRecord.Host> before) {
        SortedMap<String, String> probes = new TreeMap<>();
        catalog.probes().forEach(probe -> probes.put(probe.id(), digest(probe)));
        List<ScanRecord.Host> hosts = inventory.hosts().stream()
                .map(host -> before.stream()
                        .filter(earlier -> earlier.name().equals(host.name()))
                        .findFirst()
                        .orElseGet(() -> pending(host)))
                .toList();
        return ScanRecord.of(Slipway.Version.number(), probes, hosts);
    }

    private static ScanRecord.Host pending(InventoryHost host) {
        String address =
                host.connection() instanceof Connection.Ssh ssh ? ssh.login().address() : "";
        return new ScanRecord.Host(
                host.name(),
                address,
                host.owner(),
                List.copyOf(host.tags()),
                HostOutcome.PENDING,
                "the scan ended before its turn",
                "go on with --resume",
                "",
                0,
                0);
    }

    private List<InventoryHost> unscanned(ScanRecord record) {
        SortedSet<String> scanned = new TreeSet<>();
        record.hosts().stream()
                .filter(host -> host.outcome() == HostOutcome.SCANNED)
                .forEach(host -> scanned.add(host.name()));
        return inventory.hosts().stream()
                .filter(host -> !scanned.contains(host.name()))
                .toList();
    }

    private static String digest(Probe probe) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(probe.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
