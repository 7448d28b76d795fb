package dev.slipway.rules;

import dev.slipway.yaml.Place;
import dev.slipway.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * A condition that matters for a migration, with its reasons and its proof: a file {@code <id>.yaml}.
 *
 * @param id the file's name without its ending; never reused: {@code STATE-001}
 * @param aliases ids that it had before
 * @param deprecated whether it is kept for old reports only and never evaluated
 * @param severity how bad it is as things are
 * @param residual what remains of it once the drafts are used
 * @param subject {@code host}, {@code workload}, or an array of the assessment: {@code sessionState}, {@code syslog.inputs}
 * @param applies CEL; where it is false the rule does not apply. Empty: it always does
 * @param when CEL; where it is true the rule fires
 * @param named CEL; the texts that {@code {{named}}} shows in the message: of several values those that are meant. Empty: none
 * @param effort story points for a workload: 0 1 2 3 5 7 13
 * @param effortPerOccurrence story points for each subject that it fires on, at most ten of them
 * @param singleReplica whether the draft must stay at one replica while it holds
 * @param shared whether the work is done once for a fleet
 * @param text in English
 * @param chinese in Simplified Chinese; empty in rules of users
 * @param notes why the rule differs from what one might expect; for readers of the file
 * @param place where it stands
 */
public record Rule(
        String id,
        List<String> aliases,
        boolean deprecated,
        Concern concern,
        Severity severity,
        Severity residual,
        String subject,
        Optional<Expression> applies,
        Expression when,
        Optional<Expression> named,
        double effort,
        double effortPerOccurrence,
        boolean singleReplica,
        boolean shared,
        Text text,
        Optional<Text> chinese,
        String notes,
        List<Reference> references,
        Examples examples,
        Place place) {

    public Rule {
        aliases = List.copyOf(aliases);
        references = List.copyOf(references);
    }

    /**
     * What a rule says.
     *
     * @param title the defect in a few words, without a full stop
     * @param message one sentence about the subject; {@code {{path}}} stands for a fact
     * @param why the consequence on Kubernetes
     * @param remediation what to do, imperative
     * @param drafts what it changes in the drafts
     */
    public record Text(String title, String message, String why, String remediation, String drafts) {}

    /** A primary source. */
    public record Reference(String title, String url) {}

    /** CEL source and where it stands. */
    public record Expression(String source, Place place) {}

    /** Facts with a known answer; each is a mapping with {@code it}, {@code workload} and {@code host}. */
    public record Examples(
            List<YamlValue.Mapping> fires, List<YamlValue.Mapping> quiet, List<YamlValue.Mapping> unknown) {
        public Examples {
            fires = List.copyOf(fires);
            quiet = List.copyOf(quiet);
            unknown = List.copyOf(unknown);
        }
    }
}
