package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;

/**
 * Reads metalog's configuration: sections that begin with a name and a colon, with {@code key = "value"} below. A section with a
 * {@code logdir} writes {@code logdir/current} and rotates it itself.
 */
final class Metalog {
    private Metalog() {}

    /** Adds what the file does. */
    static void read(SourceFile file, SyslogFindings findings) {
        findings.configFiles.add(file.path());
        String section = "";
        for (int number = 1; number <= file.lines().size(); number++) {
            String line = file.lines().get(number - 1).strip();
            int equals = line.indexOf('=');
            EvidenceLine at = file.at(number);
            boolean comment = line.startsWith("#");
            if (!comment && equals > 0) {
                setting(section, line.substring(0, equals).strip(), unquoted(line.substring(equals + 1)), at, findings);
            } else if (!comment && line.endsWith(":")) {
                section = line.substring(0, line.length() - 1).strip();
            } else if (!comment && !line.isEmpty()) {
                findings.unparsed(at, "neither a section nor a setting");
            }
        }
    }

    private static void setting(String section, String key, String value, EvidenceLine at, SyslogFindings findings) {
        switch (key) {
            case "logdir" -> findings.localFile(section, value + "/current", "metalog", at);
            case "command" -> findings.program(value, section, at);
            case "remote_host" ->
                findings.forward(HostAndPort.of(value, SyslogFindings.SYSLOG_PORT), "udp", section, "", at);
            default -> {}
        }
    }

    private static String unquoted(String text) {
        String value = text.strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
