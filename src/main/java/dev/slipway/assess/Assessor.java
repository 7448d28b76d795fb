package dev.slipway.assess;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Workload;
import dev.slipway.parse.FactParser;
import dev.slipway.rules.FactSchema;
import dev.slipway.rules.Outcome;
import dev.slipway.rules.Rule;
import dev.slipway.rules.RuleCatalog;
import dev.slipway.rules.RuleFacts;
import dev.slipway.rules.RuleResult;
import dev.slipway.rules.Severity;
import dev.slipway.schedule.JobJudge;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.score.Effort;
import dev.slipway.score.RuleStanding;
import dev.slipway.score.Score;
import dev.slipway.score.ScoreModel;
import dev.slipway.score.Scorer;
import dev.slipway.score.Verdict;
import dev.slipway.workload.WorkloadGrouping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The whole way from evidence to an assessment: evidence, parse, facts, workloads, jobs, rules, score. Facts come first, for every
 * host; once the fleet is known, each host is judged.
 */
public final class Assessor {
    private final RuleCatalog rules;
    private final ScoreModel model;
    private final Target target;
    private final UnaryOperator<HostFacts> grouping;
    private final Function<HostFacts, List<JudgedJob>> scheduling;

    Assessor(
            RuleCatalog rules,
            ScoreModel model,
            Target target,
            UnaryOperator<HostFacts> grouping,
            Function<HostFacts, List<JudgedJob>> scheduling) {
        this.rules = rules;
        this.model = model;
        this.target = target;
        this.grouping = grouping;
        this.scheduling = scheduling;
    }

    /** An assessor as users get it. */
    public static Assessor of(List<Rule> rules, ScoreModel model, Target target) {
        RuleCatalog catalog = RuleCatalog.of(rules, FactSchema.of(JudgedJob.class, Target.class));
        return new Assessor(catalog, model, target, WorkloadGrouping::group, JobJudge::judge);
    }

    /** What adds up this assessor's assessments. */
    public FleetBuilder fleet(FleetIndex index) {
        return new FleetBuilder(index, rules, model);
    }

    /** What was seen on a host, every fact with its workload. */
    public HostFacts facts(Evidence evidence, HostLabel label) {
        HostFacts parsed = FactParser.parse(evidence);
        HostFacts grouped = grouping.apply(parsed);
        return grouped.withHost(grouped.host()
                .with(host -> host.name(label.name())
                        .address(label.address())
                        .owner(label.owner())
                        .tags(label.tags())));
    }

    /** What the rest of the fleet needs to know of these facts. */
    public HostDigest digest(HostFacts facts) {
        return HostDigest.of(facts);
    }

    /** The assessment of one host of a fleet. */
    public Assessment assess(Evidence evidence, HostLabel label, FleetIndex fleet) {
        HostFacts facts = inFleet(facts(evidence, label), fleet);
        HostFacts dated = dated(facts, fleet);
        List<JudgedJob> jobs = scheduling.apply(dated);
        List<RuleResult> results = rules.evaluate(new RuleFacts(dated, jobs, target));
        SortedMap<String, List<RuleStanding>> standings = new TreeMap<>();
        SortedMap<String, Score> scores = new TreeMap<>();
        Scorer scorer = new Scorer(model);
        for (Workload workload : facts.workloads()) {
            if (workload.scored()) {
                List<RuleStanding> standing = RuleStanding.of(workload.id(), results);
                standings.put(workload.id(), standing);
                scores.put(workload.id(), scorer.score(standing));
            }
        }
        List<AssessedWorkload> workloads = facts.workloads().stream()
                .map(workload -> assess(workload, facts, standings, scores, fleet))
                .toList();
        Score score = scorer.mean(List.copyOf(scores.values()), facts.complete("workloads"));
        Findings findings = new Findings(scores, standings);
        return new Assessment(
                facts,
                CoverageReader.read(evidence),
                jobs,
                workloads,
                findings.findings(results),
                findings.unknowns(results),
                List.of(),
                score,
                verdict(score, workloads, results));
    }

    private Verdict verdict(Score score, List<AssessedWorkload> workloads, List<RuleResult> results) {
        boolean allBlocked = workloads.stream().anyMatch(w -> w.score().isPresent())
                && workloads.stream().filter(w -> w.score().isPresent()).allMatch(w -> w.verdict() == Verdict.BLOCKED);
        boolean hostBlocked = results.stream()
                .anyMatch(result -> result.workload().isEmpty()
                        && result.rule().severity() == Severity.BLOCKER
                        && result.outcome() instanceof Outcome.Fires);
        if (score.asIs().isEmpty() && score.low().isEmpty() && !hostBlocked) {
            return workloads.isEmpty() ? Verdict.INSUFFICIENT_DATA : Verdict.NOT_SCORED;
        }
        return Verdict.of(score, allBlocked || hostBlocked, model);
    }

    /** The facts as on the date to assess for. */
    private static HostFacts dated(HostFacts facts, FleetIndex fleet) {
        return facts.withHost(facts.host()
                .with(host -> host.scannedAt(fleet.instantFor(facts.host().scannedAt()))));
    }

    /** The facts with what only the fleet knows: how many of a workload there are, and whose addresses peers have. */
    private static HostFacts inFleet(HostFacts facts, FleetIndex fleet) {
        String owner = facts.host().owner();
        List<Workload> workloads = new ArrayList<>();
        for (Workload workload : facts.workloads()) {
            workloads.add(workload.withInstances(fleet.instances(owner, workload.signature())));
        }
        return facts.withWorkloads(workloads);
    }

    private AssessedWorkload assess(
            Workload workload,
            HostFacts facts,
            SortedMap<String, List<RuleStanding>> standings,
            SortedMap<String, Score> scores,
            FleetIndex fleet) {
        Optional<Score> score = Optional.ofNullable(scores.get(workload.id()));
        List<RuleStanding> standing = standings.getOrDefault(workload.id(), List.of());
        Disposition disposition = DispositionChoice.of(workload, facts, standing, score, model);
        ControllerChoice controller = ControllerChoice.of(workload, facts, standing, disposition);
        Verdict verdict = score.map(s -> Verdict.of(s, fired(standing, Severity.BLOCKER), model))
                .orElse(Verdict.NOT_SCORED);
        return new AssessedWorkload(
                workload,
                controller.controller(),
                controller.reason(),
                disposition,
                score.flatMap(s -> fleet.folder(facts.host().owner(), workload.signature()))
                        .map(folder -> "drafts/" + FleetIndex.slug(facts.host().owner()) + "/" + folder),
                score,
                score.map(s -> Effort.of(workload, standing, model)),
                verdict);
    }

    private static boolean fired(List<RuleStanding> standings, Severity severity) {
        return standings.stream()
                .anyMatch(standing -> standing.status() == RuleStanding.Status.FIRED
                        && standing.rule().severity() == severity);
    }
}
