package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import dev.slipway.parse.UnitFiles.Setting;
import dev.slipway.schedule.Zones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads systemd's timers. */
final class TimersParser implements Parser {
    private static final String PROBE = "timers";
    private static final String GENERATED_FROM_CRONTAB = "/run/systemd/generator/cron-";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double MICROSECONDS = 1_000_000;

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        List<Job> jobs = new ArrayList<>(soFar.jobs());
        List<Gap> gaps = new ArrayList<>(soFar.gaps());
        Optional<EvidenceItem> shown = evidence.command(PROBE, "timers");
        if (shown.isPresent()) {
            jobs.addAll(ofSystemctl(evidence, shown.get(), soFar));
            Stream.of(PROBE, "units").forEach(section -> gaps.addAll(Gaps.of(evidence, PROBE, section, "jobs")));
        } else {
            jobs.addAll(ofFiles(evidence, soFar));
            gaps.addAll(Gaps.of(evidence, PROBE, "unit-files", "jobs"));
        }
        return soFar.with(
                facts -> facts.jobs(jobs).gaps(gaps.stream().distinct().toList()));
    }

    private static List<Job> ofSystemctl(Evidence evidence, EvidenceItem shown, HostFacts soFar) {
        UnitFiles files = evidence.command(PROBE, "units").map(UnitFiles::ofCat).orElseGet(UnitFiles::new);
        SortedMap<String, SortedMap<String, String>> services = new TreeMap<>();
        evidence.command(PROBE, "services")
                .ifPresent(item ->
                        UnitProperties.of(item).forEach(block -> services.put(block.value("Id"), block.values())));
        List<Job> jobs = new ArrayList<>();
        for (UnitProperties block : UnitProperties.of(shown)) {
            SortedMap<String, String> timer = block.values();
            String name = value(timer, "Id");
            boolean fromCrontab = value(timer, "FragmentPath").startsWith(GENERATED_FROM_CRONTAB);
            if (name.endsWith(".timer") && !fromCrontab) {
                SortedMap<String, String> service = services.getOrDefault(value(timer, "Unit"), new TreeMap<>());
                List<Setting> serviceSettings = files.settings(paths(service), "Service");
                TimerUnit unit = new TimerUnit(name, files.settings(paths(timer), "Timer"), serviceSettings);
                Job job = unit.job(soFar.host().timeZone(), shown.at(0, name));
                jobs.add(state(shape(job, timer, service), timer, service));
            }
        }
        return jobs;
    }

    /** What systemctl says where the unit files do not: units that are generated or transient have none. */
    private static Job shape(Job job, SortedMap<String, String> timer, SortedMap<String, String> service) {
        String user = value(service, "User");
        String schedule = job.schedule().isEmpty() ? triggers(timer) : job.schedule();
        return job.withSchedule(schedule).withUser(user.isEmpty() ? job.user() : Fact.known(user));
    }

    /** {@code OnCalendar=*-*-* 01:30:00} from {@code { OnCalendar=*-*-* 01:30:00 ; next_elapse=... }}. */
    private static String triggers(SortedMap<String, String> timer) {
        return Stream.of(value(timer, "TimersCalendar"), value(timer, "TimersMonotonic"))
                .filter(text -> text.startsWith("{ ") && text.contains(" ; "))
                .map(text -> text.substring(2, text.indexOf(" ; ")).replace("USec=", "Sec="))
                .reduce((first, second) -> first + " " + second)
                .orElse("");
    }

    private static Job state(Job job, SortedMap<String, String> timer, SortedMap<String, String> service) {
        String state = value(timer, "ActiveState");
        String inactive = state.equals("active") ? "" : "the timer is " + (state.isEmpty() ? "not loaded" : state);
        if (inactive.isEmpty() && value(service, "LoadState").equals("not-found")) {
            inactive = "the service that it starts does not exist";
        } else if (!inactive.isEmpty() && value(timer, "ConditionResult").equals("no")) {
            inactive += ": its conditions were not met";
        }
        Fact<String> lastRun = lastRun(value(timer, "LastTriggerUSec"), job.timeZone());
        return job.withActive(inactive.isEmpty())
                .withInactiveReason(inactive)
                .withLastRun(lastRun)
                .withLastRunSeconds(seconds(service).or(job.lastRunSeconds()));
    }

    private static Fact<Double> seconds(SortedMap<String, String> service) {
        String start = value(service, "ExecMainStartTimestampMonotonic");
        String end = value(service, "ExecMainExitTimestampMonotonic");
        boolean ran = start.matches("[1-9]\\d{0,17}") && end.matches("[1-9]\\d{0,17}");
        return ran && Long.parseLong(end) >= Long.parseLong(start)
                ? Fact.known((Long.parseLong(end) - Long.parseLong(start)) / MICROSECONDS)
                : Fact.unknown("it has not run since the host started");
    }

    /** {@code Tue 2026-11-24 19:38:08 UTC}; other zones by the host's own. */
    private static Fact<String> lastRun(String stamp, String zone) {
        String[] words = stamp.split(" ", -1);
        if (words.length < 3) {
            return Fact.known("");
        }
        try {
            LocalDateTime at = LocalDateTime.parse(words[1] + " " + words[2].replaceFirst("\\..*", ""), STAMP);
            boolean utc = words.length > 3 && words[3].equals("UTC");
            Optional<Instant> instant = utc
                    ? Optional.of(at.toInstant(ZoneOffset.UTC))
                    : Zones.of(zone).map(id -> at.atZone(id).toInstant());
            return Fact.of(instant.map(Instant::toString), "the host's time zone is not known");
        } catch (DateTimeException e) {
            return Fact.unknown("not a time: " + stamp);
        }
    }

    private static List<Job> ofFiles(Evidence evidence, HostFacts soFar) {
        UnitFiles files = new UnitFiles();
        List<EvidenceItem> items = evidence.read(PROBE, "unit-files").toList();
        items.forEach(files::addFile);
        SortedMap<String, EvidenceItem> timers = new TreeMap<>();
        items.stream()
                .filter(item -> item.name().endsWith(".timer") && !item.name().contains(".wants/"))
                .forEach(item -> timers.putIfAbsent(CronTables.name(item.name()), item));
        List<Job> jobs = new ArrayList<>();
        timers.forEach((name, item) -> {
            List<Setting> timer = files.settings(List.of(item.name()), "Timer");
            String service = CronTables.directory(item.name()) + "/" + TimerUnit.started(name, timer);
            boolean wanted = files.has("/etc/systemd/system/timers.target.wants/" + name);
            TimerUnit unit = new TimerUnit(name, timer, files.settings(List.of(service), "Service"));
            jobs.add(unit.job(soFar.host().timeZone(), item.at(0, name))
                    .withActive(wanted)
                    .withInactiveReason(wanted ? "" : "the timer is not enabled")
                    .withLastRun(Fact.unknown("systemctl is not there"))
                    .withLastRunSeconds(Fact.unknown("systemctl is not there")));
        });
        return jobs;
    }

    private static List<String> paths(SortedMap<String, String> unit) {
        return Stream.concat(
                        Stream.of(value(unit, "FragmentPath")),
                        Stream.of(value(unit, "DropInPaths").split(" ")))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private static String value(SortedMap<String, String> block, String key) {
        return block.getOrDefault(key, "");
    }
}
