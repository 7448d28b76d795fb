package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import dev.slipway.parse.TomcatContext.Descriptor;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The logs that Tomcat's own files name: access logs of valves, and the file that takes its standard output. */
final class TomcatLogs {
    private static final String SERVER = "/conf/server.xml";
    private static final String SCRIPT = "/bin/setenv.sh";
    private static final Pattern OUTPUT = Pattern.compile("\\s*(?:export\\s+)?CATALINA_OUT=[\"']?([^\"'\\s;]+).*");

    private final HostFiles files;
    private final List<HostProcess> processes;
    private final ConfigurationFacts facts;

    TomcatLogs(HostFiles files, HostFacts soFar, ConfigurationFacts facts) {
        this.files = files;
        this.processes = soFar.processes();
        this.facts = facts;
    }

    void read() {
        for (SourceFile file : files.all()) {
            if (file.path().endsWith(SERVER)) {
                accessLogs(file, file.path().substring(0, file.path().length() - SERVER.length()));
            } else if (file.path().endsWith(SCRIPT)) {
                output(file, file.path().substring(0, file.path().length() - SCRIPT.length()));
            }
        }
    }

    private void accessLogs(SourceFile file, String base) {
        TomcatVariables variables = TomcatVariables.of(base, files, processes);
        // what is wrong with the file has been said where its connectors were read
        XmlFile xml = XmlFile.read(file, new ConfigurationFacts());
        for (Descriptor valve : new TomcatServer(xml).valves().toList()) {
            XmlElement element = valve.element();
            if (element.attribute("className").endsWith("AccessLogValve")) {
                accessLog(base, element, variables, valve.evidence());
            }
        }
    }

    private void accessLog(String base, XmlElement valve, TomcatVariables variables, EvidenceLine evidence) {
        boolean rotates = !valve.attribute("rotatable").equals("false");
        String directory = variables.resolve(attribute(valve, "directory", "logs"));
        String name = attribute(valve, "prefix", "access_log") + (rotates ? ".*" : "") + valve.attribute("suffix");
        String path = (directory.startsWith("/") ? directory : base + "/" + directory) + "/" + name;
        String days = attribute(valve, "maxDays", "0");
        Fact<Integer> kept = days.matches("\\d{1,5}")
                ? Fact.known(Integer.parseInt(days))
                : days.equals("-1") ? Fact.known(0) : Fact.unknown("maxDays is " + days);
        facts.add(LogFile.unread(path.replace("..*", ".*"), Via.FILE)
                .with(log -> log.writer("tomcat")
                        .rotatedBy(Fact.known(rotates ? "tomcat" : ""))
                        .keptDays(rotates ? kept : Fact.unknown("nothing begins a new file"))
                        .evidence(List.of(evidence))));
    }

    private static String attribute(XmlElement element, String name, String otherwise) {
        return element.has(name) ? element.attribute(name) : otherwise;
    }

    private void output(SourceFile file, String base) {
        TomcatVariables variables = TomcatVariables.of(base, files, processes);
        for (int i = 0; i < file.lines().size(); i++) {
            Matcher line = OUTPUT.matcher(file.lines().get(i));
            if (!line.matches()) {
                continue;
            }
            String path = variables.resolve(
                    line.group(1).replaceAll("\\$\\{?CATALINA_(?:BASE|HOME)}?", Matcher.quoteReplacement(base)));
            if (path.startsWith("/") && !path.startsWith("/dev/") && !path.contains("$")) {
                EvidenceLine evidence = file.at(i + 1);
                facts.add(LogFile.unread(path, Via.FILE)
                        .with(log -> log.writer("tomcat")
                                .rotatedBy(Fact.unknown("Tomcat does not rotate its standard output"))
                                .evidence(List.of(evidence))));
            }
        }
    }
}
