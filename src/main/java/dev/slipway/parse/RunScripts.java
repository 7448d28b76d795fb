package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services of runit and daemontools: a folder each, with a script {@code run} that ends in the program. */
final class RunScripts {
    private static final Pattern RUN = Pattern.compile("/(?:etc/service|service|var/service)/([^/]+)/run");
    private static final Pattern EXEC = Pattern.compile("\\s*exec\\s+([^<>&2-9].*?)(?:\\s+2>&1)?\\s*");
    private static final Pattern CONSOLE = Pattern.compile("(?:a?getty.*|tty.*)");

    private RunScripts() {}

    static List<Unit> of(Evidence evidence) {
        return HostFiles.of(evidence, "units", "tables").all().stream()
                .filter(file -> RUN.matcher(file.path()).matches())
                .map(RunScripts::unit)
                .toList();
    }

    private static Unit unit(SourceFile file) {
        Matcher path = RUN.matcher(file.path());
        String name = path.matches() ? path.group(1) : file.path();
        List<String> commands = new ArrayList<>();
        List<EvidenceLine> evidence = new ArrayList<>();
        for (int i = 0; i < file.lines().size(); i++) {
            Matcher exec = EXEC.matcher(file.lines().get(i));
            if (exec.matches()) {
                commands.add(exec.group(1));
                evidence.add(file.at(i + 1));
            }
        }
        ScriptText text = new ScriptText(name, file.lines());
        return Unit.unread("runit:" + name, "runit")
                .with(unit -> unit.state(Fact.known("enabled"))
                        .file(file.path())
                        .packaged(CONSOLE.matcher(name).matches())
                        .execStart(commands)
                        .type("simple")
                        .user(text.user().orElse("root"))
                        .workingDirectory(text.directory())
                        .environment(text.exported())
                        .environmentFiles(text.sourced())
                        .restart("always")
                        .killSignal("SIGTERM")
                        .openFileLimit(text.openFiles())
                        .mainPid(Fact.unknown("its supervisor was not asked"))
                        .evidence(evidence.isEmpty() ? List.of(file.at(0)) : evidence));
    }
}
