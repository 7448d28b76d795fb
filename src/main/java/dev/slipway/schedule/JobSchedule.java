package dev.slipway.schedule;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Job;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a job runs where it is now, whatever runs it.
 *
 * @param times the plan
 * @param catchesUp whether a run that was missed while the host was off is made up for
 * @param jitterSeconds by how much a run may start later, at random
 * @param notes what the plan leaves out, in words
 */
record JobSchedule(Times times, boolean catchesUp, long jitterSeconds, List<String> notes) {
    private static final Pattern AT = Pattern.compile("(?:at|batch, not before) (\\S+)");
    private static final Pattern FIXED = Pattern.compile("(fixed-rate|fixed-delay)=(.+)");
    private static final long MILLIS = 1000;

    JobSchedule {
        notes = List.copyOf(notes);
    }

    /** A plan. */
    sealed interface Times {

        /** By the calendar: whenever one of these rules fires. */
        record ByCalendar(List<CalendarRule> rules) implements Times {
            public ByCalendar {
                rules = List.copyOf(rules);
            }
        }

        /** When the host or the scheduler starts. */
        record AtStart() implements Times {}

        /** In a fixed distance from the last start, or from the last end. */
        record Repeating(long seconds, boolean fromEnd) implements Times {}

        /** Once. */
        record Once(Instant at) implements Times {}

        /** All the time: a loop, a program that is started again when it ends. */
        record Always() implements Times {}

        /** It is not known, and why. */
        record NotKnown(String reason) implements Times {}
    }

    static JobSchedule of(Times times) {
        return new JobSchedule(times, false, 0, List.of());
    }

    static JobSchedule notKnown(String reason) {
        return of(new Times.NotKnown(reason));
    }

    /** The plan of a job, as its own scheduler reads it. */
    static JobSchedule of(Job job) {
        if (job.origin() == Job.Origin.SUPERVISOR_LOOP) {
            return of(new Times.Always());
        }
        return switch (job.origin() == Job.Origin.RUN_PARTS ? "run-parts" : job.flavour()) {
            case "debian", "cronie", "busybox" -> ofCrontab(job.schedule(), job.flavour());
            case "kubernetes" -> ofExpression(job.schedule(), Flavour.KUBERNETES, ClockChange.FOLLOWS_THE_CLOCK);
            case "gocron" -> ofExpression(job.schedule(), Flavour.GOCRON, ClockChange.STUCK_IN_THE_SECOND_ROUND);
            case "run-parts" -> ofScript(job);
            case "anacron" -> AnacronTimes.of(job.schedule(), job.environment());
            case "systemd" -> TimerTimes.of(job.schedule());
            case "at" -> ofAt(job.schedule());
            default -> inProgram(job.flavour(), job.schedule());
        };
    }

    private static JobSchedule ofCrontab(String schedule, String flavour) {
        Flavour known = Flavour.of(flavour).orElse(Flavour.DEBIAN);
        Crontab table = Crontab.read(schedule + " command\n", known, TableKind.ROOT);
        return table.entries().stream()
                .findFirst()
                .map(entry -> of(entry, known))
                .orElseGet(() -> notKnown("its scheduler does not understand \"" + schedule + "\""));
    }

    private static JobSchedule ofExpression(String schedule, Flavour flavour, ClockChange change) {
        return GoExpression.timing(schedule, flavour)
                .map(timing -> of(times(timing, change)))
                .orElseGet(() -> notKnown("\"" + schedule + "\" is not understood"));
    }

    private static JobSchedule of(CrontabEntry entry, Flavour flavour) {
        ClockChange change = flavour == Flavour.BUSYBOX ? ClockChange.FOLLOWS_THE_CLOCK : ClockChange.VIXIE;
        Times times = times(entry.timing(), change);
        List<String> notes = entry.random()
                ? List.of("crond draws the value for ~ anew at each start; one value stands in for it")
                : List.of();
        return new JobSchedule(times, false, jitter(entry, flavour), notes);
    }

    private static long jitter(CrontabEntry entry, Flavour flavour) {
        String delay = entry.environment().getOrDefault("RANDOM_DELAY", "");
        return flavour == Flavour.CRONIE && delay.matches("\\d{1,6}") ? Long.parseLong(delay) * 60 : 0;
    }

    static Times times(Timing timing, ClockChange change) {
        if (timing instanceof Timing.AtTimes at) {
            return new Times.ByCalendar(List.of(CalendarRule.of(at.fields(), change)));
        } else if (timing instanceof Timing.Every every) {
            return new Times.Repeating(every.seconds(), false);
        }
        return new Times.AtStart();
    }

