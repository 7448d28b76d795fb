package dev.slipway.workload;

import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** From processes to workloads: what is one program to its owner, and which facts belong to it. */
public final class WorkloadGrouping {
    private WorkloadGrouping() {}

    /** The facts with workloads, and with the workload of every fact that belongs to one. */
    public static HostFacts group(HostFacts facts) {
        RuntimeCatalog runtimes = RuntimeCatalog.builtIn();
        SortedMap<String, Candidate> candidates = Naming.ids(Candidates.of(facts, runtimes));
        HostFacts attributed = Attribution.of(facts, candidates).apply(facts);
        HostFacts judged = JobOwners.assign(attributed, candidates);
        List<Workload> workloads = new ArrayList<>();
        WorkloadAssembly assembly = new WorkloadAssembly(judged);
        candidates.forEach((id, candidate) -> workloads.add(assembly.assemble(id, candidate)));
        HostFacts grouped = judged.withWorkloads(workloads);
        return grouped.withWorkloads(workloads.stream()
                .map(workload -> workload.withDependencies(Dependencies.of(workload, grouped)))
                .toList());
    }
}
