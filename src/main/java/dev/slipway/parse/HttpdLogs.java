package dev.slipway.parse;

import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The logs that an Apache HTTP server writes: to files, through a pipe, to syslog. */
final class HttpdLogs {
    private static final List<String> NAMES =
            List.of("errorlog", "customlog", "globallog", "transferlog", "jklogfile", "forensiclog", "rewritelog");
    private static final Pattern PROGRAM = Pattern.compile("\\|+\\$?\\s*(\\S+)(?:\\s.*?)?(?:\\s(/[^\\s\"']+).*)?");

    private final List<ConfigDirective> directives;
    private final HttpdConfiguration configuration;
    private final ConfigurationFacts facts;

    HttpdLogs(List<ConfigDirective> directives, HttpdConfiguration configuration, ConfigurationFacts facts) {
        this.directives = directives;
        this.configuration = configuration;
        this.facts = facts;
    }

    void read() {
        ConfigDirective.all(directives).stream()
                .filter(directive -> NAMES.contains(directive.name()))
                .filter(directive -> !directive.argument(0).isEmpty())
                .forEach(this::log);
    }

    private void log(ConfigDirective directive) {
        String target = directive.argument(0);
        if (target.startsWith("|")) {
            piped(target, directive);
        } else if (target.equals("syslog") || target.startsWith("syslog:")) {
            facts.add(log(target, Via.SYSLOG, Fact.known(""), directive));
        } else if (!target.contains("$")) {
            Fact<String> rotatedBy = Fact.unknown("httpd itself rotates nothing");
            facts.add(log(configuration.absolute(target), Via.FILE, rotatedBy, directive));
        }
    }

    private void piped(String target, ConfigDirective directive) {
        Matcher program = PROGRAM.matcher(target);
        if (!program.matches()) {
            return;
        }
        String name = program.group(1).substring(program.group(1).lastIndexOf('/') + 1);
        if (name.equals("rotatelogs") || name.equals("cronolog")) {
            String path = program.group(2);
            if (path != null) {
                facts.add(log(
                        path.replaceAll("%[A-Za-z](?:[-_.]?%[A-Za-z])*", "*"), Via.FILE, Fact.known(name), directive));
            }
        } else if (name.equals("logger")) {
            facts.add(log("syslog", Via.SYSLOG, Fact.known(""), directive));
        }
    }

    private static LogFile log(String path, Via via, Fact<String> rotatedBy, ConfigDirective directive) {
        boolean output = path.matches("/dev/(?:stdout|stderr)|/proc/self/fd/[12]");
        return LogFile.unread(output ? "stdout" : path, output ? Via.STDOUT : via)
                .with(log -> log.writer("httpd").rotatedBy(rotatedBy).evidence(List.of(directive.evidence())));
    }
}
