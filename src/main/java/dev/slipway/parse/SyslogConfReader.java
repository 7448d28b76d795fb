package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.List;

/**
 * Reads {@code /etc/syslog.conf}, the form that sysklogd, BusyBox and the BSD daemons share: a selector, blanks, and what to do;
 * {@code !program} and {@code +host} narrow what follows.
 */
final class SyslogConfReader {
    private static final int MAX_INCLUDES = 100;
    private static final List<String> SETTINGS =
            List.of("notify", "secure_mode", "rotate_size", "rotate_count", "udp_size", "listen");

    private final HostFiles files;
    private final SyslogFindings findings;
    private String program = "";
    private String host = "";
    private String rotation = "";

    private SyslogConfReader(HostFiles files, SyslogFindings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Adds what the configuration that begins with this file does. */
    static void read(SourceFile main, HostFiles files, SyslogFindings findings) {
        new SyslogConfReader(files, findings).load(main);
    }

    private void load(SourceFile file) {
        findings.configFiles.add(file.path());
        TextCursor in = TextCursor.joiningLines(file.text());
        while (!in.atEnd()) {
            EvidenceLine at = file.at(in.line());
            String line = in.takeLine().strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                line(line, at);
            }
        }
    }

    private void line(String line, EvidenceLine at) {
        char first = line.charAt(0);
        String[] words = line.split("[ \t]+", 2);
        if (first == '!') {
            program = narrowed(line.substring(1));
        } else if (first == '+' || first == '-') {
            host = narrowed(line);
        } else if (words.length < 2) {
            findings.unparsed(at, "a selector without an action");
        } else if (words[0].equals("include")) {
            include(words[1], at);
        } else if (SETTINGS.contains(words[0])) {
            setting(words[0], words[1], at);
        } else if (words[0].indexOf('.') > 0) {
            action(words[0], words[1], at);
        } else {
            findings.unparsed(at, "not a selector");
        }
    }

    private void action(String selector, String action, EvidenceLine at) {
        String text = action.startsWith("-") ? action.substring(1) : action;
        int semicolon = text.indexOf(';');
        String target = (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
        String all = (program.isEmpty() ? "" : "!" + program + " ") + (host.isEmpty() ? "" : host + " ") + selector;
        if (target.startsWith("@")) {
            findings.forward(HostAndPort.of(target.substring(1), SyslogFindings.SYSLOG_PORT), "udp", all, "", at);
        } else if (target.startsWith("/")) {
            boolean rotates = semicolon >= 0 && text.indexOf("rotate=", semicolon) > 0;
            findings.localFile(all, target, rotates ? "syslogd" : rotation, at);
        } else if (target.startsWith("|")) {
            String pipe = target.substring(1).strip();
            if (pipe.startsWith("/dev/") || pipe.indexOf(' ') < 0) {
                findings.localFile(all, pipe, "", at);
            } else {
                findings.program(pipe, all, at);
            }
        }
        // What remains is a list of users who see the message on their terminals.
    }

    private void setting(String name, String value, EvidenceLine at) {
        if (name.equals("rotate_size") && !value.equals("0")) {
            rotation = "syslogd";
        } else if (name.equals("listen")) {
            findings.input("udp", value, "", at);
        }
    }

    private void include(String pattern, EvidenceLine at) {
        for (SourceFile file : files.matching(pattern)) {
            if (findings.configFiles.contains(file.path()) || findings.configFiles.size() > MAX_INCLUDES) {
                findings.unparsed(at, "includes " + file.path() + " again");
            } else {
                load(file);
            }
        }
    }

    private static String narrowed(String text) {
        String name = text.strip();
        return name.endsWith("*") ? "" : name;
    }
}
