package dev.slipway.assess;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.slipway.facts.Workload;
import dev.slipway.score.Effort;
import dev.slipway.score.Score;
import dev.slipway.score.Verdict;
import java.util.Optional;

/**
 * A workload and what was found out about it.
 *
 * @param controllerReason why this controller
 * @param draft folder of its draft under the run directory; empty if it gets none
 * @param score empty for what is never scored
 * @param effort empty for what is never scored
 */
public record AssessedWorkload(
        @JsonUnwrapped Workload workload,
        Controller controller,
        String controllerReason,
        Disposition disposition,
        Optional<String> draft,
        Optional<Score> score,
        Optional<Effort> effort,
        Verdict verdict) {}
