package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.Optional;

/**
 * The syslog daemon that runs on a host.
 *
 * @param name {@code rsyslog}, {@code syslog-ng}, {@code busybox}, {@code sysklogd}, {@code metalog}, {@code journald}
 * @param arguments its command line, the program's name first
 * @param at the process that shows it
 */
record SyslogDaemon(String name, List<String> arguments, EvidenceLine at) {

    SyslogDaemon {
        arguments = List.copyOf(arguments);
    }

    /**
     * The daemon among the host's own processes. journald counts where it is alone, since beside another it only hands on.
     *
     * @param busyboxIsSyslogd whether the host's {@code syslogd} is BusyBox
     */
    static Optional<SyslogDaemon> running(HostFacts facts, boolean busyboxIsSyslogd) {
        Optional<SyslogDaemon> journald = Optional.empty();
        for (HostProcess process : facts.processes()) {
            String name = process.inContainer() ? "" : name(process, busyboxIsSyslogd);
            if (name.isEmpty()) {
                continue;
            }
            SyslogDaemon daemon = new SyslogDaemon(name, process.arguments().orElse(List.of()), evidence(process));
            if (!name.equals("journald")) {
                return Optional.of(daemon);
            }
            journald = journald.or(() -> Optional.of(daemon));
        }
        return journald;
    }

    private static EvidenceLine evidence(HostProcess process) {
        return process.evidence().stream()
                .findFirst()
                .orElse(new EvidenceLine("processes", "table", 0, process.pid() + " " + process.commandLine()));
    }

    private static String name(HostProcess process, boolean busyboxIsSyslogd) {
        String name = process.name();
        boolean busybox = busyboxIsSyslogd || process.program().equals("busybox");
        return switch (name) {
            case "rsyslogd", "syslog-ng", "metalog" -> name.equals("rsyslogd") ? "rsyslog" : name;
            case "rs:main Q:Reg" -> "rsyslog";
            case "syslogd", "inetutils-syslo", "busybox" -> {
                boolean syslogd =
                        !name.equals("busybox") || process.commandLine().contains("syslogd");
                yield syslogd ? busybox ? "busybox" : "sysklogd" : "";
            }
            case "systemd-journal" -> "journald";
            default -> "";
        };
    }
}
