package dev.slipway.assess;

import dev.slipway.assess.Fleet.Edge;
import dev.slipway.assess.Fleet.GapTotals;
import dev.slipway.assess.Fleet.HostLine;
import dev.slipway.assess.Fleet.JobTotals;
import dev.slipway.assess.Fleet.OwnerTotals;
import dev.slipway.assess.Fleet.RuleTotals;
import dev.slipway.assess.Fleet.WorkloadLine;
import dev.slipway.facts.Dependency;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Host;
import dev.slipway.rules.RuleCatalog;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.score.Effort;
import dev.slipway.score.Score;
import dev.slipway.score.ScoreModel;
import dev.slipway.score.Scorer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Adds up assessments one by one, so that no more than one of them needs to be held. */
public final class FleetBuilder {
    private static final Comparator<Edge> EDGE_ORDER = Comparator.comparing(Edge::from)
            .thenComparing(Edge::to)
            .thenComparing(Edge::port)
            .thenComparing(Edge::kind);

    private static final Effort NO_EFFORT = new Effort(0, 0, 0);

    private final FleetIndex index;
    private final RuleCatalog rules;
    private final Scorer scorer;
    private final List<HostLine> hosts = new ArrayList<>();
    private final SortedMap<String, List<Score>> scoresByOwner = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> hostsByOwner = new TreeMap<>();
    private final SortedMap<String, WorkloadLine> workloads = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Double>> pointsByRule = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> factsByRemedy = new TreeMap<>();
    private final SortedMap<String, Integer> hostsByRemedy = new TreeMap<>();
    private final SortedMap<String, Effort> effortByWorkload = new TreeMap<>();
    private final SortedMap<String, Integer> verdicts = new TreeMap<>();
    private final SortedSet<Edge> edges = new TreeSet<>(EDGE_ORDER);
    private final SortedMap<String, Integer> jobTargets = new TreeMap<>();
    private int jobCount;
    private double runsPerDay;

    public FleetBuilder(FleetIndex index, RuleCatalog rules, ScoreModel model) {
        this.index = index;
        this.rules = rules;
        this.scorer = new Scorer(model);
    }

    public void add(Assessment assessment) {
        Host host = assessment.facts().host();
        hosts.add(line(assessment, host));
        hostsByOwner.computeIfAbsent(host.owner(), owner -> new TreeSet<>()).add(host.name());
        for (AssessedWorkload workload : assessment.workloads()) {
            if (workload.score().isPresent()) {
                Score score = workload.score().orElseThrow();
                scoresByOwner
                        .computeIfAbsent(host.owner(), owner -> new ArrayList<>())
                        .add(score.withoutTrace());
                verdicts.merge(workload.verdict().term(), 1, Integer::sum);
                String id = id(workload, host);
                workloads.merge(id, line(id, workload, host), FleetBuilder::merge);
                effortByWorkload.merge(id, workload.effort().orElse(NO_EFFORT), FleetBuilder::larger);
                score.trace().forEach(loss -> add(loss, id));
                workload.workload().dependencies().forEach(dependency -> addEdge(id, dependency, assessment));
            }
        }
        assessment.jobs().forEach(this::add);
        addGaps(assessment.facts().gaps());
    }

    private void add(Score.Loss loss, String workload) {
        pointsByRule.computeIfAbsent(loss.rule(), rule -> new TreeMap<>()).merge(workload, loss.points(), Math::max);
    }

    private void addGaps(List<Gap> gaps) {
        SortedSet<String> remedies = new TreeSet<>();
        for (Gap gap : gaps) {
            factsByRemedy
                    .computeIfAbsent(gap.remedy(), remedy -> new TreeSet<>())
                    .add(gap.fact());
            remedies.add(gap.remedy());
        }
        remedies.forEach(remedy -> hostsByRemedy.merge(remedy, 1, Integer::sum));
    }

    private void add(JudgedJob job) {
        if (job.job().active() && !job.job().osDefault()) {
            jobCount++;
            runsPerDay += job.runsPerDay().orElse(0d);
            jobTargets.merge(job.recommendation().target().term(), 1, Integer::sum);
        }
    }

    /** The fleet of all assessments that were added. */
    public Fleet build() {
        List<Score> all = scoresByOwner.values().stream().flatMap(List::stream).toList();
        List<OwnerTotals> owners = hostsByOwner.entrySet().stream()
                .map(entry -> ownerTotals(entry.getKey(), entry.getValue().size()))
                .toList();
        return new Fleet(
                Assessment.SCHEMA_VERSION,
                index.asOf(),
                hosts.size(),
                all.size(),
                score(all),
                verdicts,
                effort(workload -> true),
                new JobTotals(jobCount, Math.round(runsPerDay * 10) / 10.0, jobTargets),
                owners,
                hosts.stream().sorted(Comparator.comparing(HostLine::name)).toList(),
                List.copyOf(workloads.values()),
                ruleTotals(),
                List.copyOf(edges),
                gapTotals());
    }

    private OwnerTotals ownerTotals(String owner, int hostCount) {
        List<Score> own = scoresByOwner.getOrDefault(owner, List.of());
        return new OwnerTotals(
                owner,
                hostCount,
                own.size(),
                score(own),
                effort(workload -> workload.owner().equals(owner)),
                ruleTotals(owner));
    }

    private List<RuleTotals> ruleTotals() {
        return ruleTotals(pointsByRule);
    }

