package dev.slipway.draft;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;

/** The volumes of a pod and where its container sees them. */
final class PodVolumes {
    /** Octal 0440: the account and its group may read. */
    private static final int READ_ONLY = 288;

    private final List<Volume> volumes = new ArrayList<>();
    private final List<VolumeMount> mounts = new ArrayList<>();
    private final WorkloadPlan plan;
    private final Notes notes;

    PodVolumes(WorkloadPlan plan, Notes notes) {
        this.plan = plan;
        this.notes = notes;
        for (StoragePlan.Place place : plan.storage().places()) {
            add(place);
        }
        addConfiguration();
        addSecrets();
    }

    private void add(StoragePlan.Place place) {
        notes.add("/containers/0/volumeMounts/" + mounts.size(), new Note(place.kind(), place.reason(), ""));
        mounts.add(new VolumeMountBuilder()
                .withName(place.name())
                .withMountPath(place.path())
                .build());
        if (!place.kept()) {
            volumes.add(new VolumeBuilder()
                    .withName(place.name())
                    .withNewEmptyDir()
                    .withSizeLimit(new Quantity(place.limitMiB() + "Mi"))
                    .endEmptyDir()
                    .build());
        } else if (!plan.subject().single()) {
            volumes.add(new VolumeBuilder()
                    .withName(place.name())
                    .withNewPersistentVolumeClaim(plan.claimName(place), false)
                    .build());
        }
    }

    private void addConfiguration() {
        if (plan.configuration().isEmpty()) {
            return;
        }
        mounts.add(new VolumeMountBuilder()
                .withName("config")
                .withMountPath(ConfigurationPlan.DIRECTORY)
                .withReadOnly(true)
                .build());
        volumes.add(new VolumeBuilder()
                .withName("config")
                .withNewConfigMap()
                .withName(plan.configuration().name())
                .withDefaultMode(READ_ONLY)
                .endConfigMap()
                .build());
    }

    private void addSecrets() {
        SecretPlan secrets = plan.secrets();
        if (secrets.isEmpty()) {
            return;
        }
        notes.ask(
                "/containers/0/volumeMounts/" + mounts.size(),
                "make it read each secret from its file here; create-secrets.sh sets them",
                "SECR-001");
        mounts.add(new VolumeMountBuilder()
                .withName("secrets")
                .withMountPath(secrets.directory())
                .withReadOnly(true)
                .build());
        volumes.add(new VolumeBuilder()
                .withName("secrets")
                .withNewSecret()
                .withSecretName(secrets.name())
                .withOptional(false)
                .withDefaultMode(READ_ONLY)
                .endSecret()
                .build());
    }

    List<Volume> volumes() {
        return volumes;
    }

    List<VolumeMount> mounts() {
        return mounts;
    }
}
