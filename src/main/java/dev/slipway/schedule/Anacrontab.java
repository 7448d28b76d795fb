package dev.slipway.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of anacron, which runs what a machine that was switched off has missed.
 *
 * @param jobs what it runs, in order
 * @param badLines lines that it does not understand and passes over
 */
public record Anacrontab(List<Entry> jobs, List<BadLine> badLines) {
    private static final Pattern JOB =
            Pattern.compile("\\s*(\\d{1,9}|@[a-z]+)\\s+(\\d{1,9})\\s+([^\\s/]+)\\s+(\\S.*)", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)", Pattern.DOTALL);

    public Anacrontab {
        jobs = List.copyOf(jobs);
        badLines = List.copyOf(badLines);
    }

    /**
     * A job of anacron.
     *
     * @param line line number from 1
     * @param schedule period, delay and identifier as written: {@code 1 5 cron.daily}
     * @param periodDays days between two runs; 0 for {@code @monthly} and 365 for {@code @yearly}
     * @param delayMinutes minutes that it waits after anacron has started
     * @param identifier name of its time stamp in /var/spool/anacron
     * @param environment what the lines above set, RANDOM_DELAY and START_HOURS_RANGE among it
     */
    public record Entry(
            int line,
            String text,
            String schedule,
            int periodDays,
            int delayMinutes,
            String identifier,
            String command,
            SortedMap<String, String> environment) {
        public Entry {
            environment = new TreeMap<>(environment);
        }
    }

    /** Reads the table; every line is a job, a setting, a comment, or bad. */
    public static Anacrontab read(String text) {
        List<Entry> jobs = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        SortedMap<String, String> environment = new TreeMap<>();
        List<String> lines = Crontab.lines(text);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher setting = SETTING.matcher(line);
            Optional<Entry> job = entry(i + 1, line, environment);
            boolean comment = line.isBlank() || line.stripLeading().startsWith("#");
            if (setting.matches()) {
                environment.put(setting.group(1), setting.group(2).strip());
            } else if (job.isPresent()) {
                jobs.add(job.get());
            } else if (!comment) {
                bad.add(new BadLine(i + 1, line, "neither a job (period, delay, identifier, command) nor a setting"));
            }
        }
        return new Anacrontab(jobs, bad);
    }

    private static Optional<Entry> entry(int number, String line, SortedMap<String, String> environment) {
        Matcher job = JOB.matcher(line);
        if (!job.matches()) {
            return Optional.empty();
        }
        int days = days(job.group(1));
        return days < 0
                ? Optional.empty()
                : Optional.of(new Entry(
                        number,
                        line,
                        job.group(1) + " " + job.group(2) + " " + job.group(3),
                        days,
                        Integer.parseInt(job.group(2)),
                        job.group(3),
                        job.group(4).strip(),
                        environment));
    }

    private static int days(String period) {
        return switch (period) {
            case "@daily" -> 1;
            case "@weekly" -> 7;
            case "@monthly" -> 0;
            case "@yearly", "@annually" -> 365;
            default -> period.startsWith("@") ? -1 : Integer.parseInt(period);
        };
    }
}
