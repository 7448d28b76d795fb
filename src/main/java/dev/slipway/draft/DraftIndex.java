package dev.slipway.draft;

import dev.slipway.assess.AssessedWorkload;
import dev.slipway.assess.Assessment;
import dev.slipway.assess.Controller;
import dev.slipway.assess.FleetIndex;
import dev.slipway.facts.Host;
import dev.slipway.facts.ProxyRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What every draft needs to know of the rest of the fleet: who answers at an address, and which proxy leads where. */
public final class DraftIndex {
    private final SortedMap<String, String> hostsByAddress = new TreeMap<>();
    private final SortedMap<String, String> addressesByHost = new TreeMap<>();
    private final SortedMap<String, Peer> peers = new TreeMap<>();
    private final List<Route> routes = new ArrayList<>();

    private DraftIndex() {}

    /** The index over these hosts; each is looked at once and let go. */
    public static DraftIndex of(Iterable<Assessment> hosts) {
        DraftIndex index = new DraftIndex();
        hosts.forEach(index::add);
        return index;
    }

    private void add(Assessment assessment) {
        Host host = assessment.facts().host();
        hostsByAddress.putIfAbsent(host.name(), host.name());
        host.hostName().toOptional().ifPresent(name -> hostsByAddress.putIfAbsent(name, host.name()));
        for (String address : host.addresses()) {
            String plain = address.replaceFirst("/.*", "");
            hostsByAddress.putIfAbsent(plain, host.name());
            addressesByHost.putIfAbsent(host.name(), plain);
        }
        if (!host.address().isEmpty()) {
            addressesByHost.putIfAbsent(host.name(), host.address());
        }
        assessment.workloads().forEach(workload -> add(host, workload));
        assessment.facts().proxyRoutes().forEach(route -> routes.add(new Route(host.name(), route)));
    }

    private void add(Host host, AssessedWorkload workload) {
        workload.draft().ifPresent(folder -> {
            Peer peer = new Peer(
                    FleetIndex.slug(host.owner()),
                    folder.substring(folder.lastIndexOf('/') + 1),
                    folder.replaceFirst("^drafts/", ""),
                    workload.controller() != Controller.EXTERNAL_SERVICE && workload.controller() != Controller.NONE);
            workload.workload().ports().forEach(port -> peers.putIfAbsent(host.name() + "\n" + port, peer));
            peers.putIfAbsent(host.name() + "\n" + workload.workload().id(), peer);
        });
    }

    /** The host of the fleet that has this address or name. */
    Optional<String> hostAt(String address) {
        return Optional.ofNullable(hostsByAddress.get(address));
    }

    /** The first address of a host; empty if none is known. */
    Optional<String> addressOf(String host) {
        return Optional.ofNullable(addressesByHost.get(host));
    }

    /** The workload that answers on this port of a host. */
    Optional<Peer> at(String host, int port) {
        return Optional.ofNullable(peers.get(host + "\n" + port));
    }

    /** The draft of a workload of a host. */
    Optional<Peer> workload(String host, String id) {
        return Optional.ofNullable(peers.get(host + "\n" + id));
    }

    /** All rules of all proxies. */
    List<Route> routes() {
        return List.copyOf(routes);
    }

    /**
     * A workload at the other end.
     *
     * @param namespace its owner's namespace
     * @param name its name in the cluster
     * @param folder its folder of drafts below {@code drafts}
     * @param moves whether it would run in the cluster
     */
    record Peer(String namespace, String name, String folder, boolean moves) {}

    /** A proxy's rule and the host that it stands on. */
    record Route(String host, ProxyRoute rule) {}
}
