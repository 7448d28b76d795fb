package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.probe.Transcript;
import dev.slipway.probe.TranscriptReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Evidence for tests: a transcript under {@code src/test/resources/hosts}, or items written down in the test. */
final class RecordedHost {
    private final List<EvidenceItem> items = new ArrayList<>();
    private final int userId;

    private RecordedHost(int userId) {
        this.userId = userId;
    }

    /** What the transcript says, as if it were redacted. */
    static Evidence read(String path) {
        try (InputStream in = RecordedHost.class.getResourceAsStream("/hosts/" + path + ".transcript")) {
            if (in == null) {
                throw new IllegalArgumentException("no hosts/" + path + ".transcript");
            }
            return evidence(TranscriptReader.read(in.readAllBytes(), 1 << 26));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Evidence evidence(Transcript transcript) {
        return new Evidence(
                "host",
                "",
                "2026-11-24T12:00:00Z",
                transcript.hostEpochSeconds(),
                transcript.user(),
                transcript.userId(),
                transcript.complete(),
                transcript.items(),
                List.of());
    }

    static RecordedHost asRoot() {
        return new RecordedHost(0);
    }

    static RecordedHost asUser() {
        return new RecordedHost(1000);
    }

    RecordedHost command(String probe, String section, String text) {
        return item(probe, section, section, Kind.COMMAND, Outcome.READ, text);
    }

    RecordedHost file(String probe, String section, String path, String text) {
        return item(probe, section, path, Kind.FILE, Outcome.READ, text);
    }

    RecordedHost denied(String probe, String section, String path) {
        return item(probe, section, path, Kind.FILE, Outcome.DENIED, "");
    }

    RecordedHost item(String probe, String section, String name, Kind kind, Outcome outcome, String text) {
        items.add(new EvidenceItem(probe, section, name, kind, outcome, 0, 1, false, text));
        return this;
    }

    Evidence evidence() {
        return new Evidence(
                "host",
                "",
                "2026-11-24T12:00:00Z",
                1795521600,
                userId == 0 ? "root" : "scan",
                userId,
                true,
                items,
                List.of());
    }
}
