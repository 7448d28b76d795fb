package dev.slipway.workload;

import dev.slipway.facts.Archive;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.Unit;
import dev.slipway.jvm.JavaCommand;
import java.util.List;
import java.util.Optional;

/** Puts together what a process is recognised by. */
final class Subjects {
    private static final JavaCommand NO_JAVA =
            new JavaCommand(List.of(), List.of(), List.of(), JavaCommand.Kind.NONE, "", List.of());

    private final HostFacts facts;

    Subjects(HostFacts facts) {
        this.facts = facts;
    }

    Subject of(HostProcess process, List<Integer> ports, Optional<Unit> unit, String unitName) {
        Optional<Jvm> jvm = facts.jvms().stream()
                .filter(candidate -> candidate.pid() == process.pid())
                .findFirst();
        // A service that does not run has no machine yet.
        boolean java =
                jvm.isPresent() || process.pid() == 0 && process.program().equals("java");
        JavaCommand command = java ? command(process, jvm.orElse(Jvm.unread(process.pid()))) : NO_JAVA;
        List<String> unitCommand = unit.map(Unit::execStart).orElse(List.of()).stream()
                .findFirst()
                .map(line -> List.of(line.replaceFirst("^[-@:+!|]+", "").split("\\s+")))
                .orElse(List.of());
        Subject bare = new Subject(process, jvm, command, List.of(), ports, UnitName.plain(unitName), unitCommand);
        List<String> paths = Aspect.CLASS_PATH.of(bare, "");
        List<Archive> archives = facts.archives().stream()
                .filter(archive -> paths.contains(archive.path())
                        || bare.jar().filter(archive.path()::equals).isPresent())
                .toList();
        return new Subject(process, jvm, command, archives, ports, bare.unit(), unitCommand);
    }

    /** The command line as it stands, or where that is short of something what the machine says of itself. */
    private static JavaCommand command(HostProcess process, Jvm jvm) {
        JavaCommand command = JavaCommand.parse(process.arguments().orElse(List.of()));
        String main = command.main().isEmpty() ? jvm.mainClass().orElse("") : command.main();
        JavaCommand.Kind kind = !command.main().isEmpty() || main.isEmpty()
                ? command.kind()
                : main.endsWith(".jar") || main.endsWith(".war") ? JavaCommand.Kind.JAR : JavaCommand.Kind.CLASS;
        return new JavaCommand(
                jvm.flags().orElse(command.options()),
                command.classPath().isEmpty() ? jvm.classPath().orElse(List.of()) : command.classPath(),
                command.argumentFiles(),
                kind,
                main,
                command.arguments());
    }
}