    /** When a script runs says the line that runs its directory, which is among its evidence; else the distribution's habit. */
    private static JobSchedule ofScript(Job job) {
        Flavour flavour = Flavour.of(job.flavour()).orElse(Flavour.DEBIAN);
        return job.evidence().stream()
                .flatMap(line -> ofRunner(line, flavour).stream())
                .findFirst()
                .orElseGet(() -> habit(job));
    }

    private static Optional<JobSchedule> ofRunner(EvidenceLine line, Flavour flavour) {
        if (line.item().endsWith("anacrontab")) {
            return Anacrontab.read(line.text() + "\n").jobs().stream()
                    .findFirst()
                    .map(entry -> AnacronTimes.of(entry.schedule(), entry.environment()));
        }
        TableKind kind = line.item().startsWith("/etc/cron") && !line.item().startsWith("/etc/crontabs/")
                ? TableKind.SYSTEM
                : TableKind.ROOT;
        return Crontab.read(line.text() + "\n", flavour, kind).entries().stream()
                .filter(entry ->
                        entry.command().contains("run-parts") || entry.command().contains("run-crons"))
                .findFirst()
                .map(entry -> of(entry, flavour));
    }

    private static JobSchedule habit(Job job) {
        String every = job.schedule().replaceFirst("^run-parts ", "");
        boolean busybox = job.flavour().equals("busybox");
        String five = switch (every) {
            case "15min" -> "*/15 * * * *";
            case "hourly" -> busybox ? "0 * * * *" : job.flavour().equals("cronie") ? "1 * * * *" : "17 * * * *";
            case "daily" -> busybox ? "0 2 * * *" : "25 6 * * *";
            case "weekly" -> busybox ? "0 3 * * 6" : "47 6 * * 0";
            case "monthly" -> busybox ? "0 5 1 * *" : "52 6 1 * *";
            case "yearly" -> "52 6 1 1 *";
            default -> "";
        };
        JobSchedule usual = ofCrontab(five, job.flavour());
        String note = "the line that runs its directory was not seen; " + five + " is what distributions set";
        return new JobSchedule(usual.times, false, 0, List.of(note));
    }

    private static JobSchedule ofAt(String schedule) {
        Matcher at = AT.matcher(schedule);
        try {
            return at.matches()
                    ? of(new Times.Once(Instant.parse(at.group(1))))
                    : notKnown("no time in \"" + schedule + "\"");
        } catch (DateTimeException e) {
            return notKnown("not a time: \"" + schedule + "\"");
        }
    }

    private static JobSchedule inProgram(String flavour, String schedule) {
        Matcher fixed = FIXED.matcher(schedule);
        if (fixed.matches()) {
            boolean fromEnd = fixed.group(1).equals("fixed-delay");
            OptionalLong seconds = interval(fixed.group(2).strip());
            return seconds.isPresent()
                    ? of(new Times.Repeating(Math.max(1, seconds.getAsLong()), fromEnd))
                    : notKnown("\"" + schedule + "\" of " + flavour + " is not understood");
        }
        boolean quartz = flavour.equals("quartz");
        return ProgramFields.read(schedule, quartz)
                .map(rule -> of(new Times.ByCalendar(List.of(rule))))
                .orElseGet(() -> unixInProgram(flavour, schedule));
    }

    /** Whole seconds of {@code 5000} (milliseconds), {@code PT5M}, {@code 10s}, {@code 5 minutes}. */
    private static OptionalLong interval(String text) {
        if (text.matches("\\d{1,15}")) {
            return OptionalLong.of(Long.parseLong(text) / MILLIS);
        } else if (!text.startsWith("P")) {
            return SystemdSpan.seconds(text);
        }
        try {
            return OptionalLong.of(Duration.parse(text).toSeconds());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** Five fields, as node-cron, whenever, APScheduler and celery write them. */
    private static JobSchedule unixInProgram(String flavour, String schedule) {
        Crontab table = Crontab.read(schedule + " command\n", Flavour.CRONIE, TableKind.USER);
        boolean five =
                schedule.strip().split("\\s+").length == 5 && !table.entries().isEmpty();
        return five
                ? of(times(table.entries().get(0).timing(), ClockChange.FOLLOWS_THE_CLOCK))
                : notKnown("\"" + schedule + "\" of " + flavour + " is not understood");
    }

    /** The rules of the calendar; empty if it goes by something else. */
    List<CalendarRule> rules() {
        return times instanceof Times.ByCalendar calendar ? calendar.rules() : List.of();
    }
}
