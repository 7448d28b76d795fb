package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.SortedMap;

/**
 * A process.
 *
 * @param pid process id in the host's own pid namespace
 * @param parentPid parent's process id; 0 for the first process and for kernel threads
 * @param name the kernel's name for it (at most 15 characters): {@code java}
 * @param user name of the effective user; the number if the name is not known
 * @param userId effective user id
 * @param executable path of the program, links resolved; empty for a kernel thread
 * @param arguments argument vector, secrets redacted; empty for a kernel thread
 * @param argumentsCut whether the argument vector was longer than what could be read of it
 * @param title the command line where the process has overwritten it: {@code nginx: worker process}; else empty
 * @param workingDirectory current directory
 * @param rootDirectory root directory; {@code /} unless it runs in a chroot
 * @param state one letter of the kernel: {@code S}, {@code R}, {@code Z} for a zombie
 * @param cgroup path of the service manager's control group: {@code /system.slice/tomcat.service}
 * @param startedAt seconds since the epoch
 * @param threads number of threads
 * @param memoryBytes resident memory
 * @param peakMemoryBytes highest resident memory so far
 * @param cpuSeconds processor time used since the start, user and system
 * @param handlesTerm whether it handles SIGTERM: by a handler, or by a descriptor for signals
 * @param handlesQuit whether it handles SIGQUIT, likewise
 * @param capabilities names of the effective capabilities if it is not root: {@code net_bind_service}
 * @param environment names of its variables, with values only for those that configure runtimes; else an empty value
 * @param limits soft resource limits: {@code open-files} to {@code 1024}, {@code core-file-size} to {@code unlimited}
 * @param libraries paths of the shared libraries that it has loaded
 * @param kernelThread whether it is a thread of the kernel, which runs no program
 * @param inContainer whether it runs inside a container of this host
 * @param containerId id of that container as its control group names it, else {@code pid-namespace}; empty outside of one
 * @param workload id of the workload that it belongs to; empty if it belongs to none
 */
@RecordBuilder
public record HostProcess(
        int pid,
        int parentPid,
        String name,
        Fact<String> user,
        Fact<Integer> userId,
        Fact<String> executable,
        Fact<List<String>> arguments,
        boolean argumentsCut,
        String title,
        Fact<String> workingDirectory,
        Fact<String> rootDirectory,
        String state,
        Fact<String> cgroup,
        Fact<Long> startedAt,
        Fact<Integer> threads,
        Fact<Long> memoryBytes,
        Fact<Long> peakMemoryBytes,
        Fact<Double> cpuSeconds,
        Fact<Boolean> handlesTerm,
        Fact<Boolean> handlesQuit,
        Fact<List<String>> capabilities,
        Fact<SortedMap<String, String>> environment,
        Fact<SortedMap<String, String>> limits,
        Fact<List<String>> libraries,
        boolean kernelThread,
        boolean inContainer,
        String containerId,
        String workload,
        List<EvidenceLine> evidence)
        implements HostProcessBuilder.With {

    public HostProcess {
        evidence = List.copyOf(evidence);
    }

    /** A process of which only the id is known. */
    public static HostProcess unread(int pid) {
        String reason = "not read";
        return new HostProcess(
                pid,
                0,
                "",
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                false,
                "",
                Fact.unknown(reason),
                Fact.unknown(reason),
                "",
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                false,
                false,
                "",
                "",
                List.of());
    }

    /** The command line as one would type it, arguments separated by blanks. */
    public String commandLine() {
        return title.isEmpty() ? String.join(" ", arguments.orElse(List.of())) : title;
    }

    /** The program's file name: of the executable if it was readable, else of the first argument, else the name. */
    public String program() {
        String path = executable
                .toOptional()
                .filter(exe -> !exe.isEmpty())
                .or(() -> arguments
                        .toOptional()
                        .filter(a -> !a.isEmpty() && title.isEmpty())
                        .map(a -> a.get(0)))
                .orElse(name);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
