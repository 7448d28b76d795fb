package dev.slipway.workload;

import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.Listener;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Processes of a host, written down one a line. */
final class Processes {
    private final List<HostProcess> processes = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();

    /** A host whose first process is systemd. */
    static Processes ofSystemd() {
        return new Processes().add(1, 0, "/init.scope", "root", "/", "/usr/lib/systemd/systemd");
    }

    Processes add(int pid, int parent, String cgroup, String user, String directory, String command) {
        List<String> arguments = Arrays.asList(command.split(" "));
        String program = FilePath.name(arguments.get(0));
        processes.add(HostProcess.unread(pid)
                .with(process -> process.parentPid(parent)
                        .name(program.substring(0, Math.min(15, program.length())))
                        .cgroup(Fact.known(cgroup))
                        .user(Fact.known(user))
                        .workingDirectory(Fact.known(directory))
                        .executable(
                                arguments.get(0).startsWith("/")
                                        ? Fact.known(arguments.get(0))
                                        : Fact.unknown("not read"))
                        .memoryBytes(Fact.known(1024L * pid))
                        .arguments(Fact.known(arguments))));
        return this;
    }

    Processes title(int pid, int parent, String cgroup, String executable, String title) {
        processes.add(HostProcess.unread(pid)
                .with(process -> process.parentPid(parent)
                        .name(FilePath.name(executable))
                        .cgroup(Fact.known(cgroup))
                        .user(Fact.known("root"))
                        .workingDirectory(Fact.known("/"))
                        .executable(Fact.known(executable))
                        .memoryBytes(Fact.known(1024L * pid))
                        .title(title)));
        return this;
    }

    Processes zombie(int pid, int parent, String cgroup) {
        processes.add(HostProcess.unread(pid)
                .with(process ->
                        process.parentPid(parent).name("gone").state("Z").cgroup(Fact.known(cgroup))));
        return this;
    }

    /** Puts the process before this into a container. */
    Processes inContainer(String id) {
        int last = processes.size() - 1;
        processes.set(
                last,
                processes.get(last).with(process -> process.inContainer(true).containerId(id)));
        return this;
    }

    Processes listening(int pid, int port) {
        listeners.add(new Listener(
                Protocol.TCP,
                "0.0.0.0",
                port,
                Listener.Scope.ALL,
                Fact.known("x"),
                Fact.known(pid),
                Fact.known("x"),
                Fact.known("x"),
                Fact.known(""),
                "",
                "socket",
                List.of()));
        return this;
    }

    HostFacts facts() {
        List<Jvm> jvms = processes.stream()
                .filter(process -> process.program().equals("java"))
                .map(process -> Jvm.unread(process.pid()))
                .toList();
        return HostFacts.unread("host")
                .with(facts -> facts.processes(processes).listeners(listeners).jvms(jvms));
    }

    /** {@code id | kind | runtime | launcher | unit | pids | ports} of each workload that is not the system's. */
    String workloads() {
        return listing(WorkloadGrouping.group(facts()));
    }

    static String listing(HostFacts facts) {
        return facts.workloads().stream()
                .filter(workload -> workload.kind() != Workload.Kind.SYSTEM)
                .map(workload -> String.join(
                        " | ",
                        workload.id(),
                        workload.kind().term(),
                        workload.runtime().name(),
                        workload.launcher(),
                        workload.unit(),
                        workload.pids().toString(),
                        workload.ports().toString()))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
