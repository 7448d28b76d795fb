package dev.slipway.draft;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPortBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.util.ArrayList;
import java.util.List;

/** A name in the cluster for something that stays outside: a Service without selector and its addresses. */
record OutsideDraft(Subject subject, PortPlan ports) {
    List<Manifest> manifests() {
        return ports.all().isEmpty() ? List.of() : List.of(service(), slice());
    }

    private Manifest service() {
        Notes notes = new Notes();
        List<ServicePort> all = new ArrayList<>();
        for (DraftPort port : ports.all()) {
            notes.from("/spec/ports/" + all.size(), port.source());
            all.add(new ServicePortBuilder()
                    .withName(port.name())
                    .withPort(port.servicePort())
                    .withProtocol(port.protocol())
                    .build());
        }
        return new Manifest(
                "service.yaml",
                new ServiceBuilder()
                        .withMetadata(Labels.meta(subject.namespace(), subject.name(), subject.namespace()))
                        .withNewSpec()
                        .withType("ClusterIP")
                        .withPorts(all)
                        .endSpec()
                        .build(),
                notes);
    }

    private Manifest slice() {
        Notes notes = new Notes();
        ObjectMeta meta = Labels.meta(subject.namespace(), subject.name() + "-1", subject.namespace());
        meta.getLabels().put("kubernetes.io/service-name", subject.name());
        meta.getLabels().put("endpointslice.kubernetes.io/managed-by", "slipway");
        return new Manifest(
                "endpointslice.yaml",
                new EndpointSliceBuilder()
                        .withMetadata(meta)
                        .withAddressType("IPv4")
                        .withEndpoints(endpoints(notes))
                        .withPorts(slicePorts())
                        .build(),
                notes);
    }

    private List<EndpointPort> slicePorts() {
        return ports.all().stream()
                .map(port -> new EndpointPortBuilder()
                        .withName(port.name())
                        .withPort(port.servicePort())
                        .withProtocol(port.protocol())
                        .build())
                .toList();
    }

    private List<Endpoint> endpoints(Notes notes) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Instance instance : subject.instances()) {
            subject.index()
                    .addressOf(instance.hostName())
                    .filter(IpText::isV4)
                    .filter(text -> !IpText.isLoopback(text))
                    .ifPresent(address -> {
                        notes.from("/endpoints/" + endpoints.size(), "the address of " + instance.hostName());
                        endpoints.add(
                                new EndpointBuilder().withAddresses(address).build());
                    });
        }
        if (endpoints.isEmpty()) {
            notes.ask(
                    "/endpoints",
                    "which address does " + subject.hostNames() + " have, as seen from the cluster?",
                    "NET-004");
        }
        if (ports.all().stream().allMatch(DraftPort::loopback)) {
            notes.ask(
                    "/ports",
                    "it answers on the loopback address only: let it listen where the cluster can reach it",
                    "NET-003");
        }
        return endpoints;
    }
}
