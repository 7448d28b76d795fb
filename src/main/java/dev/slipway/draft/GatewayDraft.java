package dev.slipway.draft;

import dev.slipway.facts.ProxyRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a proxy as an Ingress, for those of its members that stay outside and have a Service in the same namespace. Members
 * that move have an Ingress in their own draft; two for one path would be refused.
 */
record GatewayDraft(Subject subject) {

    /** Empty if none of its rules can be written as an Ingress. */
    Optional<Manifest> manifest() {
        List<IngressDraft.Backend> backends = new ArrayList<>();
        for (DraftIndex.Route route : subject.index().routes()) {
            boolean own = subject.instances().stream()
                    .anyMatch(instance -> instance.hostName().equals(route.host())
                            && route.rule().workload().equals(instance.id()));
            if (own && route.rule().kind() == ProxyRoute.Kind.HTTP) {
                backend(route).ifPresent(backends::addAll);
            }
        }
        return backends.isEmpty() ? Optional.empty() : Optional.of(new IngressDraft(subject).write(backends));
    }

    private Optional<List<IngressDraft.Backend>> backend(DraftIndex.Route route) {
        return ExposurePlan.peer(route, subject.index())
                .filter(peer -> peer.namespace().equals(subject.namespace()) && !peer.moves())
                .map(peer -> ExposurePlan.paths(route).stream()
                        .map(path -> new IngressDraft.Backend(path, peer.name(), ExposurePlan.memberPort(route)))
                        .toList());
    }
}
