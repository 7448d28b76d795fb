package dev.slipway.cli;

import dev.slipway.assess.Assessment;
import dev.slipway.assess.AssessmentJson;
import dev.slipway.assess.Assessor;
import dev.slipway.assess.Fleet;
import dev.slipway.assess.FleetBuilder;
import dev.slipway.assess.FleetIndex;
import dev.slipway.assess.HostDigest;
import dev.slipway.assess.HostLabel;
import dev.slipway.assess.Json;
import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceFile;
import dev.slipway.run.RunDirectory;
import dev.slipway.run.ScanRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From evidence to assessments and the fleet; no more than one host is held at a time. */
final class AssessStage {
    static final String FLEET = "fleet.json";

    private final Assessor assessor;
    private final Optional<LocalDate> asOf;

    AssessStage(Assessor assessor, Optional<LocalDate> asOf) {
        this.assessor = assessor;
        this.asOf = asOf;
    }

    /** Assesses every host of which there is evidence. */
    Fleet assess(RunDirectory run) throws IOException {
        List<ScanRecord.Host> hosts = ScanRecord.read(run).withEvidence();
        List<HostDigest> digests = new ArrayList<>();
        for (ScanRecord.Host host : hosts) {
            digests.add(assessor.digest(assessor.facts(evidence(run, host), label(host))));
        }
        FleetIndex index = FleetIndex.of(digests, asOf.map(LocalDate::toString));
        FleetBuilder fleet = assessor.fleet(index);
        run.remove("assessment");
        for (ScanRecord.Host host : hosts) {
            Assessment assessment = assessor.assess(evidence(run, host), label(host), index);
            run.write(host.assessmentFile(), AssessmentJson.write(assessment));
            fleet.add(assessment);
        }
        Fleet built = fleet.build();
        run.write(FLEET, Json.write(built));
        return built;
    }

    private static Evidence evidence(RunDirectory run, ScanRecord.Host host) throws IOException {
        try {
            return EvidenceFile.read(run.read(host.evidenceFile()));
        } catch (IOException e) {
            throw new IOException(
                    run.root().resolve(host.evidenceFile()) + ": the evidence of " + host.name() + " cannot be read ("
                            + FileProblem.describe(e) + "). Scan the host again",
                    e);
        }
    }

    private static HostLabel label(ScanRecord.Host host) {
        return new HostLabel(host.name(), host.address(), host.owner(), host.tags());
    }
}
