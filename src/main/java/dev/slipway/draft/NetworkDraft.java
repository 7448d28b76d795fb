package dev.slipway.draft;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who may talk to a workload and to whom it may talk: what was seen, and nothing else. */
final class NetworkDraft {
    private static final String DNS_NAMESPACE = "kube-system";

    private final String namespace;
    private final String name;
    private final LabelSelector pods;
    private final PeerPlan peers;
    private final Notes notes = new Notes();

    NetworkDraft(String namespace, String name, LabelSelector pods, PeerPlan peers) {
        this.namespace = namespace;
        this.name = name;
        this.pods = pods;
        this.peers = peers;
    }

    /** For pods that answer on ports. */
    Manifest ofServer(PortPlan ports, Optional<String> gateway) {
        List<NetworkPolicyIngressRule> rules = new ArrayList<>();
        gateway.ifPresent(space -> {
            notes.assumed("/spec/ingress/0", "the namespace of the ingress controller");
            rules.add(new NetworkPolicyIngressRuleBuilder()
                    .withFrom(new NetworkPolicyPeerBuilder()
                            .withNamespaceSelector(Labels.namespace(space))
                            .build())
                    .withPorts(ports.http()
                            .or(ports::main)
                            .map(port -> List.of(port(port.protocol(), port.containerPort())))
                            .orElse(List.of()))
                    .build());
        });
        for (DraftPort port : ports.all()) {
            List<NetworkPolicyPeer> from = callers(port);
            if (!from.isEmpty()) {
                notes.from("/spec/ingress/" + rules.size(), "callers seen during the scan; rare ones may be missing");
                rules.add(new NetworkPolicyIngressRuleBuilder()
                        .withFrom(from)
                        .withPorts(port(port.protocol(), port.containerPort()))
                        .build());
            }
        }
        return manifest("networkpolicy.yaml", rules.isEmpty() ? onlyItself() : rules);
    }

    /** For pods that answer on one port to one namespace. */
    Manifest ofServed(String file, String callers, int port) {
        notes.assumed("/spec/ingress/0", "the namespace of those that call it");
        return manifest(
                file,
                List.of(new NetworkPolicyIngressRuleBuilder()
                        .withFrom(new NetworkPolicyPeerBuilder()
                                .withNamespaceSelector(Labels.namespace(callers))
                                .build())
                        .withPorts(port("TCP", port))
                        .build()));
    }

    /** For pods that answer nobody. */
    Manifest ofClient(String file) {
        return manifest(file, onlyItself());
    }

    private List<NetworkPolicyIngressRule> onlyItself() {
        notes.assumed("/spec/ingress/0", "no caller was seen; only its own pods");
        return List.of(new NetworkPolicyIngressRuleBuilder()
                .withFrom(new NetworkPolicyPeerBuilder().withPodSelector(pods).build())
                .build());
    }

    private List<NetworkPolicyPeer> callers(DraftPort port) {
        return peers.callers().stream()
                .filter(caller -> caller.port() == port.servicePort())
                .map(caller -> block(caller.range()))
                .toList();
    }

    private Manifest manifest(String file, List<NetworkPolicyIngressRule> ingress) {
        List<NetworkPolicyEgressRule> egress = egress();
        return new Manifest(
                file,
                new NetworkPolicyBuilder()
                        .withMetadata(Labels.meta(namespace, name, namespace))
                        .withNewSpec()
                        .withPodSelector(pods)
                        .withPolicyTypes("Ingress", "Egress")
                        .withIngress(ingress)
                        .withEgress(egress)
                        .endSpec()
                        .build(),
                notes);
    }

    private List<NetworkPolicyEgressRule> egress() {
        List<NetworkPolicyEgressRule> rules = new ArrayList<>();
        notes.assumed("/spec/egress/0", "name resolution");
        rules.add(new NetworkPolicyEgressRuleBuilder()
                .withTo(new NetworkPolicyPeerBuilder()
                        .withNamespaceSelector(Labels.namespace(DNS_NAMESPACE))
                        .build())
                .withPorts(port("UDP", 53), port("TCP", 53))
                .build());
        needs().forEach((key, need) -> {
            List<NetworkPolicyPeer> to = to(need);
            notes.from(
                    "/spec/egress/" + rules.size(), need.source() + (need.role().isEmpty() ? "" : ": " + need.role()));
            rules.add(new NetworkPolicyEgressRuleBuilder()
                    .withTo(to)
                    .withPorts(port(need.protocol(), need.port()))
                    .build());
        });
        List<String> unresolved = peers.unresolved();
        if (!unresolved.isEmpty()) {
            notes.ask(
                    "/spec/egress",
                    "which addresses do these names have: " + String.join(", ", unresolved) + "?",
                    "NET-004");
        }
        return rules;
    }

    /** What can be expressed as a rule, one for each other end. */
    private SortedMap<String, PeerPlan.Need> needs() {
        SortedMap<String, PeerPlan.Need> needs = new TreeMap<>();
        for (PeerPlan.Need need : peers.needs()) {
            if (!to(need).isEmpty()) {
                String end = need.peer()
                                .map(peer -> peer.namespace() + "/" + peer.name())
                                .orElse("") + " " + need.range().orElse("");
                needs.putIfAbsent(end + " " + need.port() + " " + need.protocol(), need);
            }
        }
        return needs;
    }

    /** The machine while it is there, and the pods once they are. */
    private static List<NetworkPolicyPeer> to(PeerPlan.Need need) {
        List<NetworkPolicyPeer> to = new ArrayList<>();
        need.range().ifPresent(range -> to.add(block(range)));
        need.peer()
                .filter(DraftIndex.Peer::moves)
                .ifPresent(peer -> to.add(new NetworkPolicyPeerBuilder()
                        .withNamespaceSelector(Labels.namespace(peer.namespace()))
                        .withPodSelector(Labels.selector(peer.name()))
                        .build()));
        return to;
    }

    private static NetworkPolicyPeer block(String range) {
        return new NetworkPolicyPeerBuilder()
                .withNewIpBlock()
                .withCidr(range)
                .endIpBlock()
                .build();
    }

    private static NetworkPolicyPort port(String protocol, int port) {
        return new NetworkPolicyPortBuilder()
                .withProtocol(protocol)
                .withPort(new IntOrString(port))
                .build();
    }
}
