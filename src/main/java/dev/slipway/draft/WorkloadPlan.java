package dev.slipway.draft;

import java.util.Optional;

/** All that was decided about a workload, before any object is written. */
record WorkloadPlan(
        Subject subject,
        BaseImage base,
        ImageName image,
        Identity identity,
        PortPlan ports,
        MemoryPlan memory,
        ProcessorPlan processor,
        Optional<JvmPlan> jvm,
        EnvironmentPlan environment,
        StoragePlan storage,
        SecretPlan secrets,
        ConfigurationPlan configuration,
        PeerPlan peers,
        Optional<ProbePlan> probes,
        ExposurePlan exposure) {

    static WorkloadPlan of(Subject subject) {
        BaseImage base = BaseImage.of(subject);
        PortPlan ports = PortPlan.of(subject);
        MemoryPlan memory = MemoryPlan.of(subject);
        Optional<JvmPlan> jvm = subject.jvm()
                .map(found -> JvmPlan.of(found, memory, subject.target().jdk()));
        return new WorkloadPlan(
                subject,
                base,
                ImageName.of(subject),
                Identity.of(subject.workload()),
                ports,
                memory,
                ProcessorPlan.of(subject),
                jvm,
                EnvironmentPlan.of(subject, jvm),
                StoragePlan.of(subject, base),
                SecretPlan.of(subject),
                ConfigurationPlan.of(subject),
                PeerPlan.of(subject),
                ProbePlan.of(subject, ports),
                ExposurePlan.of(subject, ports));
    }

    /** How many pods: one where only one may run, else as many as there are now and at least two. */
    int replicas() {
        if (subject.single()) {
            return 1;
        }
        return subject.answer("replicas")
                .filter(text -> text.matches("[1-9][0-9]?"))
                .map(Integer::parseInt)
                .orElse(Math.max(2, subject.workload().instances()));
    }

    String claimName(StoragePlan.Place place) {
        return subject.name() + "-" + place.name();
    }
}
