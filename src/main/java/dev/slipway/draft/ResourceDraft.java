package dev.slipway.draft;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;

/** Requests and limits of a container. */
record ResourceDraft(MemoryPlan memory, ProcessorPlan processor, StoragePlan storage) {
    private static final int OWN_MIB = 128;

    ResourceRequirements write(Notes notes) {
        notes.add("/limits/memory", new Note(memory.kind(), memory.reason(), ""));
        notes.add("/requests/cpu", new Note(processor.kind(), processor.reason(), ""));
        notes.assumed("/limits/cpu", "four times the request, at least one core");
        notes.assumed("/limits/ephemeral-storage", "the sum of the directories that go with the pod, and 128 MiB");
        return new ResourceRequirementsBuilder()
                .addToRequests("cpu", new Quantity(ProcessorPlan.quantity(processor.requestMillis())))
                .addToRequests("memory", new Quantity(memory.requestMiB() + "Mi"))
                .addToRequests("ephemeral-storage", new Quantity(OWN_MIB + "Mi"))
                .addToLimits("cpu", new Quantity(ProcessorPlan.quantity(processor.limitMillis())))
                .addToLimits("memory", new Quantity(memory.limitMiB() + "Mi"))
                .addToLimits("ephemeral-storage", new Quantity(scratchMiB() + "Mi"))
                .build();
    }

    private int scratchMiB() {
        return OWN_MIB
                + storage.places().stream()
                        .mapToInt(StoragePlan.Place::limitMiB)
                        .sum();
    }
}
