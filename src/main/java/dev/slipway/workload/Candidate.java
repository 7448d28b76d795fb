package dev.slipway.workload;

import dev.slipway.facts.Unit;
import dev.slipway.facts.Workload.Kind;
import dev.slipway.workload.RuntimeCatalog.Match;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes a workload.
 *
 * @param group its processes; empty for a service that does not run
 * @param unit the service that starts it
 * @param unitName name of that service; empty if it has none
 * @param unitShared whether that service starts other programs as well, so that its name does not tell them apart
 * @param launcher who starts it
 * @param subject its main process with what is around it
 * @param match what it was recognised as
 * @param root directory of its code; empty if not known
 * @param artifact the file that is its code; empty if not known
 */
@RecordBuilder
record Candidate(
        Optional<ProcessGroup> group,
        Optional<Unit> unit,
        String unitName,
        boolean unitShared,
        String launcher,
        Subject subject,
        Optional<Match> match,
        Kind kind,
        String root,
        String artifact)
        implements CandidateBuilder.With {

    /** Its processes, the main one first. */
    List<Integer> pids() {
        int main = subject.process().pid();
        return group.map(members -> Stream.concat(
                                Stream.of(main), members.pids().stream().filter(pid -> pid != main))
                        .toList())
                .orElse(List.of());
    }

    /** Id of the runtime, or {@code unknown-} and the program. */
    String product() {
        String program = Interpreter.programRun(subject.process());
        return match.map(found -> found.runtime().namedByProgram()
                        ? ProductName.of(program)
                        : found.runtime().id())
                .orElse("unknown-" + ProductName.of(program));
    }

    /** The language or sort. */
    String family() {
        if (kind == Kind.SYSTEM) {
            return "system";
        }
        return match.map(found -> found.runtime().family()).orElse("native");
    }
}
