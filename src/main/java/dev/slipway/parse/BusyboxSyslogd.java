package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.List;
import java.util.Optional;

/**
 * BusyBox's syslogd as its command line configures it.
 *
 * @param remotes targets of {@code -R}, with a port where one is given
 * @param file file that it writes; empty if it keeps messages in memory ({@code -C}) or only sends them
 * @param maxKib size at which it starts a new file; 0 if never
 * @param oldFiles how many old files it keeps
 * @param configFile file of selectors that it reads
 */
record BusyboxSyslogd(List<String> remotes, String file, int maxKib, int oldFiles, String configFile) {
    private static final String DEFAULT_FILE = "/var/log/messages";

    BusyboxSyslogd {
        remotes = List.copyOf(remotes);
    }

    /** Takes a command line apart, the program's name first. */
    static BusyboxSyslogd of(List<String> arguments) {
        ShortOptions options = ShortOptions.of(arguments, "ORslbf", "C");
        List<String> remotes = options.all('R');
        boolean writes = !options.has('C') && (remotes.isEmpty() || options.has('L'));
        return new BusyboxSyslogd(
                remotes,
                writes ? options.last('O').orElse(DEFAULT_FILE) : "",
                number(options.last('s'), 200),
                number(options.last('b'), 1),
                options.last('f').orElse("/etc/syslog.conf"));
    }

    /** Adds what it does. */
    void addTo(SyslogFindings findings, EvidenceLine at) {
        findings.input("/dev/log", "", "", at);
        for (String remote : remotes) {
            findings.forward(HostAndPort.of(remote, SyslogFindings.SYSLOG_PORT), "udp", RsyslogRules.ALL, "", at);
        }
        if (!file.isEmpty()) {
            findings.localFile(RsyslogRules.ALL, file, rotation(), at);
        }
    }

    private String rotation() {
        return maxKib == 0 ? "" : "busybox syslogd (" + maxKib + " KiB, " + oldFiles + " old)";
    }

    private static int number(Optional<String> text, int otherwise) {
        return text.filter(digits -> digits.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
