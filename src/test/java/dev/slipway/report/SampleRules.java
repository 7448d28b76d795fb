package dev.slipway.report;

import dev.slipway.rules.Concern;
import dev.slipway.rules.FactSchema;
import dev.slipway.rules.Rule;
import dev.slipway.rules.RuleCatalog;
import dev.slipway.rules.RuleFiles;
import dev.slipway.rules.Severity;
import dev.slipway.schedule.JudgedJob;
import java.util.List;

/** Rules that do not change when the catalogue does. */
final class SampleRules {
    static final Rule SESSIONS = rule("STATE-901", Concern.STATE, Severity.HIGH, Severity.MEDIUM, 5, """
            title: HTTP sessions live in files of one machine
            message: m
            why: Whoever is sent to another pod is logged out.
            remediation: Keep sessions in Redis.
            drafts: One replica until that is done.
            references: [{title: "Kubernetes: Deployments", url: "https://kubernetes.io/docs/"}]
            """);
    static final Rule LOGS = rule("LOG-902", Concern.LOGGING, Severity.MEDIUM, Severity.NONE, 2, """
            title: Logs go to files that nobody ships
            message: m
            why: What a pod writes to its file system is gone with it.
            remediation: Log to standard output.
            drafts: A sidecar follows the file.
            """);
    static final Rule PORT = rule("NET-903", Concern.NETWORK, Severity.LOW, Severity.NONE, 1, """
            title: Listens on a privileged port
            message: m
            why: A container without root cannot bind it.
            remediation: Listen on 8080.
            drafts: The Service maps the port.
            """);
    static final Rule OLD_JAVA = rule("JVM-904", Concern.JVM, Severity.HIGH, Severity.LOW, 3, """
            title: Java does not see the limits of its container
            message: m
            why: It takes the node's memory for its own and is killed.
            remediation: Use Java 8u372 or newer.
            """);
    static final Rule LICENCE = rule("PLAT-905", Concern.PLATFORM, Severity.BLOCKER, Severity.BLOCKER, 13, """
            title: Needs a licence dongle
            message: m
            why: A pod has no USB.
            remediation: Ask the vendor for a network licence.
            """);
    static final Rule EVIL = rule("SEC-906", Concern.SECURITY, Severity.INFO, Severity.NONE, 0, """
            title: "<b>bold</b>"
            message: m
            why: "<img src=x onerror=alert(1)>"
            remediation: "</script><script>alert(1)</script>"
            references: [{title: bad, url: "javascript:alert(1)"}]
            """);
    static final List<Rule> ALL = List.of(SESSIONS, LOGS, PORT, OLD_JAVA, LICENCE, EVIL);

    private SampleRules() {}

    static RuleCatalog catalog() {
        record Target(String cgroup) {}
        return RuleCatalog.of(ALL, FactSchema.of(JudgedJob.class, Target.class));
    }

    static RuleTexts texts() {
        return RuleTexts.of(ALL);
    }

    private static Rule rule(
            String id, Concern concern, Severity severity, Severity residual, int effort, String text) {
        String yaml = "id: " + id + "\nconcern: " + concern.term() + "\nseverity: " + severity.term() + "\nresidual: "
                + residual.term() + "\neffort: " + effort + "\nsubject: host\nwhen: 'true'\n" + text
                + "examples: {fires: [{host: {name: a}}], quiet: [{host: {name: b}}]}\n";
        return RuleFiles.read(id + ".yaml", id + ".yaml", yaml);
    }
}
