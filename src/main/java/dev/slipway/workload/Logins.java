package dev.slipway.workload;

import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.Optional;

/** What is on a host only because somebody is logged in: the login itself, its shell, and what is typed there. */
final class Logins {
    /** Programs that end when the person at the keyboard goes. */
    private static final List<String> INTERACTIVE = List.of(
            "vi",
            "vim",
            "vim.basic",
            "vim.tiny",
            "nvim",
            "view",
            "nano",
            "emacs",
            "less",
            "more",
            "man",
            "top",
            "htop",
            "atop",
            "iotop",
            "watch",
            "tail",
            "ssh",
            "scp",
            "sftp",
            "sftp-server",
            "sudo",
            "su",
            "mysql",
            "psql",
            "redis-cli",
            "mongosh",
            "sqlplus",
            "tcpdump",
            "ping",
            "journalctl",
            "systemctl",
            "screen",
            "tmux",
            "ssh-agent",
            "gpg-agent",
            "dbus-daemon",
            "dbus-broker",
            "pulseaudio",
            "pipewire",
            "wireplumber",
            "ps",
            "grep");

    private final ProcessTree tree;

    Logins(ProcessTree tree) {
        this.tree = tree;
    }

    /** Whether a process is no workload since it only serves a login. */
    boolean ofLogin(HostProcess process) {
        return opensLogin(process)
                || userManager(process)
                || inside(process) && (Interpreter.isPrompt(process) || INTERACTIVE.contains(process.program()));
    }

    /** Whether somebody started it from a login, now or earlier. */
    boolean inside(HostProcess process) {
        return ControlGroup.of(process).session() || below(process);
    }

    /** Whether it belongs to a script that somebody feeds to a shell over a connection, as scans and deployments do. */
    boolean fed(HostProcess process) {
        boolean script = readsScript(process);
        Optional<HostProcess> at = tree.parent(process);
        for (int steps = 0; at.isPresent() && steps < 100; steps++) {
            if (opensLogin(at.get())) {
                return script;
            }
            script |= readsScript(at.get());
            at = tree.parent(at.get());
        }
        return false;
    }

    private static boolean readsScript(HostProcess process) {
        return process.arguments().orElse(List.of()).equals(List.of("sh", "-s"));
    }

    private boolean below(HostProcess process) {
        Optional<HostProcess> at = tree.parent(process);
        for (int steps = 0; at.isPresent() && steps < 100; steps++) {
            if (opensLogin(at.get())) {
                return true;
            }
            at = tree.parent(at.get());
        }
        return false;
    }

    /** The part of a server that serves one login. */
    private boolean opensLogin(HostProcess process) {
        return switch (process.name()) {
            case "sshd", "sshd-session", "sshd-auth" ->
                process.title().startsWith("sshd") && !process.title().contains("[listener]");
            case "dropbear" ->
                tree.parent(process)
                        .filter(parent -> parent.name().equals("dropbear"))
                        .isPresent();
            case "login", "in.telnetd", "telnetd", "getty", "agetty", "mingetty", "mgetty", "fgetty" -> true;
            default -> process.program().equals("screen") || process.title().startsWith("tmux: ");
        };
    }

    /** The service manager that each user gets at a login, and what holds the login open. */
    private static boolean userManager(HostProcess process) {
        boolean manager = process.cgroup().orElse("").matches(".*/user@[^/]+\\.service/init\\.scope");
        List<String> arguments = process.arguments().orElse(List.of());
        return manager
                || process.commandLine().equals("(sd-pam)")
                || process.name().equals("systemd") && arguments.contains("--user");
    }
}
