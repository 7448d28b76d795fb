package dev.slipway.assess;

import dev.slipway.facts.HostFacts;
import java.util.List;

/**
 * As much of a host as the rest of the fleet needs to know.
 *
 * @param addresses its own addresses, without prefix length
 * @param scannedAt instant of the scan, ISO 8601
 */
public record HostDigest(
        String name, String owner, List<String> addresses, String scannedAt, List<WorkloadDigest> workloads) {
    public HostDigest {
        addresses = List.copyOf(addresses);
        workloads = List.copyOf(workloads);
    }

    static HostDigest of(HostFacts facts) {
        String name = facts.host().name();
        String owner = facts.host().owner();
        return new HostDigest(
                name,
                owner,
                facts.host().addresses().stream()
                        .map(address -> address.replaceFirst("/.*", ""))
                        .toList(),
                facts.host().scannedAt(),
                facts.workloads().stream()
                        .map(workload -> WorkloadDigest.of(name, owner, workload))
                        .toList());
    }
}
