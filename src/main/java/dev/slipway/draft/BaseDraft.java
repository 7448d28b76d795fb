package dev.slipway.draft;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The objects of a workload that runs in the cluster. */
final class BaseDraft {
    private static final String GATEWAY_NAMESPACE = "ingress-nginx";

    private final WorkloadPlan plan;
    private final Subject subject;

    BaseDraft(WorkloadPlan plan) {
        this.plan = plan;
        this.subject = plan.subject();
    }

    List<Manifest> manifests() {
        List<Manifest> manifests = new ArrayList<>();
        manifests.add(account());
        manifests.add(subject.single() ? statefulSet() : deployment());
        if (!plan.ports().all().isEmpty() || subject.single()) {
            manifests.add(service());
        }
        if (!plan.configuration().isEmpty()) {
            manifests.add(configMap());
        }
        if (!subject.single()) {
            plan.storage().kept().forEach(place -> manifests.add(claimFile(place)));
        }
        manifests.add(budget());
        manifests.add(new NetworkDraft(
                        subject.namespace(), subject.name(), Labels.selector(subject.name()), plan.peers())
                .ofServer(plan.ports(), plan.exposure().exposed() ? Optional.of(GATEWAY_NAMESPACE) : Optional.empty()));
        new IngressDraft(subject).of(plan.exposure()).ifPresent(manifests::add);
        return manifests;
    }

    private ObjectMeta meta() {
        return Labels.meta(subject.namespace(), subject.name(), subject.namespace());
    }

    private Manifest account() {
        return new Manifest(
                "serviceaccount.yaml",
                new ServiceAccountBuilder()
                        .withMetadata(meta())
                        .withAutomountServiceAccountToken(false)
                        .build(),
                new Notes());
    }

    private Manifest deployment() {
        Notes notes = new Notes();
        notes.from(
                "/spec/replicas",
                subject.instances().size() + " seen on " + subject.hostNames()
                        + "; at least two, so that one may stop");
        PodTemplateSpec pods = new PodDraft(plan, notes).template();
        return new Manifest(
                "deployment.yaml",
                new DeploymentBuilder()
                        .withMetadata(meta())
                        .withNewSpec()
                        .withReplicas(plan.replicas())
                        .withRevisionHistoryLimit(5)
                        .withNewStrategy()
                        .withType("RollingUpdate")
                        .withNewRollingUpdate()
                        .withMaxSurge(new IntOrString(1))
                        .withMaxUnavailable(new IntOrString(0))
                        .endRollingUpdate()
                        .endStrategy()
                        .withSelector(Labels.selector(subject.name()))
                        .withTemplate(pods)
                        .endSpec()
                        .build(),
                notes);
    }

    private Manifest statefulSet() {
        Notes notes = new Notes();
        notes.from("/spec/replicas", subject.lead().workload().controllerReason());
        PodTemplateSpec pods = new PodDraft(plan, notes).template();
        List<PersistentVolumeClaim> claims = new ArrayList<>();
        for (StoragePlan.Place place : plan.storage().kept()) {
            claims.add(claim(place, place.name(), notes.at("/spec/volumeClaimTemplates/" + claims.size())));
        }
        return new Manifest(
                "statefulset.yaml",
                new StatefulSetBuilder()
                        .withMetadata(meta())
                        .withNewSpec()
                        .withReplicas(plan.replicas())
                        .withRevisionHistoryLimit(5)
                        .withServiceName(subject.name())
                        .withSelector(Labels.selector(subject.name()))
                        .withNewUpdateStrategy()
                        .withType("RollingUpdate")
                        .endUpdateStrategy()
                        .withNewPersistentVolumeClaimRetentionPolicy("Retain", "Retain")
                        .withTemplate(pods)
                        .withVolumeClaimTemplates(claims)
                        .endSpec()
                        .build(),
                notes);
    }

    /** Headless before a StatefulSet; callers keep the ports that they know. */
    private Manifest service() {
        Notes notes = new Notes();
        List<ServicePort> ports = new ArrayList<>();
        for (DraftPort port : plan.ports().all()) {
            notes.from("/spec/ports/" + ports.size() + "/port", port.source() + "; callers keep it");
            ports.add(new ServicePortBuilder()
                    .withName(port.name())
                    .withPort(subject.single() ? port.containerPort() : port.servicePort())
                    .withProtocol(port.protocol())
                    .withNewTargetPort(port.name())
                    .build());
        }
        return new Manifest(
                "service.yaml",
                new ServiceBuilder()
                        .withMetadata(meta())
                        .withNewSpec()
                        .withType("ClusterIP")
                        .withClusterIP(subject.single() ? "None" : null)
                        .withSelector(Labels.selector(subject.name()).getMatchLabels())
                        .withPorts(ports)
                        .endSpec()
                        .build(),
                notes);
    }

    private Manifest configMap() {
        Notes notes = new Notes();
        notes.from(
                "/data", plan.configuration().source() + " on " + subject.lead().hostName());
        return new Manifest(
                "configmap.yaml",
                new ConfigMapBuilder()
                        .withMetadata(Labels.meta(
                                subject.namespace(), plan.configuration().name(), subject.namespace()))
                        .withData(plan.configuration().files())
                        .build(),
                notes);
    }

    private Manifest claimFile(StoragePlan.Place place) {
        Notes notes = new Notes();
        return new Manifest("pvc-" + place.name() + ".yaml", claim(place, plan.claimName(place), notes), notes);
    }

    private PersistentVolumeClaim claim(StoragePlan.Place place, String name, Notes notes) {
        boolean many = !subject.single();
        notes.add("/spec/resources/requests/storage", new Note(place.kind(), place.reason(), ""));
        if (many) {
            notes.ask(
                    "/spec/accessModes",
                    "all replicas write " + place.path()
                            + ": is there a storage class that many nodes can write, or can the files move to object storage?",
                    "STATE-010");
        }
        String storageClass = subject.answer("storageClass")
                .filter(text -> text.matches("[a-z0-9.-]{1,253}"))
                .orElse(subject.target().storageClass());
        return new PersistentVolumeClaimBuilder()
                .withMetadata(Labels.meta(subject.namespace(), name, subject.namespace()))
                .withNewSpec()
                .withAccessModes(many ? "ReadWriteMany" : "ReadWriteOnce")
                .withStorageClassName(storageClass.isEmpty() ? null : storageClass)
                .withNewResources()
                .addToRequests("storage", new Quantity(place.sizeGiB() + "Gi"))
                .endResources()
                .endSpec()
                .build();
    }

    private Manifest budget() {
        Notes notes = new Notes();
        if (subject.single()) {
            notes.assumed("/spec/maxUnavailable", "a node may be emptied although only one replica may run");
        }
        return new Manifest(
                "pdb.yaml",
                new PodDisruptionBudgetBuilder()
                        .withMetadata(meta())
                        .withNewSpec()
                        .withMaxUnavailable(new IntOrString(1))
                        .withUnhealthyPodEvictionPolicy("AlwaysAllow")
                        .withSelector(Labels.selector(subject.name()))
                        .endSpec()
                        .build(),
                notes);
    }
}
