package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Syslog;
import dev.slipway.facts.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The host's syslog: of all configurations that lie about, the one that the running daemon follows. It needs the processes, and
 * leaves the journal's settings as they are.
 */
final class SyslogParser implements Parser {
    private static final String PROBE = "syslog";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        Optional<SyslogDaemon> daemon = SyslogDaemon.running(soFar, busyboxIsSyslogd(evidence));
        SyslogFindings findings = new SyslogFindings();
        daemon.ifPresent(running -> read(running, evidence, findings));
        Fact<String> name = Fact.of(daemon.map(SyslogDaemon::name), "the processes of others cannot be seen")
                .or(noneRuns(soFar));
        List<Gap> gaps = new ArrayList<>(soFar.gaps());
        gaps.addAll(findings.gaps);
        List<Unparsed> unparsed = new ArrayList<>(soFar.unparsed());
        unparsed.addAll(findings.unparsed);
        return soFar.with(facts -> facts.syslog(new Syslog(
                        name,
                        findings.configFiles,
                        findings.inputs,
                        findings.forwards,
                        findings.localFiles,
                        soFar.syslog().journal()))
                .gaps(gaps)
                .unparsed(unparsed));
    }

    private static void read(SyslogDaemon daemon, Evidence evidence, SyslogFindings findings) {
        switch (daemon.name()) {
            case "rsyslog" -> follow("rsyslog", mainFile(daemon, "/etc/rsyslog.conf"), evidence, findings);
            case "syslog-ng" ->
                follow("syslog-ng", mainFile(daemon, "/etc/syslog-ng/syslog-ng.conf"), evidence, findings);
            case "sysklogd" -> {
                findings.input("/dev/log", "", "", daemon.at());
                if (ShortOptions.of(daemon.arguments(), "afhlmps", "").has('r')) {
                    findings.input("udp", "*:" + SyslogFindings.SYSLOG_PORT, "", daemon.at());
                }
                follow("syslog-conf", mainFile(daemon, "/etc/syslog.conf"), evidence, findings);
            }
            case "metalog" -> follow("syslog-conf", "/etc/metalog.conf", evidence, findings);
            case "busybox" -> {
                BusyboxSyslogd busybox = BusyboxSyslogd.of(daemon.arguments());
                busybox.addTo(findings, daemon.at());
                if (HostFiles.of(evidence, PROBE, "syslog-conf").saw(busybox.configFile())) {
                    follow("syslog-conf", busybox.configFile(), evidence, findings);
                }
            }
            default -> findings.input("journald", "", "", daemon.at());
        }
    }

    /** Reads the configuration from its main file on. */
    private static void follow(String section, String main, Evidence evidence, SyslogFindings findings) {
        HostFiles files = HostFiles.of(evidence, PROBE, section);
        findings.gaps.addAll(Gaps.of(evidence, PROBE, section, "syslog"));
        Optional<SourceFile> file = files.find(main);
        if (file.isEmpty() && findings.gaps.isEmpty()) {
            findings.gaps.add(new Gap("syslog", PROBE, main + " was not found", "read it by hand"));
        }
        file.ifPresent(found -> {
            switch (section) {
                case "rsyslog" -> RsyslogRules.read(found, files, findings);
                case "syslog-ng" -> SyslogNgRules.read(found, files, findings);
                default -> {
                    if (main.equals("/etc/metalog.conf")) {
                        Metalog.read(found, findings);
                    } else {
                        SyslogConfReader.read(found, files, findings);
                    }
                }
            }
        });
    }

    private static String mainFile(SyslogDaemon daemon, String usual) {
        return ShortOptions.of(daemon.arguments(), "fCpRiMNou", "").last('f').orElse(usual);
    }

    private static boolean busyboxIsSyslogd(Evidence evidence) {
        return evidence.command(PROBE, "programs")
                .map(item -> item.lines().stream()
                        .anyMatch(line -> line.contains("/syslogd -> ") && line.endsWith("busybox")))
                .orElse(false);
    }

    /** That nothing writes a syslog can only be said by one who sees all processes. */
    private static Fact<String> noneRuns(HostFacts facts) {
        boolean seesAll =
                facts.complete("processes") && facts.processes().stream().anyMatch(process -> process.pid() == 1);
        return seesAll ? Fact.known("none") : Fact.unknown("the processes of others cannot be seen");
    }
}
