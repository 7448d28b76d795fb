package dev.slipway.draft;

import dev.slipway.assess.Controller;
import dev.slipway.assess.Finding;
import dev.slipway.facts.ProxyRoute;
import dev.slipway.facts.SessionState;
import dev.slipway.rules.Severity;
import dev.slipway.schedule.JudgedJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The page that an application owner reads first. Every text in its model is Markdown already. */
record HandoffDraft(
        WorkloadPlan plan, List<Question> asked, List<JobsDraft.Found> jobs, boolean hasObjects, Remedies remedies) {

    private static final int MOST_PLACES = 12;

    /** A row of a table: what, value, where it was seen. */
    record Row(String what, String value, String source) {}

    /** Where a rule fired. */
    record Place(String message, String evidence) {}

    /**
     * A rule that fired.
     *
     * @param places the first of them
     * @param more how many there are besides; empty if none
     */
    record Changed(String rule, String severity, String residual, String remedy, List<Place> places, Optional<Integer> more) {}

    /** A scheduled job. */
    record Job(String schedule, String command, String target, String reason) {}

    /** A rule of a proxy and what takes its place. */
    record Rule(String from, String to, String now, String features, String source) {}

    /** What fills the page. */
    record Model(
            String name,
            String owner,
            String namespace,
            String hosts,
            String verdict,
            String score,
            String controller,
            String reason,
            boolean inCluster,
            boolean outside,
            boolean hasObjects,
            boolean named,
            boolean hasQuestions,
            boolean hasSecrets,
            boolean hasFiles,
            boolean hasJobs,
            boolean hasJvm,
            boolean hasRules,
            String folder,
            String image,
            List<Row> found,
            List<Rule> rules,
            List<Question.Numbered> questions,
            List<Changed> changes,
            List<Row> kept,
            List<Row> needs,
            List<Row> secrets,
            List<Row> options,
            List<Row> copies,
            List<Job> jobs,
            List<String> gaps) {}

    String page() {
        Subject subject = plan.subject();
        List<Row> kept = plan.storage().kept().stream()
                .map(place -> new Row(
                        PlainText.code(place.path()), place.sizeGiB() + " GiB", PlainText.markdown(place.reason())))
                .toList();
        List<Row> options = plan.jvm().map(this::dropped).orElse(List.of());
        return Template.fill(
                "handoff.mustache",
                new Model(
                        subject.name(),
                        PlainText.markdown(subject.owner()),
                        subject.namespace(),
                        PlainText.markdown(subject.hostNames()),
                        subject.lead().workload().verdict().term().replace('-', ' '),
                        score(),
                        kind(),
                        PlainText.markdown(subject.lead().workload().controllerReason()),
                        subject.runs(),
                        !subject.runs(),
                        hasObjects,
                        subject.controller() == Controller.EXTERNAL_SERVICE,
                        !asked.isEmpty(),
                        !plan.secrets().isEmpty(),
                        subject.runs() && !kept.isEmpty(),
                        !jobs.isEmpty(),
                        !options.isEmpty(),
                        !rules().isEmpty(),
                        subject.folder(),
                        PlainText.code(plan.image().name()),
                        found(),
                        rules(),
                        Question.numbered(asked),
                        changes(),
                        kept,
                        needs(),
                        secrets(),
                        options,
                        new DockerfileDraft(plan)
                                .copies().stream()
                                        .map(copy -> new Row(
                                                PlainText.code(copy.hostPath()),
                                                PlainText.code("./" + copy.file()),
                                                ""))
                                        .toList(),
                        jobs.stream().map(found -> job(found.judged())).toList(),
                        gaps()));
    }

    private String score() {
        return plan.subject()
                .lead()
                .workload()
                .score()
                .flatMap(score -> score.asIs()
                        .map(now -> now + " of 100 as it is"
                                + score.withDraft()
                                        .map(then -> ", " + then + " with this draft")
                                        .orElse("")))
                .orElse("no score: too little could be read");
    }

    private String kind() {
        return switch (plan.subject().controller()) {
            case DEPLOYMENT -> "Deployment";
            case STATEFUL_SET -> "StatefulSet with one replica";
            case DAEMON_SET -> "DaemonSet";
            case JOB -> "Job";
            case EXTERNAL_SERVICE -> "no pods: it stays where it is, and the cluster gets a name for it";
            case NONE -> "no pods: the cluster's own gateway does its work";
        };
    }

    private List<Row> found() {
        List<Row> rows = new ArrayList<>();
        Subject subject = plan.subject();
        rows.add(new Row(
                "runtime",
                PlainText.markdown(subject.runtime() + " "
                        + subject.workload().runtime().version().orElse("(version not readable)")),
                PlainText.code(Source.of(subject.workload().evidence(), "its processes"))));
        rows.add(new Row(
                "command", PlainText.code(subject.workload().command().orElse("not readable")), "process list"));
        if (!subject.workload().unit().isEmpty()) {
            rows.add(new Row(
                    "started by",
                    PlainText.code(subject.workload().unit()),
                    PlainText.markdown(subject.workload().launcher())));
        }
        notOffered().ifPresent(ports -> rows.add(new Row("ports that callers do not get", ports, "their role")));
        for (DraftPort port : plan.ports().all()) {
            rows.add(new Row(
                    "port",
                    port.servicePort() + "/" + port.protocol()
                            + (port.role().isEmpty() ? "" : " " + PlainText.markdown(port.role())),
                    PlainText.code(port.source())));
        }
        subject.everywhere(facts -> facts.sessionState(), SessionState::workload)
                .map(session -> new Row(
                        "sessions of " + PlainText.code(session.application().isEmpty() ? "/" : session.application()),
                        PlainText.markdown(
                                session.mechanism() + " (" + session.store().term() + ")"),
                        PlainText.code(Source.of(session.evidence(), "configuration"))))
                .distinct()
                .forEach(rows::add);
        if (subject.runs()) {
            rows.add(new Row(
                    "memory",
                    plan.memory().limitMiB() + " MiB planned",
                    PlainText.markdown(plan.memory().reason())));
            rows.add(new Row(
                    "processor",
                    plan.processor().requestMillis() + "m planned",
                    PlainText.markdown(plan.processor().reason())));
        }
        return rows;
    }

    /** What it listens on and would not in the cluster: the ways in for administrators and for other servers. */
    private Optional<String> notOffered() {
        List<String> ports = new ArrayList<>();
        for (int port : plan.subject().workload().ports()) {
            if (plan.ports().all().stream().noneMatch(offered -> offered.servicePort() == port)) {
                String role = plan.subject().facts().listeners().stream()
                        .filter(listener ->
                                listener.port() == port && !listener.role().isEmpty())
                        .map(listener -> " " + PlainText.markdown(listener.role()))
                        .findFirst()
                        .orElse("");
                ports.add(port + role);
            }
        }
        return ports.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", ports));
    }

    /** Each rule that fired, the weightiest first. */
    private List<Changed> changes() {
        SortedMap<String, List<Seen>> byRule = new TreeMap<>();
        for (Instance instance : plan.subject().instances()) {
            instance.host().findings().stream()
                    .filter(finding -> finding.workload().equals(instance.id()))
                    .forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                            .add(new Seen(finding, instance.hostName())));
        }
        return byRule.values().stream()
                .sorted(Comparator.comparing(seen -> seen.get(0).finding().severity()))
                .map(this::changed)
                .toList();
    }

    /** A finding and its host. */
    private record Seen(Finding finding, String host) {}

    private Changed changed(List<Seen> seen) {
        Finding first = seen.get(0).finding();
        List<Place> places = seen.stream()
                .map(each -> new Place(
                        PlainText.markdown(each.finding().message()),
                        PlainText.code(Source.of(each.finding().evidence(), "facts") + " on " + each.host())))
                .distinct()
                .toList();
        int more = Math.max(0, places.size() - MOST_PLACES);
        return new Changed(
                first.rule(),
                first.severity().term(),
                first.residual() == Severity.NONE ? "settled by the draft" : first.residual().term() + " with the draft",
                PlainText.markdown(remedies.of(first.rule()).orElse("slipway rules explain " + first.rule() + " says it")),
                places.subList(0, places.size() - more),
                more == 0 ? Optional.empty() : Optional.of(more));
    }

    private List<Rule> rules() {
        Subject subject = plan.subject();
        return subject.index().routes().stream()
                .filter(route -> subject.instances().stream()
                        .anyMatch(instance -> instance.hostName().equals(route.host())
                                && instance.id().equals(route.rule().workload())))
                .map(this::rule)
                .toList();
    }

    private Rule rule(DraftIndex.Route route) {
        ProxyRoute rule = route.rule();
        String from = String.join(" ", rule.serverNames()) + (rule.port() > 0 ? ":" + rule.port() : "") + " "
                + rule.location();
        String to = rule.kind() == ProxyRoute.Kind.STATIC
                ? rule.root()
                : rule.upstream() + " " + String.join(", ", rule.members());
        List<String> features = new ArrayList<>(rule.features());
        if (!rule.sticky().isEmpty()) {
            features.add("sticky by " + rule.sticky());
        }
        String now = ExposurePlan.peer(route, plan.subject().index())
                .map(peer -> peer.moves()
                        ? "the Ingress in " + PlainText.code("../../" + peer.folder() + "/k8s/ingress.yaml")
                        : "the Service " + PlainText.code(peer.name()) + ", which leads to its machine")
                .orElse("nothing yet: decide");
        return new Rule(
                PlainText.code(from.strip()),
                PlainText.code(to.strip()),
                now,
                PlainText.markdown(String.join(", ", features)),
                PlainText.code(Source.of(rule.evidence(), rule.proxy())));
    }

    private List<Row> needs() {
        return plan.peers().needs().stream()
                .map(need -> new Row(
                        PlainText.code(need.address() + ":" + need.port())
                                + (need.role().isEmpty() ? "" : " " + PlainText.markdown(need.role())),
                        inside(need),
                        PlainText.code(need.source())))
                .toList();
    }

    private static String inside(PeerPlan.Need need) {
        Optional<String> name = need.peer().map(peer -> PlainText.code(peer.name() + "." + peer.namespace()));
        return name.map(found -> "becomes " + found)
                .orElse(
                        need.local()
                                ? "on the same host: **it will not be reachable under this address**"
                                : "stays as it is");
    }

    private List<Row> secrets() {
        return plan.secrets().entries().stream()
                .map(entry -> new Row(
                        PlainText.markdown(entry.original()) + " (" + PlainText.markdown(entry.kind()) + ")",
                        PlainText.code(plan.secrets().directory() + "/" + entry.key()),
                        String.join(
                                ", ",
                                entry.where().stream().map(PlainText::code).toList())))
                .toList();
    }

    private List<Row> dropped(JvmPlan jvm) {
        return jvm.dropped().stream()
                .map(option -> new Row(PlainText.code(option.option()), PlainText.markdown(option.reason()), ""))
                .toList();
    }

    private static Job job(JudgedJob judged) {
        return new Job(
                PlainText.code(judged.job().schedule()),
                PlainText.code(judged.job().command()),
                judged.recommendation().target().term(),
                PlainText.markdown(
                        judged.recommendation().reasons().stream().findFirst().orElse("")));
    }

    private List<String> gaps() {
        return plan.subject()
                .hosts()
                .flatMap(host -> host.facts().gaps().stream()
                        .map(gap -> PlainText.markdown(
                                host.facts().host().name() + ": " + gap.fact() + " may be incomplete: " + gap.reason()
                                        + (gap.remedy().isEmpty() ? "" : "; " + gap.remedy()))))
                .distinct()
                .sorted()
                .limit(50)
                .toList();
    }
}
