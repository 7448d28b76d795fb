package dev.slipway.assess;

import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Workload;
import dev.slipway.rules.Severity;
import dev.slipway.score.RuleStanding;
import dev.slipway.score.Score;
import dev.slipway.score.ScoreModel;
import java.util.List;
import java.util.Optional;

/** Decides what to do with a workload: the first that matches. */
final class DispositionChoice {
    private DispositionChoice() {}

    static Disposition of(
            Workload workload, HostFacts facts, List<RuleStanding> standings, Optional<Score> score, ScoreModel model) {
        switch (workload.kind()) {
            case SYSTEM -> {
                return Disposition.NOT_MIGRATED;
            }
            case AGENT -> {
                return Disposition.REPLACE_BY_ADD_ON;
            }
            case DATA -> {
                return Disposition.MANAGED_SERVICE;
            }
            case CONTAINER -> {
                return Disposition.REUSE_IMAGE;
            }
            default -> {
                return ofCode(workload, facts, standings, score, model);
            }
        }
    }

    private static Disposition ofCode(
            Workload workload, HostFacts facts, List<RuleStanding> standings, Optional<Score> score, ScoreModel model) {
        if (standings.stream()
                .anyMatch(standing -> standing.status() == RuleStanding.Status.FIRED
                        && standing.rule().residual() == Severity.BLOCKER)) {
            return Disposition.KEEP_ON_VM;
        } else if (workload.kind() == Workload.Kind.PROXY && passesOn(workload, facts)) {
            return Disposition.REPLACE_BY_GATEWAY;
        }
        Optional<Integer> withDraft = score.flatMap(Score::withDraft);
        if (withDraft.isEmpty()) {
            return Disposition.UNDECIDED;
        } else if (withDraft.get() >= model.bands().configuration()) {
            return Disposition.MIGRATE;
        }
        return withDraft.get() >= model.bands().work() ? Disposition.MIGRATE_AFTER_FIXES : Disposition.REFACTOR;
    }

    /** A web server that only serves files is an application; one that passes requests on is replaced. */
    static boolean passesOn(Workload workload, HostFacts facts) {
        return facts.proxyRoutes().stream()
                .anyMatch(route -> route.workload().equals(workload.id())
                        && !route.upstream().isEmpty());
    }
}
