package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Unit;
import dev.slipway.parse.UnitFiles.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The section {@code [Service]} of unit files, as it is written. */
final class UnitSettings {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final List<String> SIGNALS = List.of(
            "",
            "SIGHUP",
            "SIGINT",
            "SIGQUIT",
            "",
            "",
            "SIGABRT",
            "",
            "",
            "SIGKILL",
            "SIGUSR1",
            "",
            "SIGUSR2",
            "",
            "",
            "SIGTERM",
            "",
            "SIGCHLD",
            "SIGCONT",
            "SIGSTOP",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "SIGWINCH");

    private final List<String> starts = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private final List<String> stops = new ArrayList<>();
    private final List<String> environmentFiles = new ArrayList<>();
    private final SortedMap<String, String> environment = new TreeMap<>();
    private final SortedMap<String, String> single = new TreeMap<>();
    private final List<EvidenceLine> evidence = new ArrayList<>();

    private UnitSettings() {}

    /** The unit with these settings; the last of a kind counts, and an empty one takes back a list. */
    static Unit apply(Unit unit, List<Setting> settings) {
        UnitSettings service = new UnitSettings();
        settings.forEach(service::add);
        return service.applyTo(unit);
    }

    private void add(Setting setting) {
        switch (setting.key()) {
            case "ExecStart" -> addCommand(starts, setting);
            case "ExecStartPre" -> addCommand(before, setting);
            case "ExecStop" -> addCommand(stops, setting);
            case "EnvironmentFile" ->
                addOrReset(environmentFiles, setting.value().replaceFirst("^-", ""));
            case "Environment" -> UnitEnvironment.add(setting.value(), environment);
            default -> single.put(setting.key(), setting.value());
        }
    }

    private void addCommand(List<String> commands, Setting setting) {
        addOrReset(commands, setting.value());
        if (!setting.value().isEmpty()) {
            evidence.add(setting.evidence());
        }
    }

    private static void addOrReset(List<String> list, String value) {
        if (value.isEmpty()) {
            list.clear();
        } else {
            list.add(value);
        }
    }

    private Unit applyTo(Unit unit) {
        return unit.with(u -> u.execStart(starts)
                .execStartPre(before)
                .execStop(stops)
                .environment(environment)
                .environmentFiles(environmentFiles)
                .type(value("Type"))
                .user(value("User"))
                .workingDirectory(value("WorkingDirectory").replaceFirst("^-", ""))
                .restart(value("Restart"))
                .killSignal(signal(value("KillSignal")))
                .stopTimeoutSeconds(TimeSpan.seconds(value("TimeoutStopSec")).orElse(0))
                .openFileLimit(limit(value("LimitNOFILE")))
                .standardOutput(value("StandardOutput"))
                .evidence(evidence));
    }

    private String value(String key) {
        return single.getOrDefault(key, "");
    }

    /** The soft limit of {@code soft:hard}; none if there is no end to it. */
    private static long limit(String value) {
        String soft = value.replaceFirst(":.*", "");
        return NUMBER.matcher(soft).matches() ? Long.parseLong(soft) : 0;
    }

    /** The name of a signal that is given by name or number; SIGTERM if none is. */
    static String signal(String value) {
        if (value.isEmpty()) {
            return "SIGTERM";
        }
        boolean known = NUMBER.matcher(value).matches() && Integer.parseInt(value) < SIGNALS.size();
        String name = known ? SIGNALS.get(Integer.parseInt(value)) : "";
        return name.isEmpty() ? value.matches("[A-Z].*") && !value.startsWith("SIG") ? "SIG" + value : value : name;
    }
}
