package dev.slipway.draft;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node of goCron: the image of a workload, with the node's program copied in, waiting for the server's orders. One pod, as the
 * server keeps its connection to one. Whoever reaches its port can run commands, so it takes only callers with a certificate.
 */
record GoCronNodeDraft(String namespace, String group, List<GoCronTask> tasks) {
    static final int PORT = 5921;
    private static final String SERVER_NAMESPACE = "gocron";
    private static final int LONGEST_ALIAS = 32;
    /** Octal 0440. */
    private static final int READABLE = 288;
    /** Octal 0555. */
    private static final int RUNNABLE = 365;

    String name() {
        return ObjectName.of(group + "-gocron");
    }

    /** Name under which the server calls it. */
    String address() {
        return name() + "." + namespace + ".svc";
    }

    String alias() {
        return name().substring(0, Math.min(LONGEST_ALIAS, name().length())).replaceAll("-+$", "");
    }

    List<Manifest> manifests() {
        List<Manifest> manifests = new ArrayList<>(List.of(account(), set(), service(), budget(), policy()));
        if (hasScripts()) {
            manifests.add(scripts());
        }
        return manifests;
    }

    private boolean hasScripts() {
        return tasks.stream().anyMatch(task -> task.script().isPresent());
    }

    private String file(String kind) {
        return kind + "-" + name() + ".yaml";
    }

    private Manifest account() {
        return new Manifest(
                file("serviceaccount"),
                new ServiceAccountBuilder()
                        .withMetadata(Labels.meta(namespace, name(), namespace))
                        .withAutomountServiceAccountToken(false)
                        .build(),
                new Notes());
    }

    private Manifest set() {
        Notes notes = new Notes();
        notes.assumed("/spec/replicas", "the server's connection sticks to one pod");
        PodSpec pod = pod(notes.at("/spec/template/spec"));
        return new Manifest(
                file("statefulset"),
                new StatefulSetBuilder()
                        .withMetadata(Labels.meta(namespace, name(), namespace))
                        .withNewSpec()
                        .withReplicas(1)
                        .withRevisionHistoryLimit(5)
                        .withServiceName(name())
                        .withSelector(Labels.selector(name()))
                        .withNewTemplate()
                        .withNewMetadata()
                        .withLabels(Labels.of(name(), namespace))
                        .endMetadata()
                        .withSpec(pod)
                        .endTemplate()
                        .endSpec()
                        .build(),
                notes);
    }

    private PodSpec pod(Notes notes) {
        String user = tasks.stream()
                .map(task -> task.plan().user())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("an account that could not be read");
        Identity identity = Identity.unprivileged(user);
        notes.add("/securityContext/runAsUser", new Note(identity.kind(), identity.reason(), ""));
        notes.assumed("/shareProcessNamespace", "the pause container takes care of what a task leaves running");
        notes.assumed("/terminationGracePeriodSeconds", "the longest task may end");
        return new PodSpecBuilder()
                .withServiceAccountName(name())
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withPriorityClassName(PodDraft.PRIORITY)
                .withShareProcessNamespace(true)
                .withTerminationGracePeriodSeconds(grace())
                .withSecurityContext(identity.pod())
                .withAffinity(Placement.apart(name()))
                .withTopologySpreadConstraints(Placement.spread(name()))
                .withInitContainers(copier(identity, notes.at("/initContainers/0")))
                .withContainers(node(identity, notes.at("/containers/0")))
                .withVolumes(volumes())
                .build();
    }

    private long grace() {
        long longest = tasks.stream()
                .mapToLong(task -> task.plan().timeoutSeconds())
                .max()
                .orElse(300);
        return Math.max(60, Math.min(3600, longest + 30));
    }

    private Container copier(Identity identity, Notes notes) {
        notes.ask("/image", "which image holds the node's program, with its digest?", "RUN-014");
        return new ContainerBuilder()
                .withName("copy-node")
                .withImage(ImageName.placeholder("gocron-node", "1.5.3").reference())
                .withImagePullPolicy("Always")
                .withCommand("cp", "/gocron-node", "/gocron/gocron-node")
                .withResources(resources("50m", "32Mi", "100m", "64Mi"))
                .withSecurityContext(identity.container())
                .withVolumeMounts(mount("gocron", "/gocron", false))
                .build();
    }

    private Container node(Identity identity, Notes notes) {
        notes.ask("/image", "which image holds what the tasks call, with its digest? it needs /bin/bash", "RUN-014");
        notes.assumed("/resources", "what the tasks need together was not measured");
        return new ContainerBuilder()
                .withName("node")
                .withImage(
                        ImageName.placeholder(namespace + "-" + group, "todo").reference())
                .withImagePullPolicy("Always")
                .withCommand("/gocron/gocron-node")
                .withArgs(
                        "-s",
                        "0.0.0.0:" + PORT,
                        "-enable-tls",
                        "-ca-file",
                        "/tls/ca.crt",
                        "-cert-file",
                        "/tls/tls.crt",
                        "-key-file",
                        "/tls/tls.key")
                .addNewPort()
                .withName("gocron")
                .withContainerPort(PORT)
                .withProtocol("TCP")
                .endPort()
                .withStartupProbe(asks(new IntOrString("gocron"), 5, 24))
                .withReadinessProbe(asks(new IntOrString("gocron"), 10, 3))
                .withLivenessProbe(asks(new IntOrString(PORT), 20, 6))
                .withResources(resources("100m", "256Mi", "1", "1Gi"))
                .withSecurityContext(identity.container())
                .withVolumeMounts(mounts())
                .build();
    }

