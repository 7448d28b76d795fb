package dev.slipway.draft;

import java.util.Optional;

/** A program that says whether a workload works in the cluster. */
record SmokeDraft(WorkloadPlan plan) {

    /** What fills its template. */
    record Model(
            String name, String namespace, Optional<String> rollout, Optional<Integer> port, Optional<String> path) {}

    String program() {
        Subject subject = plan.subject();
        Optional<String> rollout = subject.runs()
                ? Optional.of((subject.single() ? "statefulset/" : "deployment/") + subject.name())
                : Optional.empty();
        Optional<DraftPort> port = subject.runs()
                ? plan.probes().map(ProbePlan::port).or(() -> plan.ports().main())
                : Optional.empty();
        Optional<String> path = plan.probes()
                .flatMap(ProbePlan::readiness)
                .map(text -> PlainText.shellWord("http://127.0.0.1:18080" + text));
        return Template.fill(
                "smoke.mustache",
                new Model(
                        subject.name(),
                        subject.namespace(),
                        rollout,
                        port.map(p -> subject.single() ? p.containerPort() : p.servicePort()),
                        path));
    }
}
