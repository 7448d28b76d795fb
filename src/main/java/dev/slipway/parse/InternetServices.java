package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What xinetd and inetd start when somebody connects. */
final class InternetServices {
    private static final Pattern BEGIN = Pattern.compile("service\\s+(\\S+)\\s*\\{?");
    private static final Pattern SETTING = Pattern.compile("(\\w+)\\s*[+-]?=\\s*(.*)");
    private static final String NOT_ASKED = "it starts when somebody connects";

    private InternetServices() {}

    static List<Unit> of(Evidence evidence) {
        List<Unit> units = new ArrayList<>();
        for (SourceFile file : HostFiles.of(evidence, "units", "tables").all()) {
            if (file.path().startsWith("/etc/xinetd.d/")) {
                addXinetd(file, units);
            } else if (file.path().equals("/etc/inetd.conf")) {
                addInetd(file, units);
            }
        }
        return units;
    }

    private static void addXinetd(SourceFile file, List<Unit> units) {
        String name = "";
        EvidenceLine at = file.at(0);
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i).strip();
            Matcher begin = BEGIN.matcher(line);
            Matcher setting = SETTING.matcher(line);
            if (begin.matches()) {
                name = begin.group(1);
                at = file.at(i + 1);
                values.clear();
            } else if (line.equals("}") && !name.isEmpty()) {
                boolean builtIn = values.getOrDefault("type", "").contains("INTERNAL");
                if (!builtIn) {
                    units.add(xinetd(name, values, file, at));
                }
                name = "";
            } else if (setting.matches() && !line.startsWith("#")) {
                values.put(setting.group(1), setting.group(2).strip());
            }
        }
    }

    private static Unit xinetd(String name, SortedMap<String, String> values, SourceFile file, EvidenceLine at) {
        boolean disabled = values.getOrDefault("disable", "no").equals("yes");
        String command = (values.getOrDefault("server", "") + " " + values.getOrDefault("server_args", "")).strip();
        String port = values.getOrDefault("port", "");
        String bind = values.getOrDefault("bind", values.getOrDefault("interface", "0.0.0.0"));
        return service("xinetd:" + name, command, values.getOrDefault("user", ""), file, at)
                .with(unit -> unit.state(Fact.known(disabled ? "inactive" : "enabled"))
                        .environment(environment(values.getOrDefault("env", "")))
                        .listens(port.isEmpty() || disabled ? List.of() : List.of(bind + ":" + port)));
    }

    private static SortedMap<String, String> environment(String text) {
        SortedMap<String, String> environment = new TreeMap<>();
        if (!text.isEmpty()) {
            UnitEnvironment.add(text, environment);
        }
        return environment;
    }

    /** {@code ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd}. */
    private static void addInetd(SourceFile file, List<Unit> units) {
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i).strip();
            String[] words = line.split("\\s+", 6);
            boolean service = words.length == 6 && !line.startsWith("#") && !words[5].startsWith("internal");
            if (service) {
                List<String> listens =
                        words[0].matches("\\d{1,5}") ? List.of("0.0.0.0:" + words[0]) : List.<String>of();
                String user = words[4].replaceFirst("[.:/].*", "");
                units.add(service("xinetd:" + words[0], words[5], user, file, file.at(i + 1))
                        .with(unit -> unit.state(Fact.known("enabled")).listens(listens)));
            }
        }
    }

    private static Unit service(String name, String command, String user, SourceFile file, EvidenceLine at) {
        return Unit.unread(name, "xinetd")
                .with(unit -> unit.file(file.path())
                        .execStart(command.isEmpty() ? List.of() : List.of(command))
                        .type("simple")
                        .user(user)
                        .restart("no")
                        .killSignal("SIGTERM")
                        .mainPid(Fact.unknown(NOT_ASKED))
                        .evidence(List.of(at)));
    }
}