    private static Probe asks(IntOrString port, int periodSeconds, int failures) {
        return new ProbeBuilder()
                .withNewTcpSocket()
                .withPort(port)
                .endTcpSocket()
                .withPeriodSeconds(periodSeconds)
                .withFailureThreshold(failures)
                .build();
    }

    private static ResourceRequirements resources(String cpu, String memory, String mostCpu, String mostMemory) {
        return new ResourceRequirementsBuilder()
                .addToRequests("cpu", new Quantity(cpu))
                .addToRequests("memory", new Quantity(memory))
                .addToRequests("ephemeral-storage", new Quantity("64Mi"))
                .addToLimits("cpu", new Quantity(mostCpu))
                .addToLimits("memory", new Quantity(mostMemory))
                .addToLimits("ephemeral-storage", new Quantity("512Mi"))
                .build();
    }

    private List<VolumeMount> mounts() {
        List<VolumeMount> mounts = new ArrayList<>(
                List.of(mount("gocron", "/gocron", true), mount("tmp", "/tmp", false), mount("tls", "/tls", true)));
        if (hasScripts()) {
            mounts.add(mount("jobs", GoCronTask.SCRIPTS, true));
        }
        return mounts;
    }

    private static VolumeMount mount(String name, String path, boolean readOnly) {
        return new VolumeMountBuilder()
                .withName(name)
                .withMountPath(path)
                .withReadOnly(readOnly ? true : null)
                .build();
    }

    private List<Volume> volumes() {
        List<Volume> volumes = new ArrayList<>();
        for (String scratch : List.of("gocron", "tmp")) {
            volumes.add(new VolumeBuilder()
                    .withName(scratch)
                    .withNewEmptyDir()
                    .withSizeLimit(new Quantity("128Mi"))
                    .endEmptyDir()
                    .build());
        }
        volumes.add(new VolumeBuilder()
                .withName("tls")
                .withNewSecret()
                .withSecretName(name() + "-tls")
                .withOptional(false)
                .withDefaultMode(READABLE)
                .endSecret()
                .build());
        if (hasScripts()) {
            volumes.add(new VolumeBuilder()
                    .withName("jobs")
                    .withNewConfigMap()
                    .withName(name() + "-scripts")
                    .withDefaultMode(RUNNABLE)
                    .endConfigMap()
                    .build());
        }
        return volumes;
    }

    private Manifest service() {
        return new Manifest(
                file("service"),
                new ServiceBuilder()
                        .withMetadata(Labels.meta(namespace, name(), namespace))
                        .withNewSpec()
                        .withType("ClusterIP")
                        .withClusterIP("None")
                        .withSelector(Labels.selector(name()).getMatchLabels())
                        .addNewPort()
                        .withName("gocron")
                        .withPort(PORT)
                        .withProtocol("TCP")
                        .withNewTargetPort("gocron")
                        .endPort()
                        .endSpec()
                        .build(),
                new Notes());
    }

    private Manifest budget() {
        return new Manifest(
                file("pdb"),
                new PodDisruptionBudgetBuilder()
                        .withMetadata(Labels.meta(namespace, name(), namespace))
                        .withNewSpec()
                        .withMaxUnavailable(new IntOrString(1))
                        .withUnhealthyPodEvictionPolicy("AlwaysAllow")
                        .withSelector(Labels.selector(name()))
                        .endSpec()
                        .build(),
                new Notes());
    }

    private Manifest policy() {
        return new NetworkDraft(namespace, name(), Labels.selector(name()), new PeerPlan(List.of(), List.of()))
                .ofServed(file("networkpolicy"), SERVER_NAMESPACE, PORT);
    }

    private Manifest scripts() {
        Notes notes = new Notes();
        SortedMap<String, String> files = new TreeMap<>();
        for (GoCronTask task : tasks) {
            task.script().ifPresent(file -> {
                notes.from("/data/" + Notes.key(file), task.remark());
                if (task.plan().script().contains("[REDACTED]")) {
                    notes.ask(
                            "/data/" + Notes.key(file),
                            "it holds a secret: read it from a file of a Secret instead",
                            "SECR-001");
                }
                files.put(file, task.plan().script());
            });
        }
        return new Manifest(
                file("configmap"),
                new ConfigMapBuilder()
                        .withMetadata(Labels.meta(namespace, name() + "-scripts", namespace))
                        .withData(files)
                        .build(),
                notes);
    }
}
