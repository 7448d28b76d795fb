package dev.slipway.cli;

import dev.slipway.evidence.Evidence;
import dev.slipway.parse.FactParser;
import dev.slipway.probe.Probe;
import dev.slipway.probe.ProbeCatalog;
import dev.slipway.probe.ScanScript.Request;
import dev.slipway.scan.FollowUp;
import dev.slipway.workload.SecondPhase;
import java.util.List;
import java.util.Optional;

/** Asks a host, in the second phase, about the files and processes of what the first phase found there. */
final class FoundProbes implements FollowUp {
    private final ProbeCatalog catalog;

    FoundProbes(ProbeCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<Request> after(Evidence raw) {
        return SecondPhase.wants(FactParser.parse(raw)).stream()
                .flatMap(want -> found(want.probe()).stream()
                        .flatMap(probe -> probe.sections().stream()
                                .map(section -> new Request(probe.id(), section, want.arguments()))))
                .toList();
    }

    private Optional<Probe> found(String id) {
        return catalog.find(id).filter(probe -> probe.phase() == Probe.Phase.FOUND);
    }
}
