package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a script of the administrator's own starts at the end of the boot: /etc/rc.local and its like. */
final class RcLocal {
    private static final Pattern NOT_A_START = Pattern.compile(
            "(?:exit|return|if|then|else|elif|fi|for|while|do|done|case|esac|set|touch|echo|export|cd|ulimit|test|\\[+|:|\\}|\\{"
                    + "|sleep|true|\\.|source|umask|[A-Za-z_]\\w*=\\S*$)(?:[\\s;].*)?");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=(?:\"[^\"]*\"|'[^']*'|[^\\s\"'`$(]*)");

    private RcLocal() {}

    /** The script as a service; empty if it starts nothing. */
    static Optional<Unit> of(SourceFile file, Optional<Boolean> executable) {
        List<String> commands = new ArrayList<>();
        List<EvidenceLine> evidence = new ArrayList<>();
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i).strip();
            boolean starts = !line.isEmpty()
                    && !line.startsWith("#")
                    && !NOT_A_START.matcher(line).matches();
            if (starts && !ASSIGNMENT.matcher(line).matches()) {
                commands.add(line);
                evidence.add(file.at(i + 1));
            }
        }
        if (commands.isEmpty()) {
            return Optional.empty();
        }
        ScriptText text = new ScriptText(CronTables.name(file.path()), file.lines());
        return Optional.of(Unit.unread(file.path(), "rc.local")
                .with(unit -> unit.state(state(executable))
                        .file(file.path())
                        .execStart(commands)
                        .type("oneshot")
                        .user(text.user().orElse("root"))
                        .workingDirectory(text.directory())
                        .environment(text.exported())
                        .environmentFiles(text.sourced())
                        .restart("no")
                        .killSignal("SIGTERM")
                        .openFileLimit(text.openFiles())
                        .mainPid(Fact.unknown("a script at boot does not say"))
                        .evidence(evidence)));
    }

    private static Fact<String> state(Optional<Boolean> executable) {
        return Fact.of(executable.map(may -> may ? "enabled" : "inactive"), "whether it may be executed was not seen");
    }
}
