package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Syslog;
import dev.slipway.facts.Unparsed;
import java.util.List;

/** What was found out about a host's syslog, as text: one line each, whatever could be mixed up in it. */
final class SyslogOverview {
    private SyslogOverview() {}

    /** What the parser makes of evidence from a host on which this command runs. */
    static String of(Evidence evidence, String... command) {
        return of(read(evidence, command));
    }

    static HostFacts read(Evidence evidence, String... command) {
        String name = command[0].substring(command[0].lastIndexOf('/') + 1);
        HostProcess daemon =
                HostProcess.unread(40).with(process -> process.name(name).arguments(Fact.known(List.of(command))));
        return new SyslogParser()
                .read(evidence, HostFacts.unread("host").withProcesses(List.of(HostProcess.unread(1), daemon)));
    }

    static String of(HostFacts facts) {
        StringBuilder out = new StringBuilder();
        Syslog syslog = facts.syslog();
        out.append("daemon ")
                .append(syslog.daemon().orElse("? " + syslog.daemon().reason()))
                .append('\n');
        syslog.configFiles().forEach(file -> out.append("reads ").append(file).append('\n'));
        syslog.inputs()
                .forEach(input -> line(out, "in", input.kind(), input.target(), input.tag(), place(input.evidence())));
        syslog.forwards()
                .forEach(forward -> line(
                        out,
                        "to",
                        forward.protocol() + " " + forward.target() + " " + forward.port(),
                        forward.selector(),
                        forward.queue(),
                        place(forward.evidence())));
        syslog.localFiles()
                .forEach(file ->
                        line(out, "file", file.path(), file.selector(), file.rotatedBy(), place(file.evidence())));
        facts.unparsed()
                .forEach(unparsed -> line(
                        out, "unparsed", place(unparsed), unparsed.evidence().text(), unparsed.reason()));
        facts.gaps().forEach(gap -> line(out, "gap", gap.fact(), gap.reason(), gap.remedy()));
        return out.toString();
    }

    private static void line(StringBuilder out, String... columns) {
        out.append(String.join(" | ", columns).stripTrailing()).append('\n');
    }

    private static String place(Unparsed unparsed) {
        return place(List.of(unparsed.evidence()));
    }

    private static String place(List<EvidenceLine> evidence) {
        String item = evidence.get(0).item();
        return item.substring(item.lastIndexOf('/') + 1) + ":" + evidence.get(0).line();
    }
}
