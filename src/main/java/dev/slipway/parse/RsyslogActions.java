package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.parse.RsyslogStatement.Action;
import dev.slipway.parse.RsyslogStatement.Configured;
import dev.slipway.parse.RsyslogStatement.Directive;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** What rsyslog's actions do with a message: send it, write it, or neither. */
final class RsyslogActions {
    private static final int KAFKA_PORT = 9092;
    private static final int ELASTICSEARCH_PORT = 9200;
    private static final int MYSQL_PORT = 3306;
    private static final int POSTGRESQL_PORT = 5432;

    /** Modules whose actions neither leave the host nor write a file. */
    private static final List<String> ELSEWHERE =
            List.of("omusrmsg", "omjournal", "omstdout", "omtesting", "omruleset", "omnull", "omuxsock");

    private final RsyslogConfiguration configuration;
    private final SyslogFindings findings;
    private final SortedMap<String, String> forNextAction = new TreeMap<>();
    private boolean tlsByDefault;

    RsyslogActions(RsyslogConfiguration configuration, SyslogFindings findings) {
        this.configuration = configuration;
        this.findings = findings;
    }

    void directive(Directive directive) {
        if (directive.name().startsWith("actionqueue")) {
            forNextAction.put(directive.name(), directive.value());
        } else if (directive.name().equals("actionsendstreamdrivermode")) {
            tlsByDefault = directive.value().equals("1");
        }
    }

    /** An object that sets what later actions have in common. */
    void settings(Configured object) {
        boolean forward = RsyslogConfiguration.moduleName(object.value("load")).equals("builtin:omfwd");
        if (object.name().equals("module")
                && forward
                && !object.value("streamdriver.mode").isEmpty()) {
            tlsByDefault = object.value("streamdriver.mode").equals("1");
        }
    }

    /** An action of the old form. */
    void legacy(Action action, String selector) {
        String text = withoutTemplate(action.text());
        String target = text.startsWith("-") ? text.substring(1) : text;
        switch (target.isEmpty() ? ' ' : target.charAt(0)) {
            case '/' -> findings.localFile(selector, firstWord(target), "", action.at());
            case '|' ->
                findings.localFile(selector, firstWord(target.substring(1).strip()), "", action.at());
            case '?' -> findings.localFile(selector, configuration.dynamicPath(target.substring(1)), "", action.at());
            case '@' -> forward(target, selector, action.at());
            case '$' -> outputChannel(target.substring(1), selector, action.at());
            case '^' -> findings.program(target.substring(1), selector, action.at());
            case '>' -> database("mysql", target.substring(1), MYSQL_PORT, selector, action.at());
            case ':' -> module(target, selector, action.at());
            default -> findings.unparsed(action.at(), "an action that is not known");
        }
        forNextAction.clear();
    }

    /** An action of the new form. */
    void object(Configured action, String selector) {
        String type = RsyslogConfiguration.moduleName(action.value("type"));
        switch (type.startsWith("builtin:") ? type.substring("builtin:".length()) : type) {
            case "omfwd" -> forward(action, selector, protocol(action), SyslogFindings.SYSLOG_PORT);
            case "omrelp" -> forward(action, selector, "relp", SyslogFindings.SYSLOG_PORT);
            case "omudpspoof" -> forward(action, selector, "udp", SyslogFindings.SYSLOG_PORT);
            case "omdtls" -> forward(action, selector, "dtls", SyslogFindings.SYSLOG_PORT);
            case "omkafka" -> servers(action, "broker", selector, "kafka", KAFKA_PORT);
            case "omelasticsearch" -> servers(action, "server", selector, "elasticsearch", ELASTICSEARCH_PORT);
            case "omhttp", "omclickhouse", "ommongodb", "omhiredis", "ommysql", "ompgsql", "omlibdbi", "omrabbitmq" ->
                servers(action, "server", selector, type.substring(2), defaultPort(type));
            case "omfile" -> file(action, selector);
            case "ompipe" -> findings.localFile(selector, action.value("pipe"), "", action.at());
            case "omprog" -> findings.program(action.value("binary"), selector, action.at());
            case "omsnmp", "ommail", "omamqp1" ->
                servers(action, "server", selector, type.substring(2), defaultPort(type));
            default -> {
                if (!ELSEWHERE.contains(type) && !type.startsWith("mm")) {
                    findings.unparsed(action.at(), "an action of the type " + type + " is not known");
                }
            }
        }
        forNextAction.clear();
    }

    private void forward(Configured action, String selector, String protocol, int otherwise) {
        List<String> ports = action.values("port");
        List<String> targets = action.values("target");
        for (int i = 0; i < targets.size(); i++) {
            String port = ports.isEmpty() ? "" : ports.get(Math.min(i, ports.size() - 1));
            int number = HostAndPort.port(port).orElse(otherwise);
            HostAndPort target = new HostAndPort(targets.get(i), number);
            findings.forward(target, protocol, selector, queue(action), action.at());
        }
        if (targets.isEmpty()) {
            findings.unparsed(action.at(), "a forward without a literal target");
        }
    }

