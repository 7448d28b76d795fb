package dev.slipway.facts;

import java.util.List;

/**
 * A line of /etc/hosts that names another machine.
 *
 * @param names first the canonical name, then the aliases
 */
public record HostsEntry(String address, List<String> names, List<EvidenceLine> evidence) {
    public HostsEntry {
        names = List.copyOf(names);
        evidence = List.copyOf(evidence);
    }
}
