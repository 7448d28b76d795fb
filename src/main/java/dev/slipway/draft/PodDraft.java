package dev.slipway.draft;

import dev.slipway.facts.HostsEntry;
import dev.slipway.facts.Unit;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.HostAliasBuilder;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.ArrayList;
import java.util.List;

/** The pods of a workload. */
final class PodDraft {
    static final String PRIORITY = "migrated-standard";
    private static final int DRAIN_SECONDS = 10;
    private static final int LEAST_GRACE_SECONDS = 30;

    private final WorkloadPlan plan;
    private final Subject subject;
    private final Notes notes;
    private final Notes container;

    PodDraft(WorkloadPlan plan, Notes notes) {
        this.plan = plan;
        this.subject = plan.subject();
        this.notes = notes.at("/spec/template/spec");
        this.container = this.notes.at("/containers/0");
    }

    PodTemplateSpec template() {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(Labels.of(subject.name(), subject.namespace()))
                .endMetadata()
                .withSpec(spec())
                .build();
    }

    private PodSpec spec() {
        Identity identity = plan.identity();
        notes.add("/securityContext/runAsUser", new Note(identity.kind(), identity.reason(), ""));
        PodVolumes volumes = new PodVolumes(plan, notes);
        return new PodSpecBuilder()
                .withServiceAccountName(subject.name())
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withPriorityClassName(PRIORITY)
                .withTerminationGracePeriodSeconds(grace())
                .withHostAliases(hostAliases())
                .withSecurityContext(identity.pod())
                .withAffinity(Placement.apart(subject.name()))
                .withTopologySpreadConstraints(Placement.spread(subject.name()))
                .withContainers(container(volumes))
                .withVolumes(volumes.volumes())
                .build();
    }

    private long grace() {
        long stop = subject.own(subject.facts().units(), Unit::workload).stream()
                .mapToLong(Unit::stopTimeoutSeconds)
                .max()
                .orElse(0);
        if (stop > 0 && stop <= 3600) {
            notes.from(
                    "/terminationGracePeriodSeconds",
                    "TimeoutStopSec of its unit, and " + DRAIN_SECONDS + " s to drain");
            return Math.max(LEAST_GRACE_SECONDS, stop + DRAIN_SECONDS);
        }
        notes.assumed("/terminationGracePeriodSeconds", "how long it takes to stop was not measured");
        return LEAST_GRACE_SECONDS + DRAIN_SECONDS;
    }

    /** Names that only the host's own table of hosts knows, as far as the workload's configuration uses them. */
    private List<HostAlias> hostAliases() {
        List<HostAlias> aliases = new ArrayList<>();
        for (HostsEntry entry : subject.facts().hostsEntries()) {
            List<String> used = entry.names().stream()
                    .filter(name -> name.matches("[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?"))
                    .filter(plan.peers()::uses)
                    .toList();
            if (!used.isEmpty() && IpText.isAddress(entry.address())) {
                notes.from("/hostAliases/" + aliases.size(), Source.of(entry.evidence(), "/etc/hosts"));
                aliases.add(new HostAliasBuilder()
                        .withIp(entry.address())
                        .withHostnames(used)
                        .build());
            }
        }
        return aliases;
    }

    private Container container(PodVolumes volumes) {
        if (!plan.image().known()) {
            container.ask("/image", "which image, with its digest? the digest of zeros starts nothing", "RUN-014");
        }
        Container draft = new ContainerBuilder()
                .withName(subject.name())
                .withImage(plan.image().reference())
                .withImagePullPolicy("Always")
                .withPorts(ports())
                .withEnv(environment())
                .withResources(new ResourceDraft(plan.memory(), plan.processor(), plan.storage())
                        .write(container.at("/resources")))
                .withLifecycle(plan.ports().all().isEmpty() ? null : drain())
                .withSecurityContext(plan.identity().container())
                .withVolumeMounts(volumes.mounts())
                .build();
        if (plan.base().template().equals("php-fpm")) {
            container.ask(
                    "/name",
                    "it speaks FastCGI: which web server stands in front of it, as a second container of the pod?",
                    "RUN-007");
        }
        new ProbeDraft(plan, container).write(draft);
        return draft;
    }

    private List<ContainerPort> ports() {
        List<ContainerPort> ports = new ArrayList<>();
        for (DraftPort port : plan.ports().all()) {
            String place = "/ports/" + ports.size();
            container.from(place, port.source() + (port.loopback() ? ", there on the loopback address only" : ""));
            if (port.moved()) {
                container.ask(
                        place + "/containerPort",
                        "make it listen on " + port.containerPort() + " instead of " + port.servicePort()
                                + ": only root may bind ports below 1024",
                        "SECU-001");
            } else if (port.loopback() && !plan.configuration().opensPorts()) {
                container.ask(
                        place + "/containerPort",
                        "make it listen on all addresses: probes and callers do not come from 127.0.0.1",
                        "NET-003");
            }
            ports.add(new ContainerPortBuilder()
                    .withName(port.name())
                    .withContainerPort(port.containerPort())
                    .withProtocol(port.protocol())
                    .build());
        }
        return ports;
    }

    private List<EnvVar> environment() {
        List<EnvVar> variables = new ArrayList<>();
        variables.add(new EnvVarBuilder()
                .withName("POD_NAME")
                .withNewValueFrom()
                .withNewFieldRef("v1", "metadata.name")
                .endValueFrom()
                .build());
        for (EnvironmentPlan.Variable variable : plan.environment().variables()) {
            container.add("/env/" + variables.size() + "/value", new Note(variable.kind(), variable.reason(), ""));
            variables.add(new EnvVarBuilder()
                    .withName(variable.name())
                    .withValue(variable.value())
                    .build());
        }
        return variables;
    }

    /** Time for load balancers to notice before the program gets its signal. */
    private Lifecycle drain() {
        container.assumed("/lifecycle", "callers notice within ten seconds that it stops");
        return new LifecycleBuilder()
                .withNewPreStop()
                .withNewSleep((long) DRAIN_SECONDS)
                .endPreStop()
                .build();
    }
}
