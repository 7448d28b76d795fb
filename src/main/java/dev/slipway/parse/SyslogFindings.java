package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Syslog.Forward;
import dev.slipway.facts.Syslog.Input;
import dev.slipway.facts.Syslog.LocalFile;
import dev.slipway.facts.Unparsed;
import java.util.ArrayList;
import java.util.List;

/** Where what a syslog daemon's configuration says is gathered, in the order of the configuration. */
final class SyslogFindings {
    /** What a daemon writes where no port is set. */
    static final int SYSLOG_PORT = 514;

    final List<String> configFiles = new ArrayList<>();
    final List<Input> inputs = new ArrayList<>();
    final List<Forward> forwards = new ArrayList<>();
    final List<LocalFile> localFiles = new ArrayList<>();
    final List<Unparsed> unparsed = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();

    void input(String kind, String target, String tag, EvidenceLine at) {
        inputs.add(new Input(kind, target, tag, List.of(at)));
    }

    void forward(HostAndPort target, String protocol, String selector, String queue, EvidenceLine at) {
        if (target.host().isEmpty()) {
            unparsed(at, "a forward without a target");
        } else {
            forwards.add(new Forward(target.host(), target.port(), protocol, selector, queue, List.of(at)));
        }
    }

    /** A program that gets the messages on its standard input. */
    void program(String command, String selector, EvidenceLine at) {
        forward(new HostAndPort(command.strip().split("\\s", 2)[0], 0), "program", selector, "", at);
    }

    void localFile(String selector, String path, String rotatedBy, EvidenceLine at) {
        localFiles.add(new LocalFile(selector, path, rotatedBy, List.of(at)));
    }

    void unparsed(EvidenceLine at, String reason) {
        unparsed.add(new Unparsed(at, reason));
    }

    /** A file that the configuration names and that the probe did not bring. */
    void missing(String path, EvidenceLine at) {
        gaps.add(new Gap(
                "syslog",
                at.probe(),
                path + ", included by " + at.item() + ":" + at.line() + ", was not read",
                "scan as root or with sudo; else read it by hand"));
    }
}
