package dev.slipway.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.slipway.yaml.Yaml;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What every drafted manifest has to satisfy: the default checks of the usual judges, as far as they can be asked offline. */
final class ManifestBar {
    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("Namespace", Namespace.class),
            Map.entry("PriorityClass", PriorityClass.class),
            Map.entry("ServiceAccount", ServiceAccount.class),
            Map.entry("Deployment", Deployment.class),
            Map.entry("StatefulSet", StatefulSet.class),
            Map.entry("Service", Service.class),
            Map.entry("EndpointSlice", EndpointSlice.class),
            Map.entry("ConfigMap", ConfigMap.class),
            Map.entry("Secret", Secret.class),
            Map.entry("PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("NetworkPolicy", NetworkPolicy.class),
            Map.entry("Ingress", Ingress.class),
            Map.entry("CronJob", CronJob.class),
            Map.entry("ResourceQuota", ResourceQuota.class),
            Map.entry("LimitRange", LimitRange.class));
    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SortedMap<String, JsonNode> trees = new TreeMap<>();
    private final SortedMap<String, Object> objects = new TreeMap<>();

    ManifestBar(List<DraftFile> files) throws IOException {
        for (DraftFile file : files) {
            if (file.path().endsWith(".yaml") && !file.path().endsWith("answers.example.yaml")) {
                Yaml.readAll(file.content(), file.path());
                JsonNode tree = YAML.readTree(file.content());
                trees.put(file.path(), tree);
                Class<?> type = KINDS.get(tree.path("kind").asText());
                if (type != null) {
                    objects.put(file.path(), YAML.treeToValue(tree, type));
                } else {
                    assertThat(tree.path("kind").asText()).as(file.path()).isEqualTo("Kustomization");
                }
            }
        }
    }

    void check() {
        trees.forEach(this::checkMeta);
        objects.forEach((path, object) -> {
            pods(object).forEach(pods -> checkPods(path, object, pods));
            checkObject(path, object);
        });
        trees.forEach(this::checkKustomization);
    }

