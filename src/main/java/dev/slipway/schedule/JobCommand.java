package dev.slipway.schedule;

import dev.slipway.facts.Job;
import dev.slipway.facts.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The command of a job, understood: what it is, and what it touches.
 *
 * @param kind what it is, as far as its text shows
 * @param evidence the words that show it: {@code mysqldump}; empty for a program like any other
 * @param shell what the shell gets
 * @param input standard input; empty if there is none
 * @param programs paths or names of the programs it runs, wrappers taken off, in order
 * @param lockFile file that keeps a second run from starting; empty if there is none
 * @param waitsForLock whether the second run waits for the first instead of giving up
 * @param timeoutSeconds after how long it is ended
 * @param workingDirectory where it changes to first; empty if it does not
 * @param runAs account that it changes to; empty if it does not
 * @param sourced files that it reads its environment from; {@code login} for that of a login
 * @param delaySeconds how long it sleeps first
 * @param randomDelay whether it sleeps for a random time first
 * @param logFiles files that its output is appended to or replaces
 * @param discardsOutput whether output is thrown away
 * @param localPaths absolute paths that it names, programs, lock and log files not among them
 * @param hostState those things it touches that only this host has: {@code /run/shop.tick}, {@code hostname}
 * @param urls addresses that it calls
 */
public record JobCommand(
        Kind kind,
        String evidence,
        String shell,
        String input,
        List<String> programs,
        String lockFile,
        boolean waitsForLock,
        OptionalLong timeoutSeconds,
        String workingDirectory,
        String runAs,
        List<String> sourced,
        OptionalLong delaySeconds,
        boolean randomDelay,
        List<String> logFiles,
        boolean discardsOutput,
        List<String> localPaths,
        List<String> hostState,
        List<String> urls) {

    /** What a command is. */
    public enum Kind implements Term {
        /** Looks after the operating system. */
        HOUSEKEEPING,
        /** Rotates, packs, empties or ships logs. */
        LOG_ROTATION,
        /** Starts something again that has died, or that should be fresh. */
        WATCHDOG,
        /** Starts a program that stays. */
        SERVICE_START,
        CERTIFICATE_RENEWAL,
        BACKUP,
        /** Removes files. */
        CLEANUP,
        /** Calls an address by HTTP. */
        HTTP_CALL,
        /** Lets a framework run what is due by its own plan. */
        FRAMEWORK_SCHEDULER,
        /** Copies files to or from another host. */
        TRANSFER,
        /** Tells a monitor that something lives. */
        HEARTBEAT,
        /** A program like any other. */
        PROGRAM
    }

    public JobCommand {
        programs = List.copyOf(programs);
        sourced = List.copyOf(sourced);
        logFiles = List.copyOf(logFiles);
        localPaths = List.copyOf(localPaths);
        hostState = List.copyOf(hostState);
        urls = List.copyOf(urls);
    }

    /** The command of this job, as its scheduler hands it to the shell. */
    public static JobCommand of(Job job) {
        Flavour flavour = Flavour.of(job.flavour()).orElse(Flavour.BUSYBOX);
        CronCommand command = CronCommand.of(job.command(), flavour);
        String shell = job.origin() == Job.Origin.TIMER
                ? command.shell().replaceAll("(^|(?<= ; ))[-@:+!|]+(?=[^ ])", "")
                : command.shell();
        return job.origin() == Job.Origin.IN_PROCESS ? inProgram(shell) : of(shell, command.input());
    }

    private static JobCommand inProgram(String method) {
        return new JobCommand(
                Kind.PROGRAM,
                "",
                method,
                "",
                List.of(),
                "",
                false,
                OptionalLong.empty(),
                "",
                "",
                List.of(),
                OptionalLong.empty(),
                false,
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of());
    }

    static JobCommand of(String shell, String input) {
        Wrapping wrapping = Wrapping.of(shell);
        List<ShellCommand> all = wrapping.commands();
        CommandTraces traces = CommandTraces.of(all, wrapping);
        CommandKind kind = CommandKind.of(traces.body(), traces);
        return new JobCommand(
                kind.kind(),
                kind.evidence(),
                shell,
                input,
                traces.programs(),
                wrapping.lockFile(),
                wrapping.waitsForLock(),
                wrapping.timeoutSeconds(),
                traces.workingDirectory(),
                wrapping.runAs(),
                traces.sourced(),
                traces.delaySeconds(),
                traces.randomDelay(),
                traces.logFiles(),
                traces.discardsOutput(),
                traces.localPaths(),
                traces.hostState(),
                traces.urls());
    }

    /** Whether one of the addresses that it calls is this host. */
    public boolean callsHost(SortedSet<String> names) {
        SortedSet<String> own = new TreeSet<>(Comparator.naturalOrder());
        own.addAll(names);
        return urls.stream()
                .map(CommandTraces::hostOf)
                .anyMatch(host -> CommandTraces.isLoopback(host) || own.contains(host));
    }

    /** What it touches on this host, in words; nothing if that is nothing we see. */
    public List<String> touches() {
        List<String> all = new ArrayList<>(localPaths);
        hostState.stream().filter(state -> !all.contains(state)).forEach(all::add);
        return all;
    }
}
