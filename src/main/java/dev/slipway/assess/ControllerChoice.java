package dev.slipway.assess;

import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Workload;
import dev.slipway.rules.Severity;
import dev.slipway.score.RuleStanding;
import java.util.List;
import java.util.Optional;

/**
 * Decides which controller would run a workload.
 *
 * @param reason in words
 */
record ControllerChoice(Controller controller, String reason) {

    static ControllerChoice of(
            Workload workload, HostFacts facts, List<RuleStanding> standings, Disposition disposition) {
        switch (disposition) {
            case NOT_MIGRATED, REPLACE_BY_ADD_ON -> {
                return new ControllerChoice(Controller.NONE, "it belongs to the host, not to an application");
            }
            case REPLACE_BY_GATEWAY -> {
                return new ControllerChoice(Controller.NONE, "an Ingress or a gateway passes the requests on");
            }
            case KEEP_ON_VM, MANAGED_SERVICE -> {
                return workload.ports().isEmpty()
                        ? new ControllerChoice(
                                Controller.NONE, "it stays outside the cluster and nothing connects to it")
                        : new ControllerChoice(
                                Controller.EXTERNAL_SERVICE,
                                "it stays outside the cluster; a Service without selector leads to it");
            }
            default -> {
                return inside(workload, standings);
            }
        }
    }

    private static ControllerChoice inside(Workload workload, List<RuleStanding> standings) {
        if (workload.launcher().equals("cron") && workload.ports().isEmpty()) {
            return new ControllerChoice(Controller.JOB, "cron starts it and it ends by itself");
        }
        Optional<RuleStanding> single = standings.stream()
                .filter(standing -> standing.status() == RuleStanding.Status.FIRED)
                .filter(standing -> standing.rule().singleReplica())
                .filter(standing -> standing.rule().residual().compareTo(Severity.MEDIUM) <= 0)
                .findFirst();
        return single.map(standing -> new ControllerChoice(
                        Controller.STATEFUL_SET,
                        "only one replica may run: " + standing.rule().id() + " "
                                + standing.rule().text().title()))
                .orElseGet(() -> new ControllerChoice(Controller.DEPLOYMENT, "nothing ties it to one place"));
    }
}
