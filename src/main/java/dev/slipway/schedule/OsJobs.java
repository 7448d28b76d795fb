package dev.slipway.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The jobs that distributions bring: a table of names and commands, {@code schedule/os-jobs.txt}. */
public final class OsJobs {
    private static final String TABLE = "/schedule/os-jobs.txt";
    private static final String COMMAND = "command ";
    private static final OsJobs BUILT_IN = read();

    private final SortedSet<String> names = new TreeSet<>();
    private final List<Pattern> commands = new ArrayList<>();

    private OsJobs() {}

    /** Whether a distribution brings this table, script or timer ({@code /etc/cron.d/mdadm}, {@code apt-daily.timer}). */
    public static boolean brings(String source) {
        String template = source.replaceFirst("@[^/]*\\.timer$", "@.timer");
        return BUILT_IN.names.contains(source) || BUILT_IN.names.contains(template);
    }

    /** Whether a distribution brings a line with this command in a table that the administrator also writes to. */
    public static boolean bringsCommand(String command) {
        return BUILT_IN.commands.stream()
                .anyMatch(pattern -> pattern.matcher(command.strip()).matches());
    }

    private static OsJobs read() {
        OsJobs jobs = new OsJobs();
        try (InputStream in = OsJobs.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + TABLE);
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(jobs::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jobs;
    }

    private void add(String line) {
        if (line.startsWith(COMMAND)) {
            commands.add(Pattern.compile(line.substring(COMMAND.length())));
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            names.add(line);
        }
    }
}
