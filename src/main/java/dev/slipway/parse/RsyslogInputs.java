package dev.slipway.parse;

import dev.slipway.parse.RsyslogStatement.Configured;
import dev.slipway.parse.RsyslogStatement.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where rsyslog takes messages from: its input modules, in both forms of its language. */
final class RsyslogInputs {
    /** Modules that take messages as soon as they are loaded. */
    private static final List<String> LOADED_IS_ENOUGH =
            List.of("imuxsock", "imklog", "imkmsg", "imjournal", "imsolaris", "imdocker");

    private static final SortedMap<String, String> SERVERS = new TreeMap<>();

    static {
        SERVERS.put("udpserverrun", "imudp");
        SERVERS.put("inputtcpserverrun", "imtcp");
        SERVERS.put("inputptcpserverrun", "imptcp");
        SERVERS.put("inputrelpserverrun", "imrelp");
        SERVERS.put("inputgssserverrun", "imgssapi");
        SERVERS.put("rebootserverrun", "im3195");
    }

    private final SyslogFindings findings;
    private final SortedMap<String, String> settings = new TreeMap<>();

    /** Directives that loaded such a module; what else belongs to it may stand anywhere in the file. */
    private final List<Directive> loaded = new ArrayList<>();

    RsyslogInputs(SyslogFindings findings) {
        this.findings = findings;
    }

    void directive(Directive directive) {
        String name = directive.name();
        if (name.equals("modload")) {
            if (LOADED_IS_ENOUGH.contains(RsyslogConfiguration.moduleName(directive.value()))) {
                loaded.add(directive);
            }
        } else if (name.equals("inputrunfilemonitor")) {
            findings.input("imfile", setting("inputfilename"), setting("inputfiletag"), directive.at());
        } else if (name.equals("addunixlistensocket")) {
            findings.input("imuxsock", directive.value(), "", directive.at());
        } else if (SERVERS.containsKey(name)) {
            String address = name.equals("udpserverrun") ? setting("udpserveraddress") : "";
            findings.input(SERVERS.get(name), listen(address, directive.value()), "", directive.at());
        } else {
            settings.put(name, unquoted(directive.value()));
        }
    }

    void object(Configured object) {
        if (object.name().equals("input")) {
            input(object);
        } else if (object.name().equals("module")) {
            String module = RsyslogConfiguration.moduleName(object.value("load"));
            boolean off = module.equals("imuxsock") && object.off("syssock.use");
            if (LOADED_IS_ENOUGH.contains(module) && !off) {
                findings.input(module, object.value("syssock.name"), "", object.at());
            }
        }
    }

    /** To be called at the end of the configuration. */
    void finish() {
        for (Directive directive : loaded) {
            String module = RsyslogConfiguration.moduleName(directive.value());
            boolean off =
                    module.equals("imuxsock") && setting("omitlocallogging").equalsIgnoreCase("on");
            if (!off) {
                String socket = module.equals("imuxsock") ? setting("systemlogsocketname") : "";
                findings.input(module, socket, "", directive.at());
            }
        }
    }

    private void input(Configured input) {
        String kind = RsyslogConfiguration.moduleName(input.value("type"));
        String tag = input.value("tag");
        switch (kind) {
            case "imfile" -> findings.input(kind, input.value("file"), tag, input.at());
            case "imuxsock" -> findings.input(kind, input.value("socket"), tag, input.at());
            case "improg" -> findings.input(kind, input.value("binary"), tag, input.at());
            case "imkafka" -> findings.input(kind, String.join(",", input.values("broker")), tag, input.at());
            default -> {
                String path = input.value("path");
                List<String> ports = input.values("port").isEmpty() ? List.of("") : input.values("port");
                for (String port : ports) {
                    findings.input(kind, path.isEmpty() ? listen(input.value("address"), port) : path, tag, input.at());
                }
            }
        }
    }

    private static String listen(String address, String port) {
        String host = address.isEmpty() ? "*" : address.contains(":") ? "[" + address + "]" : address;
        String number = port.isEmpty() ? String.valueOf(SyslogFindings.SYSLOG_PORT) : port;
        return host + ":" + number;
    }

    private String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