    private void checkMeta(String path, JsonNode tree) {
        if (tree.path("kind").asText().equals("Kustomization")) {
            return;
        }
        JsonNode meta = tree.path("metadata");
        String name = meta.path("name").asText();
        assertThat(name).as(path).matches("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
        if (!List.of("Namespace", "PriorityClass").contains(tree.path("kind").asText())) {
            assertThat(meta.path("namespace").asText())
                    .as(path)
                    .matches("[a-z][a-z0-9-]*")
                    .isNotEqualTo("default");
            assertThat(meta.path("labels").path(Labels.INSTANCE).asText())
                    .as(path)
                    .isEqualTo(name);
        }
        meta.path("labels")
                .forEach(value ->
                        assertThat(value.asText()).as(path).matches("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?"));
    }

    private static Stream<PodTemplateSpec> pods(Object object) {
        return Stream.of(
                        object instanceof Deployment d ? d.getSpec().getTemplate() : null,
                        object instanceof StatefulSet s ? s.getSpec().getTemplate() : null,
                        object instanceof CronJob c
                                ? c.getSpec().getJobTemplate().getSpec().getTemplate()
                                : null)
                .filter(Objects::nonNull);
    }

    private void checkPods(String path, Object object, PodTemplateSpec template) {
        PodSpec pod = template.getSpec();
        assertThat(pod.getAutomountServiceAccountToken()).as(path).isFalse();
        assertThat(pod.getPriorityClassName()).as(path).isNotEmpty();
        assertThat(pod.getHostNetwork()).as(path).isNull();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).as(path).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).as(path).isGreaterThan(10000);
        assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                .as(path)
                .isEqualTo("RuntimeDefault");
        assertThat(sameFolder(path, ServiceAccount.class)
                        .map(account -> account.getMetadata().getName()))
                .as(path)
                .contains(pod.getServiceAccountName());
        pod.getContainers().forEach(container -> {
            checkSecurity(path, container);
            checkContainer(path, object, pod, container);
        });
        pod.getInitContainers().forEach(container -> checkSecurity(path, container));
        pod.getVolumes()
                .forEach(volume -> assertThat(volume.getHostPath()).as(path).isNull());
        Map<String, String> labels = template.getMetadata().getLabels();
        assertThat(sameFolder(path, NetworkPolicy.class)
                        .map(policy -> policy.getSpec().getPodSelector().getMatchLabels()))
                .as(path)
                .anyMatch(selector -> selector.size() == 1 && labels.entrySet().containsAll(selector.entrySet()));
        if (!(object instanceof CronJob)) {
            assertThat(pod.getTopologySpreadConstraints()).as(path).isNotEmpty();
            assertThat(pod.getAffinity().getPodAntiAffinity()).as(path).isNotNull();
            assertThat(sameFolder(path, PodDisruptionBudget.class)).as(path).isNotEmpty();
            assertThat(pod.getTerminationGracePeriodSeconds()).as(path).isGreaterThanOrEqualTo(30);
        }
    }

    private <T> Stream<T> sameFolder(String path, Class<T> type) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(folder))
                .map(Map.Entry::getValue)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static void checkSecurity(String path, Container container) {
        var security = container.getSecurityContext();
        assertThat(security.getAllowPrivilegeEscalation()).as(path).isFalse();
        assertThat(security.getPrivileged()).as(path).isFalse();
        assertThat(security.getReadOnlyRootFilesystem()).as(path).isTrue();
        assertThat(security.getRunAsNonRoot()).as(path).isTrue();
        assertThat(security.getRunAsUser()).as(path).isGreaterThan(10000);
        assertThat(security.getRunAsGroup()).as(path).isGreaterThan(10000);
        assertThat(security.getCapabilities().getDrop()).as(path).containsExactly("ALL");
        assertThat(container.getImage()).as(path).matches("[a-z0-9/_-]+:(?!latest)[A-Za-z0-9_.-]+@sha256:[0-9a-f]{64}");
        assertThat(container.getImagePullPolicy()).as(path).isEqualTo("Always");
        for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
            var request = container.getResources().getRequests().get(resource).getNumericalAmount();
            var limit = container.getResources().getLimits().get(resource).getNumericalAmount();
            assertThat(request).as(path).isLessThanOrEqualTo(limit);
        }
    }

    private static void checkContainer(String path, Object object, PodSpec pod, Container container) {
        container.getEnv().forEach(variable -> {
            assertThat(variable.getName()).as(path).doesNotMatch("(?i).*(password|token|bearer|secret).*");
            assertThat(variable.getValueFrom() == null
                            || variable.getValueFrom().getSecretKeyRef() == null)
                    .isTrue();
        });
        assertThat(container.getEnv().stream().map(variable -> variable.getName()))
                .as(path)
                .doesNotHaveDuplicates();
        assertThat(container.getEnvFrom()).as(path).isEmpty();
        container.getPorts().forEach(port -> {
            assertThat(port.getContainerPort()).as(path).isBetween(1024, 65535);
            assertThat(port.getName()).as(path).matches("[a-z][a-z0-9-]{0,14}");
        });
        List<String> claims = object instanceof StatefulSet set
                ? set.getSpec().getVolumeClaimTemplates().stream()
                        .map(claim -> claim.getMetadata().getName())
                        .toList()
                : List.of();
        List<String> volumes = new ArrayList<>(claims);
        pod.getVolumes().forEach(volume -> volumes.add(volume.getName()));
        assertThat(volumes).as(path).doesNotHaveDuplicates();
        assertThat(container.getVolumeMounts().stream().map(mount -> mount.getName()))
                .as(path)
                .containsExactlyInAnyOrderElementsOf(volumes);
        assertThat(container.getVolumeMounts().stream().map(mount -> mount.getMountPath()))
                .as(path)
                .doesNotHaveDuplicates()
                .contains("/tmp");
        if (!(object instanceof CronJob) && !container.getPorts().isEmpty()) {
            assertThat(container.getStartupProbe()).as(path).isNotNull();
            assertThat(container.getReadinessProbe()).as(path).isNotNull();
            assertThat(container.getLivenessProbe()).as(path).isNotNull();
            assertThat(
                            container.getReadinessProbe().getHttpGet() == null
                                    ? container.getReadinessProbe().getTcpSocket()
                                    : container.getReadinessProbe().getHttpGet())
                    .as(path)
                    .isNotEqualTo(container.getLivenessProbe().getHttpGet())
                    .isNotEqualTo(container.getLivenessProbe().getTcpSocket());
        }
    }

    private void checkObject(String path, Object object) {
        if (object instanceof Deployment deployment) {
            assertThat(deployment.getSpec().getReplicas()).as(path).isGreaterThanOrEqualTo(2);
            assertThat(deployment.getSpec().getStrategy().getType()).as(path).isEqualTo("RollingUpdate");
            assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                    .as(path)
                    .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
        } else if (object instanceof StatefulSet set) {
            assertThat(sameFolder(path, Service.class)
                            .map(service -> service.getMetadata().getName()))
                    .as(path)
                    .contains(set.getSpec().getServiceName());
        } else if (object instanceof CronJob job) {
            assertThat(job.getMetadata().getName().length()).as(path).isLessThanOrEqualTo(52);
            assertThat(job.getSpec().getSuspend()).as(path).isTrue();
            assertThat(job.getSpec().getStartingDeadlineSeconds()).as(path).isPositive();
            assertThat(job.getSpec().getJobTemplate().getSpec().getTtlSecondsAfterFinished())
                    .as(path)
                    .isNull();
            assertThat(job.getSpec()
                            .getJobTemplate()
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getRestartPolicy())
                    .as(path)
                    .isEqualTo("Never");
        } else if (object instanceof PodDisruptionBudget budget) {
            assertThat(budget.getSpec().getUnhealthyPodEvictionPolicy())
                    .as(path)
                    .isEqualTo("AlwaysAllow");
        } else if (object instanceof NetworkPolicy policy && !path.contains("/namespace/")) {
            assertThat(policy.getSpec().getIngress()).as(path).isNotEmpty();
            assertThat(policy.getSpec().getEgress()).as(path).isNotEmpty();
            policy.getSpec()
                    .getEgress()
                    .forEach(rule -> rule.getPorts()
                            .forEach(port -> assertThat(port.getPort().getIntVal())
                                    .as(path)
                                    .isBetween(1, 65535)));
        } else if (object instanceof Ingress ingress) {
            assertThat(ingress.getSpec().getTls()).as(path).isNotEmpty();
        } else if (object instanceof Secret secret) {
            assertThat(secret.getStringData().values()).as(path).containsOnly("CHANGE_ME");
        } else if (object instanceof ConfigMap map) {
            map.getData()
                    .values()
                    .forEach(text -> assertThat(text).as(path).startsWith("#").doesNotContain("[REDACTED]"));
        }
    }

    private void checkKustomization(String path, JsonNode tree) {
        if (!tree.path("kind").asText().equals("Kustomization")) {
            return;
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        tree.path("resources").forEach(resource -> {
            String target = java.nio.file.Path.of(folder + resource.asText())
                    .normalize()
                    .toString();
            assertThat(trees.containsKey(target) || trees.containsKey(target + "/kustomization.yaml"))
                    .as("%s: %s", path, resource.asText())
                    .isTrue();
            assertThat(resource.asText()).doesNotContain("secret.example");
        });
    }
}
