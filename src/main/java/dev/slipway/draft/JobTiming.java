package dev.slipway.draft;

import dev.slipway.schedule.CronJobPlan;
import dev.slipway.schedule.JudgedJob;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/** When and how a CronJob would run: what the scheduler's rules give, or for a time without equal a schedule that never comes. */
final class JobTiming {
    /** The thirty-first of February is valid and never comes. */
    static final String NEVER = "0 0 31 2 *";

    private JobTiming() {}

    static CronJobPlan of(JudgedJob judged) {
        return CronJobPlan.of(judged).orElseGet(() -> never(judged));
    }

    private static CronJobPlan never(JudgedJob judged) {
        return new CronJobPlan(
                NEVER,
                "",
                "Forbid",
                300,
                OptionalLong.empty(),
                true,
                List.of("/bin/sh", "-c"),
                List.of(judged.job().command().replace("$", "$$")),
                "",
                new TreeMap<>(judged.job().environment()),
                "",
                judged.job().user().orElse(""),
                "",
                List.of());
    }
}
