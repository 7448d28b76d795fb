package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** One statement of rsyslog's configuration, old form or new. */
sealed interface RsyslogStatement {

    /** Where it begins. */
    EvidenceLine at();

    /**
     * A line of the old form that begins with a dollar sign.
     *
     * @param name in lower case: {@code modload}
     * @param value as written, without a comment
     */
    record Directive(EvidenceLine at, String name, String value) implements RsyslogStatement {
        /** The value's words. */
        List<String> words() {
            return value.isEmpty() ? List.of() : List.of(value.split("[ \t]+"));
        }

        boolean on() {
            return value.equalsIgnoreCase("on");
        }
    }

    /**
     * An object of the new form: {@code input(type="imudp" port="514")}.
     *
     * @param name in lower case
     * @param parameters values by name in lower case; more than one value for an array
     * @param body statements in braces behind it
     */
    record Configured(
            EvidenceLine at, String name, SortedMap<String, List<String>> parameters, List<RsyslogStatement> body)
            implements RsyslogStatement {
        public Configured {
            parameters = new TreeMap<>(parameters);
            body = List.copyOf(body);
        }

        /** The parameter's first value; empty if it is not set. */
        String value(String parameter) {
            List<String> values = values(parameter);
            return values.isEmpty() ? "" : values.get(0);
        }

        List<String> values(String parameter) {
            return parameters.getOrDefault(parameter, List.of());
        }

        boolean off(String parameter) {
            return List.of("off", "no", "0").contains(value(parameter).toLowerCase(Locale.ROOT));
        }
    }

    /** Statements that only some messages reach. */
    record Conditional(EvidenceLine at, List<Branch> branches) implements RsyslogStatement {
        public Conditional {
            branches = List.copyOf(branches);
        }
    }

    /**
     * A condition and what it guards.
     *
     * @param condition {@code *.info;mail.none}, {@code :msg, contains, "x"}, {@code $programname == 'x'}
     */
    record Branch(String condition, List<RsyslogStatement> body) {
        public Branch {
            body = List.copyOf(body);
        }
    }

    /** An action of the old form: {@code -/var/log/mail.log}, {@code @@10.0.0.5:514;template}. */
    record Action(EvidenceLine at, String text) implements RsyslogStatement {}

    /** The end of all work on a message. */
    record Stop(EvidenceLine at) implements RsyslogStatement {}

    /** The messages go through another set of rules too. */
    record CallRuleset(EvidenceLine at, String ruleset) implements RsyslogStatement {}

    /** What the grammar does not know. */
    record Unread(EvidenceLine at, String reason) implements RsyslogStatement {}

    /** The statements, and below each those that it holds, in order. */
    static List<RsyslogStatement> flatten(List<RsyslogStatement> statements) {
        List<RsyslogStatement> all = new ArrayList<>();
        for (RsyslogStatement statement : statements) {
            all.add(statement);
            if (statement instanceof Configured configured) {
                all.addAll(flatten(configured.body()));
            } else if (statement instanceof Conditional conditional) {
                conditional.branches().forEach(branch -> all.addAll(flatten(branch.body())));
            }
        }
        return all;
    }
}
