package dev.slipway.run;

import dev.slipway.assess.Json;
import dev.slipway.facts.FileName;
import dev.slipway.scan.HostOutcome;
import dev.slipway.scan.ScanOutcome;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the scan of a fleet went: {@code scan.json}.
 *
 * @param probes by id, the first digits of the digest of each probe that the scan sent or could have sent
 */
public record ScanRecord(int schemaVersion, String slipway, SortedMap<String, String> probes, List<Host> hosts) {
    /** Name of the file in a run directory. */
    public static final String FILE = "scan.json";

    private static final int SCHEMA_VERSION = 1;

    public ScanRecord {
        probes = new TreeMap<>(probes);
        hosts = List.copyOf(hosts);
    }

    /**
     * One host: what the inventory says of it, and how its scan went.
     *
     * @param address address in the inventory; empty for a recording and for this machine
     * @param message what went wrong, one line; empty if nothing did
     * @param next what to do about it; empty if nothing went wrong
     * @param startedAt instant in UTC, ISO 8601; empty if it was not begun
     */
    public record Host(
            String name,
            String address,
            String owner,
            List<String> tags,
            HostOutcome outcome,
            String message,
            String next,
            String startedAt,
            long durationMillis,
            int attempts) {
        public Host {
            tags = List.copyOf(tags);
        }

        /** Where its evidence is in a run directory. */
        public String evidenceFile() {
            return "evidence/" + FileName.of(name).value() + ".json.gz";
        }

        /** Where its assessment is in a run directory. */
        public String assessmentFile() {
            return "assessment/" + FileName.of(name).value() + ".json";
        }

        /** This host after a scan. */
        public Host with(ScanOutcome scanned) {
            return new Host(
                    name,
                    address,
                    owner,
                    tags,
                    scanned.outcome(),
                    scanned.message(),
                    scanned.next(),
                    scanned.startedAt(),
                    scanned.durationMillis(),
                    scanned.attempts());
        }
    }

    /** The record of these hosts. */
    public static ScanRecord of(String slipway, SortedMap<String, String> probes, List<Host> hosts) {
        return new ScanRecord(SCHEMA_VERSION, slipway, probes, hosts);
    }

    /** This record with the outcomes of a scan, by name. */
    public ScanRecord with(Collection<ScanOutcome> outcomes) {
        SortedMap<String, ScanOutcome> byName = new TreeMap<>();
        outcomes.forEach(outcome -> byName.put(outcome.name(), outcome));
        return new ScanRecord(
                schemaVersion,
                slipway,
                probes,
                hosts.stream()
                        .map(host -> Optional.ofNullable(byName.get(host.name()))
                                .map(host::with)
                                .orElse(host))
                        .toList());
    }

    /** The hosts of which there is evidence. */
    public List<Host> withEvidence() {
        return hosts.stream().filter(host -> host.outcome().hasEvidence()).toList();
    }

    /** Writes it to its file. */
    public void write(RunDirectory run) throws IOException {
        run.write(FILE, Json.write(this));
    }

    /**
     * The record in a run directory.
     *
     * @throws IOException if it is not one, or of another version
     */
    public static ScanRecord read(RunDirectory run) throws IOException {
        ScanRecord record = Json.read(run.read(FILE), ScanRecord.class);
        if (record.schemaVersion() != SCHEMA_VERSION) {
            throw new IOException(run.root() + "/" + FILE + " has version " + record.schemaVersion() + ", not "
                    + SCHEMA_VERSION + ": scan again");
        }
        return record;
    }
}
