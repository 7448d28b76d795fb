package dev.slipway.draft;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.util.Optional;

/** The three probes of a container. */
record ProbeDraft(WorkloadPlan plan, Notes notes) {
    void write(Container container) {
        if (plan.probes().isEmpty()) {
            notes.ask("/name", "it opens no port: what shows that it works and that it hangs?", "RUN-010");
            return;
        }
        ProbePlan probes = plan.probes().get();
        container.setStartupProbe(startup(probes));
        container.setReadinessProbe(readiness(probes));
        container.setLivenessProbe(liveness(probes));
    }

    private Probe startup(ProbePlan probes) {
        boolean java = plan.subject().jvm().isPresent();
        notes.assumed("/startupProbe", "up to " + (java ? 5 : 3) + " minutes to start; its start was not measured");
        return new ProbeBuilder()
                .withNewTcpSocket()
                .withPort(new IntOrString(probes.port().name()))
                .endTcpSocket()
                .withPeriodSeconds(5)
                .withFailureThreshold(java ? 60 : 36)
                .build();
    }

    private Probe readiness(ProbePlan probes) {
        notes.add("/readinessProbe", new Note(probes.kind(), probes.source(), ""));
        if (!probes.question().isEmpty()) {
            notes.ask("/readinessProbe", probes.question(), "RUN-010");
        }
        return asking(probes.readiness(), new IntOrString(probes.port().name()))
                .withPeriodSeconds(10)
                .withTimeoutSeconds(3)
                .withFailureThreshold(3)
                .build();
    }

    /** More patient than readiness; by number where both can only ask the port. */
    private Probe liveness(ProbePlan probes) {
        if (probes.liveness().isEmpty()) {
            notes.assumed("/livenessProbe", "restarts it only if its port does not answer for two minutes");
        } else {
            notes.add("/livenessProbe", new Note(probes.kind(), probes.source(), ""));
        }
        return asking(probes.liveness(), new IntOrString(probes.port().containerPort()))
                .withPeriodSeconds(20)
                .withTimeoutSeconds(5)
                .withFailureThreshold(6)
                .build();
    }

    private ProbeBuilder asking(Optional<String> path, IntOrString port) {
        return path.map(found -> new ProbeBuilder()
                        .withNewHttpGet()
                        .withPath(found)
                        .withPort(new IntOrString(
                                plan.probes().orElseThrow().port().name()))
                        .withScheme(plan.probes().orElseThrow().port().role().equals("https") ? "HTTPS" : "HTTP")
                        .endHttpGet())
                .orElseGet(() ->
                        new ProbeBuilder().withNewTcpSocket().withPort(port).endTcpSocket());
    }
}
