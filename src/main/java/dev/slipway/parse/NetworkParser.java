package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostsEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The host's addresses, its resolver, and the other machines in its hosts file. */
final class NetworkParser implements Parser {
    private static final String PROBE = "network";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        Host host = soFar.host()
                .with(h -> h.addresses(addresses(evidence))
                        .nameServers(resolver(evidence, "nameserver").distinct().toList())
                        .searchDomains(searchDomains(evidence)));
        List<HostsEntry> entries = file(evidence, "/etc/hosts")
                .map(item -> HostsFile.entries(item, host))
                .orElse(List.of());
        List<Gap> gaps = new ArrayList<>(soFar.gaps());
        gaps.addAll(Gaps.of(evidence, PROBE, "names", "hostsEntries"));
        gaps.addAll(Gaps.of(evidence, PROBE, "addresses", "host"));
        gaps.addAll(Gaps.of(evidence, PROBE, "kernel-addresses", "host"));
        return soFar.with(facts -> facts.host(host).hostsEntries(entries).gaps(gaps));
    }

    private static List<String> addresses(Evidence evidence) {
        return HostAddresses.of(Stream.of("addresses", "kernel-addresses")
                .flatMap(section -> evidence.command(PROBE, section).stream())
                .flatMap(item -> item.lines().stream())
                .toList());
    }

    private static Optional<EvidenceItem> file(Evidence evidence, String path) {
        return evidence.read(PROBE, "names")
                .filter(item -> item.name().equals(path))
                .findFirst();
    }

    /** Of several lines with search domains the last one counts. */
    private static List<String> searchDomains(Evidence evidence) {
        return file(evidence, "/etc/resolv.conf").stream()
                .flatMap(item -> item.lines().stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words[0].equals("search") || words[0].equals("domain"))
                .reduce((one, two) -> two)
                .map(words -> Arrays.asList(words).subList(1, words.length))
                .orElse(List.of());
    }

    private static Stream<String> resolver(Evidence evidence, String keyword) {
        return file(evidence, "/etc/resolv.conf").stream()
                .flatMap(item -> item.lines().stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 1 && words[0].equals(keyword))
                .map(words -> words[1]);
    }
}
