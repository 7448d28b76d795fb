package dev.slipway.workload;

import dev.slipway.facts.Unit;
import dev.slipway.facts.Workload.Kind;
import dev.slipway.workload.RuntimeCatalog.Match;
import java.util.List;
import java.util.Optional;

/** Decides what to do with a program at all. */
final class KindChoice {
    private KindChoice() {}

    /** Who starts only what the people of the house have told it to. */
    private static final List<String> OWN_LAUNCHERS =
            List.of("supervisord", "pm2", "manual", "rc.local", "inittab", "runit", "monit");

    static Kind of(
            Optional<ProcessGroup> group,
            Optional<Unit> unit,
            Subject subject,
            Optional<Match> match,
            boolean reachable) {
        if (group.filter(members -> !members.origin().container().isEmpty()).isPresent()) {
            return Kind.CONTAINER;
        }
        Optional<Match> particular = match.filter(found -> !found.runtime().generic());
        if (particular.isPresent()) {
            return particular.get().runtime().kind();
        }
        boolean own = unit.filter(service -> !service.packaged()).isPresent()
                || group.filter(members ->
                                OWN_LAUNCHERS.contains(members.origin().launcher()))
                        .isPresent();
        boolean packaged = unit.filter(Unit::packaged).isPresent();
        boolean ofSystem = code(subject).map(FilePath::ofTheSystem).orElse(packaged);
        // A server of the distribution's that others can reach is somebody's, even if it is not known here.
        return !own && ofSystem && !reachable ? Kind.SYSTEM : Kind.APPLICATION;
    }

    /** The script or jar that runs, else the program. */
    private static Optional<String> code(Subject subject) {
        if (Interpreter.script(subject.process()).isPresent()) {
            return Aspect.SCRIPT.of(subject, "").stream()
                    .filter(path -> path.startsWith("/"))
                    .findFirst()
                    .or(() -> Optional.of(""));
        } else if (subject.isJava()) {
            return Optional.of(subject.jar().orElse(""));
        }
        return UnknownProgram.ARTIFACT.stream()
                .flatMap(view -> view.of(subject).stream())
                .filter(path -> path.startsWith("/"))
                .findFirst();
    }
}
