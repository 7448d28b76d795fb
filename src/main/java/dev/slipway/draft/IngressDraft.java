package dev.slipway.draft;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The way from outside to a Service. */
record IngressDraft(Subject subject) {
    /** A name that nobody owns: reserved for examples that must not work. */
    private static final String NO_HOST = ".invalid";

    /** The Ingress of a workload; empty if nobody outside calls it. */
    Optional<Manifest> of(ExposurePlan exposure) {
        if (!exposure.exposed()) {
            return Optional.empty();
        }
        List<Backend> backends = exposure.paths().stream()
                .map(path -> new Backend(
                        path, subject.name(), exposure.port().orElseThrow().name()))
                .toList();
        return Optional.of(write(backends));
    }

    private static ServiceBackendPort port(String port) {
        return port.matches("[0-9]+")
                ? new ServiceBackendPort(null, Integer.valueOf(port))
                : new ServiceBackendPort(port, null);
    }

    /** A path and the Service that answers it, by its port's name or number. */
    record Backend(ExposurePlan.Path path, String service, String port) {}

    Manifest write(List<Backend> backends) {
        SortedMap<String, List<Backend>> byHost = new TreeMap<>();
        for (Backend backend : backends) {
            byHost.computeIfAbsent(backend.path().host().orElse(subject.name() + NO_HOST), host -> new ArrayList<>())
                    .add(backend);
        }
        Notes notes = new Notes();
        notes.assumed("/spec/ingressClassName", "the profile's class of ingresses");
        notes.ask("/spec/tls", "which certificate? create the Secret, or let cert-manager do it", "NET-024");
        List<IngressRule> rules = new ArrayList<>();
        byHost.forEach((host, paths) -> {
            Notes on = notes.at("/spec/rules/" + rules.size());
            if (host.endsWith(NO_HOST)) {
                on.ask("/host", "which host name do its users call?", "NET-024");
            } else {
                on.from("/host", paths.get(0).path().source());
            }
            rules.add(rule(host, paths, on.at("/http/paths")));
        });
        return new Manifest(
                "ingress.yaml",
                new IngressBuilder()
                        .withMetadata(Labels.meta(subject.namespace(), subject.name(), subject.namespace()))
                        .withNewSpec()
                        .withIngressClassName(subject.target().ingressClass())
                        .addNewTl()
                        .withHosts(List.copyOf(byHost.keySet()))
                        .withSecretName(subject.name() + "-tls")
                        .endTl()
                        .withRules(rules)
                        .endSpec()
                        .build(),
                notes);
    }

    private static IngressRule rule(String host, List<Backend> backends, Notes notes) {
        List<HTTPIngressPath> paths = new ArrayList<>();
        SortedMap<String, Backend> distinct = new TreeMap<>();
        backends.forEach(backend -> distinct.putIfAbsent(
                backend.path().path() + " " + backend.path().exact(), backend));
        for (Backend backend : distinct.values()) {
            explain(backend.path(), notes, "/" + paths.size());
            paths.add(path(backend));
        }
        return new IngressRuleBuilder()
                .withHost(host)
                .withNewHttp()
                .withPaths(paths)
                .endHttp()
                .build();
    }

    private static void explain(ExposurePlan.Path path, Notes notes, String place) {
        notes.from(place, path.source());
        for (String feature : path.features()) {
            notes.ask(place, "the proxy also does: " + feature + "; who does it now?", "NET-017");
        }
        if (!path.sticky().isEmpty()) {
            notes.ask(
                    place,
                    "the proxy ties clients to one server (" + path.sticky()
                            + "): share the sessions, or ask the ingress controller for affinity",
                    "NET-017");
        }
    }

    private static HTTPIngressPath path(Backend backend) {
        return new HTTPIngressPathBuilder()
                .withPath(backend.path().path())
                .withPathType(backend.path().exact() ? "Exact" : "Prefix")
                .withNewBackend()
                .withNewService()
                .withName(backend.service())
                .withPort(port(backend.port()))
                .endService()
                .endBackend()
                .build();
    }
}
