package dev.slipway.parse;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** syslog-ng's drivers: what each reads from or writes to. */
final class SyslogNgDrivers {
    private static final int TLS_PORT = 6514;

    /** Port of {@code syslog()} over TCP. */
    private static final int IETF_PORT = 601;

    /** Values that name each other must not grow without end. */
    private static final int MAX_TEXT = 4096;

    /** Drivers that neither leave the host nor write a file. */
    private static final List<String> ELSEWHERE = List.of(
            "usertty",
            "getvirtconsole",
            "tty10",
            "unix-stream",
            "unix-dgram",
            "null",
            "pseudofile",
            "systemd-journal",
            "log-level",
            "persist-name",
            "channel",
            "internal");

    private final SyslogFindings findings;
    private final SortedMap<String, String> defines;

    SyslogNgDrivers(SyslogFindings findings, SortedMap<String, String> defines) {
        this.findings = findings;
        this.defines = defines;
    }

    /** A driver in a source. */
    void input(SyslogNgTerm driver) {
        String name = driver.text().replace('_', '-');
        String target = switch (name) {
            case "network", "tcp", "udp", "tcp6", "udp6", "syslog", "default-network-drivers" -> listen(driver);
            case "wildcard-file" -> driver.optionValue("base-dir") + "/" + driver.optionValue("filename-pattern");
            default -> driver.value();
        };
        findings.input(name + "()", resolved(target), driver.optionValue("program-override"), driver.at());
    }

    private static String listen(SyslogNgTerm driver) {
        String address = driver.optionValue("ip", "localip");
        String port = driver.optionValue("port", "localport");
        String otherwise = String.valueOf(defaultPort(driver, protocol(driver)));
        return (address.isEmpty() ? "*" : address) + ":" + (port.isEmpty() ? otherwise : port);
    }

    /** What a driver of the syslog family speaks: {@code udp}, {@code tcp} or {@code tls}. */
    private static String protocol(SyslogNgTerm driver) {
        String transport = driver.optionValue("transport");
        if (driver.text().startsWith("udp") || transport.equals("udp")) {
            return "udp";
        }
        return transport.contains("tls") || driver.option("tls").isPresent() ? "tls" : "tcp";
    }

    private static int defaultPort(SyslogNgTerm driver, String protocol) {
        if (!driver.is("syslog") || protocol.equals("udp")) {
            return SyslogFindings.SYSLOG_PORT;
        }
        return protocol.equals("tls") ? TLS_PORT : IETF_PORT;
    }

    /** A driver in a destination. */
    void output(SyslogNgTerm driver, String selector) {
        String name = driver.text().replace('_', '-');
        switch (name) {
            case "file", "pipe" -> findings.localFile(selector, path(driver.value()), "", driver.at());
            case "program" -> findings.program(driver.value(), selector, driver.at());
            case "network", "tcp", "udp", "tcp6", "udp6", "syslog", "syslog-ng" -> syslog(driver, selector);
            default -> service(driver, name, selector);
        }
    }

    private void syslog(SyslogNgTerm driver, String selector) {
        String protocol = protocol(driver);
        String host = driver.value().isEmpty() ? driver.optionValue("server", "host") : driver.value();
        String port = driver.optionValue("port", "destport");
        int number = HostAndPort.port(resolved(port)).orElse(defaultPort(driver, protocol));
        HostAndPort target = new HostAndPort(resolved(host), number);
        findings.forward(target, protocol, selector, queue(driver), driver.at());
    }

    /** Everything else that is sent to a server: the option that names it differs by driver. */
    private void service(SyslogNgTerm driver, String name, String selector) {
        Optional<String> server =
                List.of("url", "uri", "bootstrap-servers", "kafka-bootstrap-servers", "host", "servers").stream()
                        .map(driver::optionValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst();
        if (server.isPresent()) {
            int otherwise = HostAndPort.port(driver.optionValue("port")).orElse(defaultPort(name, server.get()));
            String protocol = name.replaceAll("-(c|http|java)$", "");
            for (String each : resolved(server.get()).split("[,\\s]+")) {
                HostAndPort target = HostAndPort.of(each, otherwise);
                findings.forward(target, protocol, selector, queue(driver), driver.at());
            }
        } else if (!ELSEWHERE.contains(name)) {
            findings.unparsed(driver.at(), "a destination of the type " + name + " is not known");
        }
    }

    private static int defaultPort(String driver, String server) {
        return switch (driver) {
            case "kafka", "kafka-c", "kafka-java" -> 9092;
            case "elasticsearch", "elasticsearch2", "elasticsearch-http" -> 9200;
            case "redis" -> 6379;
            case "mongodb" -> 27017;
            case "amqp" -> 5672;
            case "graylog2" -> 12201;
            case "smtp" -> 25;
            case "sql" -> 3306;
            default -> server.startsWith("https:") ? 443 : 80;
        };
    }

    private static String queue(SyslogNgTerm driver) {
        return driver.option("disk-buffer").isPresent() ? "disk" : "";
    }

    /** A path with an asterisk for each macro: {@code $HOST}, {@code ${YEAR}}. */
    private String path(String text) {
        return resolved(text)
                .replaceAll("\\$\\{[^}]{0,99}\\}|\\$[A-Za-z_][A-Za-z0-9_]*", "*")
                .replaceAll("\\*{2,}", "*");
    }

    /** The text with the values of {@code @define} in place of their names in backticks. */
    private String resolved(String text) {
        String resolved = text;
        for (int i = 0; i < defines.size() && resolved.indexOf('`') >= 0 && resolved.length() < MAX_TEXT; i++) {
            int from = resolved.indexOf('`');
            int to = resolved.indexOf('`', from + 1);
            String value = to < 0 ? null : defines.get(resolved.substring(from + 1, to));
            if (value == null) {
                return resolved;
            }
            resolved = resolved.substring(0, from) + value + resolved.substring(to + 1);
        }
        return resolved;
    }
}
