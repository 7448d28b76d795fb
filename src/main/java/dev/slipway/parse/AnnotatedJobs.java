package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Job;
import dev.slipway.facts.Setting;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jobs that annotations and schedulers in an application's own classes start. */
final class AnnotatedJobs {
    private static final Pattern ANNOTATION = Pattern.compile("(\\S+) @([\\w.$]+)\\((.*)\\)");
    private static final Pattern VALUE = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern USE = Pattern.compile("(\\S+) uses (\\S+)(?: \"(.*)\")?");

    private final EvidenceItem item;
    private final UnaryOperator<String> resolve;
    private final ConfigurationFacts facts;
    private final SortedSet<String> ids = new TreeSet<>();

    private AnnotatedJobs(EvidenceItem item, UnaryOperator<String> resolve, ConfigurationFacts facts) {
        this.item = item;
        this.resolve = resolve;
        this.facts = facts;
    }

    /**
     * Reads what the classes of one archive or directory say.
     *
     * @param resolve replaces placeholders by the application's properties
     */
    static void read(EvidenceItem item, UnaryOperator<String> resolve, ConfigurationFacts facts) {
        AnnotatedJobs jobs = new AnnotatedJobs(item, resolve, facts);
        List<String> lines = item.lines();
        for (int i = 0; i < lines.size(); i++) {
            jobs.line(lines.get(i), item.at(i + 1, lines.get(i)));
        }
    }

    private void line(String line, EvidenceLine evidence) {
        Matcher annotation = ANNOTATION.matcher(line);
        Matcher use = USE.matcher(line);
        if (annotation.matches()) {
            annotation(annotation.group(1), annotation.group(2), values(annotation.group(3)), evidence);
        } else if (use.matches()) {
            use(use, evidence);
        } else if (line.startsWith("more ") || line.equals("unreadable")) {
            facts.add(new Gap(
                    "jobs",
                    "spring",
                    item.name()
                            + (line.equals("unreadable")
                                    ? ": its table of contents could not be read"
                                    : ": not all of its classes were read"),
                    "look for schedules in its source"));
        }
    }

    private static SortedMap<String, String> values(String text) {
        SortedMap<String, String> values = new TreeMap<>();
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            values.put(value.group(1), value.group(2).replaceAll("\\\\(.)", "$1"));
        }
        return values;
    }

    private void annotation(String place, String type, SortedMap<String, String> values, EvidenceLine evidence) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        switch (name) {
            case "Scheduled" -> scheduled(place, flavour(type), values, evidence);
            case "Schedule" -> job(place, "ejb", timetable(values), values.getOrDefault("timezone", ""), evidence);
            case "SchedulerLock", "XxlJob", "EnableScheduling" ->
                facts.add(new Setting(
                        "java",
                        name,
                        values.getOrDefault("name", values.getOrDefault("value", "")),
                        place,
                        "",
                        List.of(evidence)));
            default -> {}
        }
    }

    private static String flavour(String type) {
        return type.contains("quarkus") ? "quarkus" : type.contains("micronaut") ? "micronaut" : "spring";
    }

    private void scheduled(String place, String flavour, SortedMap<String, String> values, EvidenceLine evidence) {
        String zone = resolve.apply(values.getOrDefault("zone", values.getOrDefault("timeZone", "")));
        values.forEach((name, value) -> {
            switch (name) {
                case "cron" -> job(place, flavour, resolve.apply(value), zone, evidence);
                case "fixedRate", "fixedRateString", "every" ->
                    job(place, flavour, "fixed-rate=" + interval(value, values), zone, evidence);
                case "fixedDelay", "fixedDelayString" ->
                    job(place, flavour, "fixed-delay=" + interval(value, values), zone, evidence);
                default -> {}
            }
        });
    }

    /** Milliseconds, or what is written where that is no number: {@code PT5M}, {@code 10s}. */
    private String interval(String written, SortedMap<String, String> values) {
        String value = resolve.apply(written);
        if (!value.matches("\\d{1,12}")) {
            return value;
        }
        String unit = values.getOrDefault("timeUnit", "MILLISECONDS");
        for (TimeUnit known : TimeUnit.values()) {
            if (known.name().equals(unit)) {
                return String.valueOf(known.toMillis(Long.parseLong(value)));
            }
        }
        return value + " " + unit.toLowerCase(Locale.ROOT);
    }

    /** The fields of EJB's annotation in the order of a cron expression with seconds; what is not given has EJB's default. */
    private static String timetable(SortedMap<String, String> values) {
        return String.join(
                " ",
                values.getOrDefault("second", "0"),
                values.getOrDefault("minute", "0"),
                values.getOrDefault("hour", "0"),
                values.getOrDefault("dayOfMonth", "*"),
                values.getOrDefault("month", "*"),
                values.getOrDefault("dayOfWeek", "*"));
    }

    private void use(Matcher use, EvidenceLine evidence) {
        String scheduler = use.group(2).substring(use.group(2).lastIndexOf('.') + 1);
        if (use.group(3) != null) {
            String flavour = scheduler.equals("CronTrigger") ? "spring" : "quartz";
            job(use.group(1), flavour, resolve.apply(use.group(3)), "", evidence);
        } else if (scheduler.endsWith("ScheduleBuilder") || scheduler.endsWith("Trigger")) {
            facts.add(new Gap(
                    "jobs",
                    "spring",
                    item.name() + ": " + use.group(1) + " makes a schedule in code (" + scheduler + ")",
                    "look into its source"));
        } else {
            facts.add(new Setting("java", scheduler, "", use.group(1), "", List.of(evidence)));
        }
    }

    private void job(String place, String flavour, String schedule, String zone, EvidenceLine evidence) {
        Job job = InProcessJob.of(flavour, item.name(), 0, schedule, place, evidence)
                .withTimeZone(zone);
        facts.add(ids.add(job.id()) ? job : job.withId(job.id() + "#" + schedule));
    }
}
