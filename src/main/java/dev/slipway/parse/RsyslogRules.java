package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.parse.RsyslogStatement.Action;
import dev.slipway.parse.RsyslogStatement.Branch;
import dev.slipway.parse.RsyslogStatement.Conditional;
import dev.slipway.parse.RsyslogStatement.Configured;
import dev.slipway.parse.RsyslogStatement.Directive;
import dev.slipway.parse.RsyslogStatement.Stop;
import dev.slipway.parse.RsyslogStatement.Unread;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What rsyslog does with messages: walks its configuration from top to bottom, as a message would. */
final class RsyslogRules {
    static final String ALL = "*.*";
    private static final String DEFAULT_RULESET = "RSYSLOG_DefaultRuleset";

    private final RsyslogConfiguration configuration;
    private final SyslogFindings findings;
    private final RsyslogInputs inputs;
    private final RsyslogActions actions;
    private final SortedSet<String> stopped = new TreeSet<>();
    private String ruleset = "";

    private RsyslogRules(RsyslogConfiguration configuration, SyslogFindings findings) {
        this.configuration = configuration;
        this.findings = findings;
        this.inputs = new RsyslogInputs(findings);
        this.actions = new RsyslogActions(configuration, findings);
    }

    /** Adds what the configuration that begins with this file does. */
    static void read(SourceFile main, HostFiles files, SyslogFindings findings) {
        RsyslogConfiguration configuration = RsyslogConfiguration.load(main, files, findings);
        new RsyslogRules(configuration, findings).walkAll();
    }

    private void walkAll() {
        for (RsyslogStatement statement : configuration.statements()) {
            if (statement instanceof Directive directive && directive.name().equals("ruleset")) {
                ruleset = directive.value().equals(DEFAULT_RULESET) ? "" : directive.value();
            } else if (walk(statement, "")) {
                stopped.add(ruleset);
            }
        }
        inputs.finish();
    }

    /** Follows one statement; true if no message comes past it. */
    private boolean walk(RsyslogStatement statement, String condition) {
        if (statement instanceof Directive directive) {
            inputs.directive(directive);
            actions.directive(directive);
        } else if (statement instanceof Configured configured) {
            object(configured, condition);
        } else if (statement instanceof Conditional conditional) {
            return conditional(conditional, condition);
        } else if (statement instanceof Action action && reached(action.at())) {
            actions.legacy(action, selector(condition));
        } else if (statement instanceof Unread unread) {
            findings.unparsed(unread.at(), unread.reason());
        }
        return statement instanceof Stop;
    }

    private boolean walk(List<RsyslogStatement> statements, String condition) {
        boolean ends = false;
        for (RsyslogStatement statement : statements) {
            ends |= walk(statement, condition);
        }
        return ends;
    }

    private boolean conditional(Conditional conditional, String condition) {
        boolean ends = false;
        for (Branch branch : conditional.branches()) {
            boolean all = branch.condition().equals(ALL);
            String both = condition.isEmpty() || all ? condition : condition + " and ";
            boolean ended = walk(branch.body(), all ? both : both + branch.condition());
            ends |= ended && all;
        }
        return ends;
    }

    private void object(Configured object, String condition) {
        if (object.off("config.enabled")) {
            return;
        }
        switch (object.name()) {
            case "action" -> {
                if (reached(object.at())) {
                    actions.object(object, selector(condition));
                }
            }
            case "ruleset" -> ruleset(object);
            default -> {
                inputs.object(object);
                actions.settings(object);
            }
        }
    }

    private void ruleset(Configured object) {
        String name = object.value("name");
        String outer = ruleset;
        ruleset = name.equals(DEFAULT_RULESET) ? "" : name;
        if (ruleset.isEmpty() || configuration.uses(name)) {
            stopped.remove(ruleset);
            walk(object.body(), "");
        } else {
            findings.unparsed(object.at(), "no input uses the ruleset " + name);
        }
        ruleset = outer;
    }

    /** Whether messages come as far as this action; what they never reach is counted. */
    private boolean reached(EvidenceLine at) {
        if (stopped.contains(ruleset)) {
            findings.unparsed(at, "no message comes here: all are discarded before");
            return false;
        }
        return true;
    }

    private String selector(String condition) {
        if (ruleset.isEmpty()) {
            return condition.isEmpty() ? ALL : condition;
        }
        return "ruleset " + ruleset + (condition.isEmpty() ? "" : ": " + condition);
    }
}
