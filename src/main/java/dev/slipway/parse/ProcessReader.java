package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts together what the parts of the probe say about a process.
 *
 * @param table the item with status, stat and cgroup
 * @param commands the command lines, if they were read
 */
record ProcessReader(
        EvidenceItem table, Optional<CommandLines> commands, ProcessLinks links, ProcessClock clock, UserNames users) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    HostProcess read(ProcessStatus status) {
        HostProcess process = HostProcess.unread(status.pid())
                .with(p -> p.parentPid(status.parentPid())
                        .name(status.name())
                        .user(status.userId().map(users::nameOf))
                        .userId(status.userId())
                        .state(status.state())
                        .cgroup(status.cgroup())
                        .startedAt(clock.startedAt(status))
                        .threads(status.threads())
                        .memoryBytes(status.memoryBytes("VmRSS"))
                        .peakMemoryBytes(status.memoryBytes("VmHWM"))
                        .cpuSeconds(clock.cpuSeconds(status))
                        .handlesTerm(status.handlesTerm())
                        .handlesQuit(status.handlesQuit())
                        .capabilities(status.capabilities())
                        .evidence(List.of(table.at(status.line(), "Name: " + status.name()))));
        if (status.kernelThread()) {
            return kernelThread(process);
        }
        return withCommand(withPlace(process, status), status);
    }

    private static HostProcess kernelThread(HostProcess process) {
        return process.with(p -> p.kernelThread(true)
                .executable(Fact.known(""))
                .arguments(Fact.known(List.of()))
                .workingDirectory(Fact.known("/"))
                .rootDirectory(Fact.known("/")));
    }

    private HostProcess withPlace(HostProcess process, ProcessStatus status) {
        Optional<String> container = ContainerId.of(status.cgroups())
                .or(() -> status.innerPidNamespaces() > 0 ? Optional.of("pid-namespace") : Optional.empty());
        return process.with(p -> p.executable(links.target(status.pid(), "exe"))
                .workingDirectory(links.target(status.pid(), "cwd"))
                .rootDirectory(links.target(status.pid(), "root"))
                .inContainer(container.isPresent())
                .containerId(container.orElse("")));
    }

    private HostProcess withCommand(HostProcess process, ProcessStatus status) {
        if (status.ended()) {
            return process.withArguments(Fact.unknown("the process has ended"));
        }
        return commands.map(lines -> withCommand(process, lines)).orElse(process);
    }

    private static HostProcess withCommand(HostProcess process, CommandLines lines) {
        return lines.find(process.pid())
                .map(command -> withCommand(process, command, lines))
                .orElseGet(() -> process.withArguments(Fact.unknown(lines.reason(process.pid()))));
    }

    private static HostProcess withCommand(HostProcess process, CommandLine command, CommandLines lines) {
        String title = command.title(process.executable().toOptional());
        Fact<List<String>> arguments = title.isEmpty()
                ? Fact.known(command.arguments())
                : Fact.unknown("the process has written a title over them");
        String shown = CONTROL.matcher(command.raw()).replaceAll(" ").strip();
        return process.with(p -> p.arguments(arguments)
                .argumentsCut(command.cut())
                .title(title)
                .evidence(
                        List.of(lines.at(command, process.pid() + " " + (shown.isEmpty() ? process.name() : shown)))));
    }
}
