package dev.slipway.cli;

import dev.slipway.assess.Assessment;
import dev.slipway.assess.AssessmentJson;
import dev.slipway.assess.Fleet;
import dev.slipway.assess.Json;
import dev.slipway.run.RunDirectory;
import dev.slipway.run.ScanRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;

/** What a run directory holds after it was assessed; hosts are read one at a time. */
final class Assessments {
    private final RunDirectory run;
    private final ScanRecord record;

    private Assessments(RunDirectory run, ScanRecord record) {
        this.run = run;
        this.record = record;
    }

    static Assessments of(RunDirectory run) throws IOException {
        return new Assessments(run, ScanRecord.read(run));
    }

    ScanRecord record() {
        return record;
    }

    /** The hosts that were assessed, by name. */
    List<ScanRecord.Host> hosts() {
        return record.withEvidence().stream()
                .filter(host -> run.exists(host.assessmentFile()))
                .sorted(Comparator.comparing(ScanRecord.Host::name))
                .toList();
    }

    /** All assessments in that order, each read when it is its turn; an error is an {@link UncheckedIOException}. */
    Iterable<Assessment> all() {
        return () -> hosts().stream()
                .map(host -> {
                    try {
                        return read(host);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .iterator();
    }

    Assessment read(ScanRecord.Host host) throws IOException {
        try {
            return AssessmentJson.read(run.read(host.assessmentFile()));
        } catch (IOException e) {
            throw new IOException(
                    run.root().resolve(host.assessmentFile()) + ": cannot be read (" + FileProblem.describe(e)
                            + "). Run 'slipway assess' again",
                    e);
        }
    }

    Fleet fleet() throws IOException {
        if (!run.exists(AssessStage.FLEET)) {
            throw new Failure(
                    ExitStatus.USAGE, run.root() + ": this run is not assessed yet. Run 'slipway assess' first.");
        }
        return Json.read(run.read(AssessStage.FLEET), Fleet.class);
    }
}
