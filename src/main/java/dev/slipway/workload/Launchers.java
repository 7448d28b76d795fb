package dev.slipway.workload;

import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.Optional;

/** Programs whose children are programs of others. */
final class Launchers {
    /** A program, and what its children are said to be started by. */
    private record Launcher(String program, String term) {}

    private static final List<Launcher> KNOWN = List.of(
            new Launcher("supervisord", "supervisord"),
            new Launcher("circusd", "supervisord"),
            new Launcher("cron", "cron"),
            new Launcher("crond", "cron"),
            new Launcher("CRON", "cron"),
            new Launcher("CROND", "cron"),
            new Launcher("fcron", "cron"),
            new Launcher("anacron", "cron"),
            new Launcher("atd", "cron"),
            new Launcher("xinetd", "xinetd"),
            new Launcher("inetd", "xinetd"),
            new Launcher("monit", "monit"),
            new Launcher("runsv", "runit"),
            new Launcher("runsvdir", "runit"),
            new Launcher("s6-supervise", "s6"),
            new Launcher("s6-svscan", "s6"),
            new Launcher("supervise", "runit"),
            new Launcher("containerd-shim", "container"),
            new Launcher("containerd-shim-runc-v2", "container"),
            new Launcher("docker-containerd-shim", "container"),
            new Launcher("conmon", "container"));

    private Launchers() {}

    /** By whom the children of this process are started; empty if they are its own. */
    static Optional<String> of(HostProcess process) {
        if (process.commandLine().matches("PM2 v[^:]*: God Daemon.*")) {
            return Optional.of("pm2");
        }
        Optional<String> script = Interpreter.script(process).map(FilePath::name);
        String program = process.program();
        return KNOWN.stream()
                .filter(launcher -> launcher.program().equals(program)
                        || program.equals("busybox") && launcher.program().equals(process.name())
                        || script.filter(launcher.program()::equals).isPresent())
                .map(Launcher::term)
                .findFirst();
    }
}
