package dev.slipway.workload;

import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Unit;
import dev.slipway.workload.ProcessGroup.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Puts the processes of a host together that are one program: by container, by service, by who started whom. */
final class Grouping {
    private final HostFacts facts;
    private final ProcessTree tree;
    private final Logins logins;
    private final SortedMap<Integer, Unit> unitsByPid = new TreeMap<>();
    private final String init;

    private Grouping(HostFacts facts) {
        this.facts = facts;
        this.tree = new ProcessTree(facts.processes());
        this.logins = new Logins(tree);
        this.init = facts.host().init().orElse("");
        facts.units()
                .forEach(unit -> unit.mainPid()
                        .toOptional()
                        .filter(pid -> pid > 1)
                        .ifPresent(pid -> unitsByPid.putIfAbsent(pid, unit)));
    }

    /** The groups of a host, in the order of their origins. */
    static List<ProcessGroup> of(HostFacts facts) {
        return new Grouping(facts).groups();
    }

    private List<ProcessGroup> groups() {
        SortedMap<Origin, List<HostProcess>> byOrigin = new TreeMap<>();
        for (HostProcess process : facts.processes()) {
            if (counts(process)) {
                byOrigin.computeIfAbsent(origin(process), origin -> new ArrayList<>())
                        .add(process);
            }
        }
        MainProcess mains = new MainProcess(facts.listeners());
        List<ProcessGroup> groups = new ArrayList<>();
        // What has ended and was not waited for is nobody's program.
        byOrigin.values()
                .removeIf(processes ->
                        processes.stream().allMatch(process -> process.state().equals("Z")));
        byOrigin.forEach((origin, processes) -> new InstanceSplit(tree)
                .split(processes)
                .forEach(part -> groups.add(new ProcessGroup(origin, part, mains.of(part)))));
        return groups;
    }

    /** Whether a process can belong to a workload: it is a program, not the first process, not part of a login. */
    private boolean counts(HostProcess process) {
        return !process.kernelThread()
                && process.pid() != 1
                && !logins.ofLogin(process)
                && (!logins.fed(process) || listens(process));
    }

    private boolean listens(HostProcess process) {
        return facts.listeners().stream().anyMatch(listener -> listener.pid().is(process.pid()));
    }

    private Origin origin(HostProcess process) {
        if (process.inContainer() && !process.containerId().equals("pid-namespace")) {
            return new Origin("container", "", process.containerId(), 0);
        }
        HostProcess root = root(process);
        Optional<HostProcess> parent = tree.parent(root);
        Optional<String> launcher = parent.flatMap(Launchers::of);
        if (root.inContainer()) {
            return new Origin("container", "", root.containerId(), root.pid());
        } else if (logins.inside(root)) {
            return new Origin("manual", "", "", root.pid());
        } else if (launcher.isPresent()) {
            return new Origin(launcher.get(), programOf(launcher.get(), root), "", root.pid());
        }
        String unit = ControlGroup.of(root).unit();
        if (unit.isEmpty()) {
            return byInit(root);
        }
        return new Origin(managerOf(unit), unit, "", hosts(unit) ? root.pid() : 0);
    }

    /** A program of a supervisor is known to it by name; the parser of its configuration tells which process it is. */
    private String programOf(String launcher, HostProcess root) {
        return Optional.ofNullable(unitsByPid.get(root.pid()))
                .filter(unit -> unit.manager().equals(launcher))
                .or(() -> facts.units().stream()
                        .filter(unit -> unit.manager().equals(launcher) && started(unit, root))
                        .findFirst())
                .map(Unit::name)
                .orElse("");
    }

    private Origin byInit(HostProcess root) {
        Optional<Unit> unit = Optional.ofNullable(unitsByPid.get(root.pid()))
                .or(() -> facts.units().stream()
                        .filter(other -> !other.manager().equals("systemd"))
                        .filter(other -> started(other, root))
                        .findFirst());
        String launcher =
                unit.map(Unit::manager).orElse(init.equals("busybox") ? "inittab" : init.isEmpty() ? "" : "sysv");
        return new Origin(
                launcher.equals("systemd") && unit.isEmpty() ? "" : launcher,
                unit.map(Unit::name).orElse(""),
                "",
                root.pid());
    }

    private static boolean started(Unit unit, HostProcess process) {
        String command = process.commandLine();
        return !command.isEmpty()
                && (unit.execStart().stream()
                                .filter(line -> !line.isBlank())
                                // A script shows its interpreter before it.
                                .anyMatch(line -> line.equals(command) || command.endsWith(" " + line))
                        || UnitName.plain(unit.name())
                                .matches(Pattern.quote(process.program()) + "|"
                                        + Pattern.quote(process.program().replaceFirst("d$", ""))));
    }

    private String managerOf(String unit) {
        return facts.units().stream()
                .filter(other -> other.name().equals(unit) || other.name().equals(unit.replaceFirst("\\.service$", "")))
                .map(Unit::manager)
                .findFirst()
                .orElse("systemd");
    }

    /** Services that only carry programs of others: each of those is a group of its own. */
    private static boolean hosts(String unit) {
        return unit.matches(
                "(?:rc-local|rc\\.local|supervisord?|pm2-.*|crond?|atd|xinetd|monit|runit.*|s6.*|docker|containerd)\\.service");
    }

    /** The first of its family: started by the first process, by a launcher, from a login, or by another service. */
    private HostProcess root(HostProcess process) {
        HostProcess at = process;
        for (int steps = 0; steps < facts.processes().size(); steps++) {
            Optional<HostProcess> parent = tree.parent(at).filter(this::counts);
            if (parent.isEmpty() || Launchers.of(parent.get()).isPresent() || apart(at, parent.get())) {
                return at;
            }
            at = parent.get();
        }
        return at;
    }

    private boolean apart(HostProcess process, HostProcess parent) {
        return !ControlGroup.of(process).equals(ControlGroup.of(parent))
                || process.inContainer() != parent.inContainer()
                || logins.inside(process) != logins.inside(parent);
    }
}
