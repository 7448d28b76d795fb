package dev.slipway.draft;

import dev.slipway.schedule.JudgedJob;
import java.util.List;

/**
 * When and how a CronJob would run.
 *
 * @param schedule five fields
 * @param timeZone IANA name; empty if not known
 * @param question what has to be settled about the time before it may run; empty if nothing
 */
record JobTiming(String schedule, String timeZone, List<String> command, List<String> args, String question) {
    private static final String FIELD = "(\\*|[0-9A-Za-z]+(-[0-9A-Za-z]+)?)(/[0-9]+)?";
    private static final String LIST = FIELD + "(," + FIELD + ")*";
    private static final String FIVE = LIST + "(\\s+" + LIST + "){4}";
    /** The thirty-first of February: a valid schedule that never comes. */
    private static final String NEVER = "0 0 31 2 *";

    JobTiming {
        command = List.copyOf(command);
        args = List.copyOf(args);
    }

    static JobTiming of(JudgedJob judged) {
        String schedule = judged.job().schedule().strip();
        boolean plain = schedule.matches(FIVE);
        String zone = judged.job().timeZone().matches("[A-Za-z]+(/[A-Za-z0-9_+-]+)+|UTC") ? judged.job().timeZone() : "";
        return new JobTiming(
                plain ? schedule.replaceAll("\\s+", " ").replaceAll("\\b7$", "0") : NEVER,
                zone,
                List.of("/bin/sh", "-c"),
                List.of(judged.job().command().replace("$(", "$$(")),
                plain ? "" : "when should it run? '" + schedule + "' has no equal here");
    }
}
