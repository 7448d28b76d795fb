package dev.slipway.schedule;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A line of a crontab that runs something.
 *
 * @param line line number from 1
 * @param text the whole line
 * @param schedule the part that says when, blanks made single: {@code 0 3 1,15 * sun}
 * @param user account in the user column; empty where there is none
 * @param command what is run, as written
 * @param environment what the lines above set, by name
 * @param mailOnlyOnFailure cronie's {@code -n}: no mail unless it fails
 * @param logged false for a line that begins with {@code -}: cronie then writes nothing to syslog
 * @param random whether crond draws a value when it starts ({@code ~}); here one stands in for it
 * @param defect what its scheduler complains of although it runs the line; empty if it does not
 */
public record CrontabEntry(
        int line,
        String text,
        String schedule,
        Timing timing,
        String user,
        String command,
        SortedMap<String, String> environment,
        boolean mailOnlyOnFailure,
        boolean logged,
        boolean random,
        String defect)
        implements CrontabLine {

    public CrontabEntry {
        environment = new TreeMap<>(environment);
    }

    /** Where the schedule is read: cronie's CRON_TZ; empty where it is the host's. */
    String zone(Flavour flavour) {
        return flavour == Flavour.CRONIE ? environment.getOrDefault("CRON_TZ", "") : "";
    }
}
