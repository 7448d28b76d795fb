package dev.slipway.workload;

import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Listener;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Chooses the process that a program is known by. */
final class MainProcess {
    /** Programs that only start, watch or guard another one. */
    private static final List<String> WRAPPERS = List.of(
            "su",
            "sudo",
            "runuser",
            "nohup",
            "setsid",
            "env",
            "nice",
            "ionice",
            "daemonize",
            "daemon",
            "start-stop-daemon",
            "chpst",
            "setuidgid",
            "setpriv",
            "gosu",
            "tini",
            "dumb-init",
            "flock",
            "timeout",
            "wrapper",
            "stdbuf",
            "script",
            "rotatelogs",
            "cronolog",
            "logger",
            "tee",
            "multilog",
            "svlogd",
            "sleep",
            "containerd-shim",
            "containerd-shim-runc-v2",
            "conmon",
            "catatonit",
            "docker-proxy");

    private final SortedSet<Integer> listening = new TreeSet<>();

    MainProcess(List<Listener> listeners) {
        listeners.stream()
                .filter(listener -> !listener.role().equals("client-socket"))
                .forEach(listener -> listener.pid().toOptional().ifPresent(listening::add));
    }

    /** The one that listens, else the largest; what only serves another one if there is nothing else. */
    HostProcess of(List<HostProcess> group) {
        List<HostProcess> alive = prefer(group, process -> !process.state().equals("Z"));
        int least = alive.stream().mapToInt(MainProcess::service).min().orElse(0);
        List<HostProcess> programs = prefer(alive, process -> service(process) == least);
        return programs.stream()
                .filter(process -> listening.contains(process.pid()))
                .findFirst()
                .orElseGet(() -> largest(programs));
    }

    private static HostProcess largest(List<HostProcess> processes) {
        return processes.stream()
                .max(Comparator.<HostProcess>comparingLong(
                                process -> process.memoryBytes().orElse(0L))
                        .thenComparing(Comparator.comparingInt(HostProcess::pid).reversed()))
                .orElseThrow();
    }

    /** How much a process only serves another one: a program not at all, a script less than a command, a wrapper most. */
    private static int service(HostProcess process) {
        boolean shell = Interpreter.of(process).filter(Interpreter::isShell).isPresent();
        if (WRAPPERS.contains(process.program())) {
            return 3;
        }
        return !shell ? 0 : Interpreter.script(process).isPresent() ? 1 : 2;
    }

    private static List<HostProcess> prefer(List<HostProcess> processes, Predicate<HostProcess> wanted) {
        List<HostProcess> preferred = processes.stream().filter(wanted).toList();
        return preferred.isEmpty() ? processes : preferred;
    }
}