    private List<RuleTotals> ruleTotals(String owner) {
        SortedMap<String, SortedMap<String, Double>> own = new TreeMap<>();
        pointsByRule.forEach((rule, points) -> points.forEach((workload, lost) -> {
            if (workloads.containsKey(workload)
                    && workloads.get(workload).owner().equals(owner)) {
                own.computeIfAbsent(rule, id -> new TreeMap<>()).put(workload, lost);
            }
        }));
        return ruleTotals(own);
    }

    private List<RuleTotals> ruleTotals(SortedMap<String, SortedMap<String, Double>> points) {
        return points.entrySet().stream()
                .flatMap(entry -> rules.find(entry.getKey()).stream()
                        .map(rule -> new RuleTotals(
                                rule.id(),
                                rule.text().title(),
                                rule.concern().term(),
                                rule.severity().term(),
                                entry.getValue().size(),
                                sum(entry.getValue().values()))))
                .sorted(Comparator.comparing(RuleTotals::workloads).reversed().thenComparing(RuleTotals::rule))
                .toList();
    }

    private static double sum(Collection<Double> points) {
        double sum = points.stream().mapToDouble(Double::doubleValue).sum();
        return Math.round(sum * 10) / 10.0;
    }

    private List<GapTotals> gapTotals() {
        return hostsByRemedy.entrySet().stream()
                .map(entry -> new GapTotals(
                        entry.getKey(),
                        List.copyOf(factsByRemedy.getOrDefault(entry.getKey(), new TreeSet<>())),
                        entry.getValue()))
                .sorted(Comparator.comparing(GapTotals::hosts).reversed().thenComparing(GapTotals::remedy))
                .toList();
    }

    private Score score(List<Score> workloads) {
        return scorer.mean(workloads, true);
    }

    /** The work for these workloads; one that runs on several hosts is moved once. */
    private Effort effort(Predicate<WorkloadLine> which) {
        return workloads.values().stream()
                .filter(which)
                .map(workload -> effortByWorkload.getOrDefault(workload.id(), NO_EFFORT))
                .reduce(
                        NO_EFFORT,
                        (a, b) -> new Effort(
                                a.storyPoints() + b.storyPoints(),
                                a.likelyHours() + b.likelyHours(),
                                a.safeHours() + b.safeHours()));
    }

    private static Effort larger(Effort a, Effort b) {
        return a.storyPoints() >= b.storyPoints() ? a : b;
    }

    private static HostLine line(Assessment assessment, Host host) {
        Score score = assessment.score();
        return new HostLine(
                host.name(),
                host.owner(),
                host.os().name().orElse(""),
                (int) assessment.workloads().stream()
                        .filter(w -> w.score().isPresent())
                        .count(),
                score.asIs(),
                score.withDraft(),
                score.low(),
                score.high(),
                score.coverage(),
                byConcern(score),
                assessment.verdict());
    }

    private static SortedMap<String, Integer> byConcern(Score score) {
        SortedMap<String, Integer> known = new TreeMap<>();
        score.byConcern().forEach((concern, of) -> of.asIs().ifPresent(points -> known.put(concern, points)));
        return known;
    }

    private static WorkloadLine line(String id, AssessedWorkload assessed, Host host) {
        Score score = assessed.score().orElseThrow();
        return new WorkloadLine(
                id,
                assessed.workload().name(),
                host.owner(),
                assessed.workload().kind().term(),
                assessed.workload().runtime().name(),
                List.of(host.name()),
                score.asIs(),
                score.withDraft(),
                score.low(),
                score.high(),
                score.coverage(),
                assessed.verdict(),
                assessed.disposition(),
                assessed.controller(),
                assessed.draft(),
                assessed.effort().map(Effort::storyPoints).orElse(0d));
    }

    /** The same workload on two hosts: the worse one speaks for both. */
    private static WorkloadLine merge(WorkloadLine a, WorkloadLine b) {
        SortedSet<String> hosts = new TreeSet<>(a.hosts());
        hosts.addAll(b.hosts());
        WorkloadLine worse = a.asIs().orElse(-1) <= b.asIs().orElse(-1) ? a : b;
        return new WorkloadLine(
                worse.id(),
                worse.name(),
                worse.owner(),
                worse.kind(),
                worse.runtime(),
                List.copyOf(hosts),
                worse.asIs(),
                worse.withDraft(),
                worse.low(),
                worse.high(),
                worse.coverage(),
                worse.verdict(),
                worse.disposition(),
                worse.controller(),
                worse.draft(),
                Math.max(a.storyPoints(), b.storyPoints()));
    }

    private void addEdge(String from, Dependency dependency, Assessment assessment) {
        Optional<String> local = assessment
                .workload(dependency.workload())
                .map(workload -> id(workload, assessment.facts().host()));
        Optional<String> host = index.hostWith(dependency.address());
        edges.add(new Edge(
                from,
                local.or(() -> host).orElse(dependency.address()),
                dependency.port(),
                dependency.kind().term(),
                dependency.role(),
                local.isPresent() || host.isPresent()));
    }

    private static String id(AssessedWorkload workload, Host host) {
        return workload.draft()
                .map(draft -> draft.replaceFirst("^drafts/", ""))
                .orElseGet(() -> FleetIndex.slug(host.owner()) + "/"
                        + workload.workload().name());
    }
}
