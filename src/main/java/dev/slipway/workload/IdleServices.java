package dev.slipway.workload;

import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Job;
import dev.slipway.facts.Unit;
import java.util.Arrays;
import java.util.List;

/** The house's own services that no process belongs to: stopped, failed, or waiting for somebody to start them. */
final class IdleServices {
    /** Managers whose units are services; others list what runs once at boot. */
    private static final List<String> MANAGERS =
            List.of("systemd", "sysv", "upstart", "openrc", "supervisord", "pm2", "runit", "xinetd");

    /** Scripts of the boot itself, which older releases have not in their list of packages' files. */
    private static final List<String> OF_THE_BOOT = List.of(
            "rc",
            "rcS",
            "rc.local",
            "boot.local",
            "after.local",
            "functions",
            "single",
            "halt",
            "reboot",
            "killall",
            "killprocs",
            "sendsigs",
            "umountfs",
            "umountroot",
            "umountnfs.sh",
            "skeleton",
            "netfs",
            "network",
            "networking",
            "sandbox",
            "netconsole",
            "README",
            "bootmisc.sh",
            "checkroot.sh",
            "urandom");

    private IdleServices() {}

    /** The units, without those in {@code running}. */
    static List<Unit> of(HostFacts facts, List<String> running) {
        return facts.units().stream()
                .filter(unit -> MANAGERS.contains(unit.manager()) && !unit.packaged())
                .filter(unit -> !unit.execStart().isEmpty() && !unit.file().isEmpty())
                .filter(unit -> !unit.type().equals("oneshot") && !UnitName.template(unit.name()))
                .filter(unit -> !OF_THE_BOOT.contains(FilePath.name(unit.file())))
                .filter(unit -> !running.contains(unit.name()) && !runs(facts, unit) && !scheduled(facts, unit))
                .toList();
    }

    /** Whether it has a process after all, which was put elsewhere: a supervisor's, or that of a script. */
    private static boolean runs(HostFacts facts, Unit unit) {
        int pid = unit.mainPid().orElse(0);
        return pid > 0 && facts.processes().stream().anyMatch(process -> process.pid() == pid);
    }

    /** A timer starts it: it is a job. */
    private static boolean scheduled(HostFacts facts, Unit unit) {
        String timer = UnitName.plain(unit.name()) + ".timer";
        return facts.jobs().stream()
                .filter(job -> job.origin() == Job.Origin.TIMER)
                .anyMatch(job -> FilePath.name(job.source()).equals(timer)
                        || unit.execStart().contains(job.command()));
    }

    /** A process as the unit would start it. */
    static HostProcess process(Unit unit) {
        String line = unit.execStart().isEmpty() ? "" : unit.execStart().get(0);
        List<String> arguments = Arrays.stream(
                        line.replaceFirst("^[-@:+!|]+", "").split("\\s+"))
                .map(word -> word.replaceAll("^[\"']|[\"']$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        String reason = "it does not run";
        return HostProcess.unread(0)
                .with(process -> process.arguments(Fact.known(arguments))
                        .name(arguments.isEmpty() ? "" : FilePath.name(arguments.get(0)))
                        .executable(Fact.unknown(reason))
                        .user(unit.user().isEmpty() ? Fact.unknown(reason) : Fact.known(unit.user()))
                        .userId(Fact.unknown(reason))
                        .workingDirectory(
                                unit.workingDirectory().startsWith("/")
                                        ? Fact.known(unit.workingDirectory())
                                        : Fact.unknown(reason))
                        .environment(Fact.known(unit.environment())));
    }
}
