package dev.slipway.draft;

import dev.slipway.schedule.GoCronPlan;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.schedule.Recommendation;
import java.util.List;
import java.util.Optional;

/**
 * A job that becomes a task of goCron.
 *
 * @param group what its node is made for: a workload's name, or that of its host
 * @param hosts where it was found
 * @param name name of the task: at most 32 characters
 * @param command the line or the address
 * @param script file of the node that it runs; empty if the command says all
 */
record GoCronTask(
        String group,
        List<String> hosts,
        String name,
        JudgedJob judged,
        GoCronPlan plan,
        String command,
        Optional<String> script) {
    static final int LONGEST_NAME = 32;
    static final String SCRIPTS = "/jobs";

    GoCronTask {
        hosts = List.copyOf(hosts);
    }

    /** Whether a job becomes a task of goCron. */
    static boolean isForGoCron(JudgedJob judged) {
        return judged.job().active()
                && !judged.job().osDefault()
                && judged.recommendation().target() == Recommendation.Target.GOCRON;
    }

    /** Where it stands on its hosts, for those who read the task in goCron. */
    String remark() {
        String line = judged.job().line() > 0 ? ":" + judged.job().line() : "";
        return PlainText.oneLine(String.join(",", hosts) + " " + judged.job().source() + line, 100);
    }
}