    private void servers(Configured action, String parameter, String selector, String protocol, int otherwise) {
        List<String> servers = action.values(parameter);
        OptionalInt port = HostAndPort.port(action.value("serverport") + action.value("port"));
        for (String server : servers.isEmpty() ? List.of("localhost") : servers) {
            HostAndPort endpoint = HostAndPort.of(server, port.orElse(otherwise));
            findings.forward(endpoint, protocol, selector, queue(action), action.at());
        }
    }

    private void file(Configured action, String selector) {
        String dynamic = action.value("dynafile");
        String path = dynamic.isEmpty() ? action.value("file") : configuration.dynamicPath(dynamic);
        String limit = action.value("rotation.sizelimit");
        findings.localFile(selector, path, limit.isEmpty() ? "" : "rsyslog at " + limit + " bytes", action.at());
    }

    private void outputChannel(String name, String selector, EvidenceLine at) {
        String[] parts = configuration.outputChannel(name.strip()).split(",", -1);
        boolean rotates = parts.length > 1 && parts[1].strip().matches("[1-9][0-9]{0,15}");
        String path = parts[0].isBlank() ? "<" + name.strip() + ">" : parts[0].strip();
        findings.localFile(selector, path, rotates ? "rsyslog at " + parts[1].strip() + " bytes" : "", at);
    }

    /** {@code @host}, {@code @@host:port}, {@code @(z9,o)[2001:db8::1]:port}. */
    private void forward(String text, String selector, EvidenceLine at) {
        boolean tcp = text.startsWith("@@");
        String rest = text.substring(tcp ? 2 : 1);
        int options = rest.startsWith("(") ? rest.indexOf(')') : -1;
        HostAndPort endpoint = HostAndPort.of(firstWord(rest.substring(options + 1)), SyslogFindings.SYSLOG_PORT);
        String protocol = !tcp ? "udp" : tlsByDefault ? "tls" : "tcp";
        String queue = queue(
                forNextAction.getOrDefault("actionqueuetype", ""),
                forNextAction.getOrDefault("actionqueuefilename", ""));
        findings.forward(endpoint, protocol, selector, queue, at);
    }

    /** {@code :module:parameters}. */
    private void module(String text, String selector, EvidenceLine at) {
        int colon = text.indexOf(':', 1);
        String name = colon < 0 ? text.substring(1) : text.substring(1, colon);
        String parameters = colon < 0 ? "" : text.substring(colon + 1);
        switch (name) {
            case "omrelp" -> {
                HostAndPort endpoint = HostAndPort.of(firstWord(parameters), SyslogFindings.SYSLOG_PORT);
                findings.forward(endpoint, "relp", selector, "", at);
            }
            case "omfile" -> {
                if (parameters.startsWith("$")) {
                    outputChannel(parameters.substring(1), selector, at);
                } else {
                    findings.localFile(selector, firstWord(parameters), "", at);
                }
            }
            case "ommysql" -> database("mysql", parameters, MYSQL_PORT, selector, at);
            case "ompgsql" -> database("pgsql", parameters, POSTGRESQL_PORT, selector, at);
            default -> {
                if (!ELSEWHERE.contains(name)) {
                    findings.unparsed(at, "an action of the type " + name + " is not known in this form");
                }
            }
        }
    }

    /** {@code host,database,user,password}. */
    private void database(String protocol, String text, int port, String selector, EvidenceLine at) {
        HostAndPort endpoint = HostAndPort.of(text.split(",", 2)[0].strip(), port);
        findings.forward(endpoint, protocol, selector, "", at);
    }

    private String protocol(Configured action) {
        String protocol = action.value("protocol").toLowerCase(Locale.ROOT);
        String mode = action.value("streamdrivermode") + action.value("streamdriver.mode");
        boolean tls = mode.isEmpty() ? tlsByDefault : mode.equals("1");
        return !protocol.equals("tcp") ? "udp" : tls ? "tls" : "tcp";
    }

    private static String queue(Configured action) {
        return queue(action.value("queue.type"), action.value("queue.filename"));
    }

    /** A queue in memory with a file name overflows to disk. */
    private static String queue(String type, String fileName) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "disk" -> "disk";
            case "linkedlist", "fixedarray" -> fileName.isEmpty() ? "memory" : "disk";
            default -> "";
        };
    }

    private static int defaultPort(String type) {
        return switch (type) {
            case "omhttp" -> 443;
            case "omclickhouse" -> 8123;
            case "ommongodb" -> 27017;
            case "omhiredis" -> 6379;
            case "ommysql" -> MYSQL_PORT;
            case "ompgsql" -> POSTGRESQL_PORT;
            case "omrabbitmq", "omamqp1" -> 5672;
            case "omsnmp" -> 162;
            case "ommail" -> 25;
            default -> 0;
        };
    }

    private static String withoutTemplate(String text) {
        int semicolon = text.lastIndexOf(';');
        return (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !TextCursor.isBlank(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
