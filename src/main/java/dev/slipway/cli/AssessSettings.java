package dev.slipway.cli;

import dev.slipway.assess.Assessor;
import dev.slipway.assess.Fleet;
import dev.slipway.assess.Target;
import dev.slipway.rules.RuleFiles;
import dev.slipway.score.ScoreModel;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How to assess, and when the result is not good enough. */
final class AssessSettings {
    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Assess as if it were this day, such as 2026-11-24 (default: the day of the latest scan).")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--fail-under",
            paramLabel = "N",
            description = "Exit with 1 if a scored workload has less than N as it is, or no score.")
    private Optional<Integer> failUnder = Optional.empty();

    AssessStage stage() {
        return new AssessStage(Assessor.of(RuleFiles.builtIn(), ScoreModel.defaults(), Target.defaults()), asOf);
    }

    /** The gate's exit status for this fleet. */
    int gate(Fleet fleet) {
        OptionalInt least = failUnder.map(OptionalInt::of).orElse(OptionalInt.empty());
        return least.isPresent()
                        && fleet.workloads().stream()
                                .anyMatch(each -> each.asIs().orElse(-1) < least.getAsInt())
                ? ExitStatus.GATE
                : ExitStatus.DONE;
    }
}
