package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Unit;
import dev.slipway.facts.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What /etc/inittab starts: {@code id:runlevels:action:process} of SysV's init, where BusyBox takes the first field for a terminal
 * and no heed of the second.
 */
final class Inittab {
    private static final Pattern LINE = Pattern.compile("([^:#]*):([^:]*):([a-z]+):(.*)");
    private static final List<String> STARTS =
            List.of("respawn", "once", "wait", "boot", "bootwait", "sysinit", "ondemand", "askfirst");
    private static final List<String> AGAIN = List.of("respawn", "ondemand", "askfirst");
    /** Consoles, and the scripts that run all others: they are part of the system. */
    private static final Pattern SYSTEM = Pattern.compile(
            "-?(?:/\\S*/)?(?:\\w*getty|sulogin|login|sh|ash|bash|rcS|rc|rc\\.\\w+|openrc|mount|mkdir|swapon|swapoff|umount"
                    + "|hostname|ifup|sshd|syslogd|klogd|crond|udevd|mdev|rc\\.sysinit|initctl|telinit|shutdown)(?:\\s.*)?");

    private final List<Unit> units = new ArrayList<>();
    private final List<Unparsed> unparsed = new ArrayList<>();
    private final SortedSet<String> names = new TreeSet<>();

    private Inittab() {}

    static Inittab of(EvidenceItem item) {
        Inittab table = new Inittab();
        SourceFile file = SourceFile.of(item);
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                table.add(file, i + 1, line);
            }
        }
        return table;
    }

    List<Unit> units() {
        return units;
    }

    List<Unparsed> unparsed() {
        return unparsed;
    }

    private void add(SourceFile file, int number, String line) {
        Matcher fields = LINE.matcher(line);
        if (!fields.matches()) {
            unparsed.add(file.unparsed(number, "not of the form id:runlevels:action:process"));
            return;
        }
        String action = fields.group(3);
        String process = fields.group(4).strip().replaceFirst("^\\+", "");
        if (!STARTS.contains(action) || process.isEmpty()) {
            return;
        }
        boolean again = AGAIN.contains(action);
        units.add(Unit.unread(name(fields.group(1).strip(), process, number), "inittab")
                .with(unit -> unit.state(Fact.known("enabled"))
                        .file(file.path())
                        .packaged(SYSTEM.matcher(process).matches())
                        .execStart(List.of(process))
                        .type(again ? "simple" : "oneshot")
                        .user(user(process))
                        .restart(again ? "always" : "no")
                        .killSignal("SIGTERM")
                        .mainPid(Fact.unknown("inittab does not say"))
                        .evidence(List.of(file.at(number)))));
    }

    /** {@code inittab:h1}, or after the program where the line has no name of its own. */
    private String name(String id, String process, int number) {
        String program = process.split("\\s+", 2)[0];
        String base = "inittab:" + (id.isEmpty() ? program.substring(program.lastIndexOf('/') + 1) : id);
        String name = names.contains(base) ? base + ":" + number : base;
        names.add(name);
        return name;
    }

    private static String user(String process) {
        return LaunchUser.in(process).orElse("root");
    }
}
