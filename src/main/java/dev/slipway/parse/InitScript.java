package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One script of /etc/init.d: its header of LSB or chkconfig, and what its commands say. */
final class InitScript {
    private static final Pattern REQUIRED = Pattern.compile("#\\s*(?:Required|Should)-Start:\\s*(.*)");
    private static final Pattern PID_FILE = Pattern.compile("#\\s*pidfile:\\s*(/\\S+)");
    private static final List<String> PID_VARIABLES =
            List.of("pidfile", "PIDFILE", "PID_FILE", "PIDFile", "pid_file", "PID");
    private static final List<String> USERS = List.of(
            "command_user",
            "RUN_AS",
            "RUN_AS_USER",
            "RUNAS",
            "APP_USER",
            "APPUSER",
            "DAEMON_USER",
            "SERVICE_USER",
            "USER");
    private static final Pattern ACCOUNT = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)(?::\\S+)?");

    private final SourceFile file;
    private final PidFiles pids;
    private final String name;
    private final ScriptText text;

    InitScript(SourceFile file, PidFiles pids) {
        this.file = file;
        this.pids = pids;
        this.name = CronTables.name(file.path());
        this.text = new ScriptText(name, file.lines());
    }

    /** Where daemons of this name leave their number if nothing else is said. */
    static List<String> usualPidFiles(String name) {
        return List.of(
                "/run/" + name + ".pid",
                "/run/" + name + "/" + name + ".pid",
                "/run/" + name + "d.pid",
                "/run/" + name + "/pid");
    }

    /** The unit with what the script adds to it. */
    Unit describe(Unit unit) {
        SortedMap<String, String> environment = new TreeMap<>(unit.environment());
        text.exported().forEach(environment::putIfAbsent);
        String directory = text.variable(List.of("directory"));
        String output = text.variable(List.of("output_log"));
        Fact<Integer> pid = pids.process(pidFiles());
        return unit.with(u -> u.user(unit.user().isEmpty() ? user() : unit.user())
                .environment(environment)
                .environmentFiles(environmentFiles(unit))
                .workingDirectory(directory.startsWith("/") ? directory : text.directory())
                .openFileLimit(unit.openFileLimit() == 0 ? text.openFiles() : unit.openFileLimit())
                .standardOutput(output(unit, output.isEmpty() ? text.output() : output))
                .after(unit.after().isEmpty() ? after() : unit.after())
                .mainPid(unit.mainPid().orElse(0) > 0 ? unit.mainPid() : pid.or(unit.mainPid()))
                .restart(unit.restart().isEmpty() ? restart() : unit.restart())
                .evidence(evidence(unit)));
    }

    private String user() {
        return text.user()
                .or(() -> Optional.of(text.variable(USERS)))
                .map(ACCOUNT::matcher)
                .filter(Matcher::matches)
                .map(account -> account.group(1))
                .orElse("");
    }

    private List<String> environmentFiles(Unit unit) {
        List<String> files = new ArrayList<>(unit.environmentFiles());
        text.sourced().stream().filter(path -> !files.contains(path)).forEach(files::add);
        return files;
    }

    private static String output(Unit unit, String path) {
        return unit.manager().equals("systemd") || path.isEmpty() ? unit.standardOutput() : "file:" + path;
    }

    /** OpenRC starts a program again only if it is told to supervise it. */
    private String restart() {
        return text.variable(List.of("supervisor")).isEmpty() ? "no" : "always";
    }

    private List<String> pidFiles() {
        List<String> paths = new ArrayList<>();
        header(PID_FILE).forEach(paths::add);
        PID_VARIABLES.stream()
                .map(text::variable)
                .filter(path -> path.startsWith("/"))
                .forEach(paths::add);
        paths.addAll(usualPidFiles(name));
        return paths;
    }

    private List<String> after() {
        return header(REQUIRED)
                .flatMap(names -> Stream.of(names.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> header(Pattern pattern) {
        return file.lines().stream()
                .limit(100)
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    private List<EvidenceLine> evidence(Unit unit) {
        List<EvidenceLine> evidence = new ArrayList<>(unit.evidence());
        if (evidence.stream().noneMatch(line -> line.item().equals(file.path()))) {
            evidence.add(file.at(0));
        }
        return evidence;
    }
}
