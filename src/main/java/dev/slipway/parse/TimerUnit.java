package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Job;
import dev.slipway.facts.Job.Origin;
import dev.slipway.parse.UnitFiles.Setting;
import dev.slipway.schedule.OsJobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A timer with the service that it starts, as a job. */
final class TimerUnit {
    private static final Set<String> TRIGGERS =
            Set.of("OnCalendar", "OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec", "OnUnitInactiveSec");
    private static final Set<String> SHAPES =
            Set.of("Persistent", "RandomizedDelaySec", "AccuracySec", "FixedRandomDelay");
    private static final Pattern ZONE = Pattern.compile(".*\\s([A-Z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2})");

    private final String name;
    private final List<Setting> triggers = new ArrayList<>();
    private final List<Setting> shapes = new ArrayList<>();
    private final List<Setting> commands = new ArrayList<>();
    private final SortedMap<String, String> environment = new TreeMap<>();
    private String user = "";

    TimerUnit(String name, List<Setting> timer, List<Setting> service) {
        this.name = name;
        for (Setting setting : timer) {
            if (TRIGGERS.contains(setting.key())) {
                addOrReset(triggers, setting);
            } else if (SHAPES.contains(setting.key())) {
                shapes.removeIf(earlier -> earlier.key().equals(setting.key()));
                shapes.add(setting);
            }
        }
        service.forEach(this::addService);
    }

    /** The unit that a timer's own settings name; the service of the same name if they name none. */
    static String started(String timer, List<Setting> settings) {
        return settings.stream()
                .filter(setting ->
                        setting.key().equals("Unit") && !setting.value().isEmpty())
                .reduce((earlier, later) -> later)
                .map(Setting::value)
                .orElse(timer.replaceFirst("\\.timer$", ".service"));
    }

    private void addService(Setting setting) {
        switch (setting.key()) {
            case "User" -> user = setting.value();
            case "ExecStart" -> addOrReset(commands, setting);
            case "Environment" -> UnitEnvironment.add(setting.value(), environment);
            default -> {}
        }
    }

    private static void addOrReset(List<Setting> list, Setting setting) {
        if (setting.value().isEmpty()) {
            list.clear();
        } else {
            list.add(setting);
        }
    }

    /** The job; what runs and when is as the unit files have it. */
    Job job(Fact<String> hostZone, EvidenceLine otherwise) {
        List<String> schedule = new ArrayList<>();
        triggers.forEach(trigger -> schedule.add(trigger.key() + "=" + trigger.value()));
        shapes.forEach(shape -> schedule.add(shape.key() + "=" + shape.value()));
        List<EvidenceLine> evidence = new ArrayList<>();
        triggers.forEach(trigger -> evidence.add(trigger.evidence()));
        commands.forEach(command -> evidence.add(command.evidence()));
        return new Job(
                name,
                name,
                triggers.isEmpty() ? 0 : triggers.get(0).line(),
                Origin.TIMER,
                "systemd",
                Fact.known(user.isEmpty() ? "root" : user),
                String.join(" ", schedule),
                String.join(" ; ", commands.stream().map(Setting::value).toList()),
                environment,
                true,
                "",
                OsJobs.brings(name),
                zone().orElse(hostZone.orElse("")),
                Fact.unknown("not bound to a workload yet"),
                Fact.known(""),
                Fact.unknown("it has not run since the host started"),
                evidence.isEmpty() ? List.of(otherwise) : evidence);
    }

    private Optional<String> zone() {
        return triggers.stream()
                .filter(trigger -> trigger.key().equals("OnCalendar"))
                .map(trigger -> ZONE.matcher(trigger.value()))
                .filter(Matcher::matches)
                .map(zone -> zone.group(1))
                .findFirst();
    }
}
