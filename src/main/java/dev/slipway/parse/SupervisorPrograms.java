package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs of supervisord: sections {@code [program:x]} in its configuration and in what that includes. */
final class SupervisorPrograms {
    private static final Pattern SECTION = Pattern.compile("(?:program|fcgi-program|eventlistener):\\s*(.+)");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("([A-Za-z_]\\w*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^,\"']*))");
    /** What supervisord does where nothing is said. */
    private static final String DEFAULT_STOP_SECONDS = "10";

    private SupervisorPrograms() {}

    static List<Unit> of(Evidence evidence) {
        List<Unit> units = new ArrayList<>();
        for (SourceFile file : HostFiles.of(evidence, "units", "supervisord").all()) {
            ConfigText config = IniText.parse(file.text());
            TreeSet<String> sections = new TreeSet<>();
            config.entries().forEach(entry -> sections.add(entry.section()));
            for (String section : sections) {
                Matcher program = SECTION.matcher(section);
                if (program.matches()) {
                    units.add(new Program(program.group(1), section, config, file).unit());
                }
            }
        }
        return units;
    }

    /** One section. */
    private record Program(String name, String section, ConfigText config, SourceFile file) {

        private Unit unit() {
            boolean starts = !value("autostart").equalsIgnoreCase("false");
            int line = entry("command").map(ConfigEntry::line).orElse(0);
            return Unit.unread("supervisor:" + name, "supervisord")
                    .with(unit -> unit.state(Fact.known(starts ? "enabled" : "inactive"))
                            .file(file.path())
                            .execStart(command())
                            .type("simple")
                            .user(value("user"))
                            .workingDirectory(value("directory"))
                            .environment(environment())
                            .restart(restart())
                            .killSignal(UnitSettings.signal(value("stopsignal")))
                            .stopTimeoutSeconds(seconds())
                            .standardOutput(output())
                            .mainPid(Fact.unknown("supervisord was not asked"))
                            .evidence(List.of(file.at(line))));
        }

        /** As the line has it, for quotes belong to it. */
        private List<String> command() {
            return entry("command")
                    .map(entry -> {
                        String line = file.lines().get(entry.line() - 1);
                        String whole = line.substring(line.indexOf('=') + 1).strip();
                        return whole.startsWith("\"") || whole.startsWith("'") ? whole : entry.value();
                    })
                    .stream()
                    .toList();
        }

        private SortedMap<String, String> environment() {
            SortedMap<String, String> environment = new TreeMap<>();
            Matcher assignment = ASSIGNMENT.matcher(value("environment"));
            while (assignment.find()) {
                int group = assignment.group(2) != null ? 2 : assignment.group(3) != null ? 3 : 4;
                environment.put(assignment.group(1), assignment.group(group).strip());
            }
            return environment;
        }

        private String restart() {
            return switch (value("autorestart").toLowerCase(Locale.ROOT)) {
                case "true" -> "always";
                case "false" -> "no";
                default -> "on-failure";
            };
        }

        private long seconds() {
            String text = value("stopwaitsecs").isEmpty() ? DEFAULT_STOP_SECONDS : value("stopwaitsecs");
            return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
        }

        private String output() {
            String file = value("stdout_logfile");
            return file.equalsIgnoreCase("none") || file.equals("/dev/null")
                    ? "null"
                    : file.startsWith("/") ? "file:" + file : file;
        }

        private Optional<ConfigEntry> entry(String key) {
            return config.find(section, key);
        }

        private String value(String key) {
            return entry(key).map(ConfigEntry::value).orElse("");
        }
    }
}
