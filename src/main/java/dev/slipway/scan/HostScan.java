package dev.slipway.scan;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.Redactor;
import dev.slipway.inventory.Connection;
import dev.slipway.inventory.InventoryHost;
import dev.slipway.probe.ItemDecoder;
import dev.slipway.probe.ProbeCatalog;
import dev.slipway.probe.ScanScript;
import dev.slipway.probe.ScanScript.Request;
import dev.slipway.probe.Transcript;
import dev.slipway.probe.TranscriptReader;
import dev.slipway.ssh.Deadline;
import dev.slipway.ssh.Limits;
import dev.slipway.ssh.Opening;
import dev.slipway.ssh.Opening.Failed;
import dev.slipway.ssh.Opening.Opened;
import dev.slipway.ssh.RemoteShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How evidence is got from one host: in two questions on one connection, or from a recording. */
final class HostScan {
    private static final int MOST_RECORDED_BYTES = 64 * 1024 * 1024;

    private final ShellSource shells;
    private final ProbeCatalog catalog;
    private final List<Request> everyHost;
    private final FollowUp followUp;
    private final Redactor redactor;
    private final int maxOutputBytes;

    HostScan(ShellSource shells, ProbeCatalog catalog, FollowUp followUp, Redactor redactor, int maxOutputBytes) {
        this.shells = shells;
        this.catalog = catalog;
        this.everyHost = ScanScript.everyHost(catalog);
        this.followUp = followUp;
        this.redactor = redactor;
        this.maxOutputBytes = maxOutputBytes;
    }

    /**
     * What came of a host.
     *
     * @param evidence redacted; empty if nothing was read
     * @param trouble empty if everything was read
     */
    record Result(Optional<Evidence> evidence, Optional<Trouble> trouble) {
        static Result of(Trouble trouble) {
            return new Result(Optional.empty(), Optional.of(trouble));
        }

        /** The result of another try, with what this one has read if that has read less. */
        Result orBetter(Result later) {
            return later.itemCount() >= itemCount() ? later : new Result(evidence, later.trouble());
        }

        private int itemCount() {
            return evidence.map(each -> each.items().size()).orElse(0);
        }
    }

    /** Scans a host once. */
    Result scan(InventoryHost host, Instant now, Deadline deadline) {
        if (host.connection() instanceof Connection.Recorded recorded) {
            return read(host, recorded.recording(), now);
        }
        Opening opening = shells.open(host, deadline);
        if (opening instanceof Failed failed) {
            return Result.of(Trouble.of(failed.failure()));
        }
        try (RemoteShell shell = ((Opened) opening).shell()) {
            return ask(host, shell, now, new Limits(maxOutputBytes, deadline));
        }
    }

    private Result ask(InventoryHost host, RemoteShell shell, Instant now, Limits limits) {
        ScriptRun first = ScriptRun.on(shell, host.sudo(), catalog, everyHost, limits);
        Evidence raw = evidence(host, shell.address(), now, first.transcript());
        if (raw.items().isEmpty() || !raw.complete()) {
            return result(raw, first.trouble());
        }
        List<Request> more = followUp.after(raw);
        if (more.isEmpty()) {
            return result(raw, first.trouble());
        }
        ScriptRun second = ScriptRun.on(shell, host.sudo(), catalog, more, limits);
        List<EvidenceItem> items = new ArrayList<>(raw.items());
        items.addAll(second.transcript().items());
        return result(
                withItems(raw, items, second.transcript().complete()),
                first.trouble().or(() -> second.trouble().map(Trouble::partial)));
    }

    private Result read(InventoryHost host, Path recording, Instant now) {
        byte[] bytes;
        try {
            if (Files.size(recording) > MOST_RECORDED_BYTES) {
                return Result.of(new Trouble(
                        HostOutcome.OUTPUT_LIMIT,
                        recording + " has more than " + MOST_RECORDED_BYTES / 1024 / 1024 + " MiB",
                        "name the transcript of one host",
                        false));
            }
            bytes = Files.readAllBytes(recording);
        } catch (IOException e) {
            return Result.of(new Trouble(
                    HostOutcome.UNREACHABLE,
                    recording
                            + (e instanceof NoSuchFileException
                                    ? " does not exist"
                                    : " cannot be read: " + e.getMessage()),
                    "name a transcript that can be read",
                    false));
        }
        Transcript transcript = TranscriptReader.read(bytes, MOST_RECORDED_BYTES);
        if (!transcript.started()) {
            return Result.of(new Trouble(
                    HostOutcome.CUT_OFF,
                    recording + " is not a transcript, or ends before its first line",
                    "record the host again",
                    false));
        }
        Optional<Trouble> trouble = transcript.complete()
                ? Optional.empty()
                : Optional.of(new Trouble(
                        HostOutcome.PARTIAL,
                        recording + " ends in the middle",
                        "record the host again to have all of it",
                        false));
        return result(evidence(host, "", now, transcript), trouble);
    }

    /** A recording is as old as the host's clock said; everything else is of now. */
    private static Evidence evidence(InventoryHost host, String address, Instant now, Transcript transcript) {
        boolean recorded = host.connection() instanceof Connection.Recorded && transcript.hostEpochSeconds() > 0;
        Instant scannedAt = recorded ? Instant.ofEpochSecond(transcript.hostEpochSeconds()) : now;
        return new Evidence(
                host.name(),
                address,
                scannedAt.truncatedTo(ChronoUnit.SECONDS).toString(),
                transcript.hostEpochSeconds(),
                transcript.user(),
                transcript.userId(),
                transcript.complete(),
                transcript.items(),
                List.of());
    }

    private static Evidence withItems(Evidence raw, List<EvidenceItem> items, boolean complete) {
        return new Evidence(
                raw.host(),
                raw.address(),
                raw.scannedAt(),
                raw.hostEpochSeconds(),
                raw.user(),
                raw.userId(),
                complete,
                items,
                raw.secrets());
    }

    private Result result(Evidence raw, Optional<Trouble> trouble) {
        if (raw.items().isEmpty()) {
            return new Result(Optional.empty(), trouble);
        }
        Redactor.Redacted redacted = redactor.redact(ItemDecoder.decode(raw.items()));
        return new Result(
                Optional.of(new Evidence(
                        raw.host(),
                        raw.address(),
                        raw.scannedAt(),
                        raw.hostEpochSeconds(),
                        raw.user(),
                        raw.userId(),
                        raw.complete(),
                        redacted.items(),
                        redacted.secrets())),
                trouble);
    }
}
