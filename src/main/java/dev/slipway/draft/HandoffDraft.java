package dev.slipway.draft;

import dev.slipway.assess.Controller;
import dev.slipway.schedule.JudgedJob;
import java.util.List;
import java.util.Optional;

/** The page that an application owner reads first. Every text in its model is Markdown already. */
record HandoffDraft(
        WorkloadPlan plan, List<Question> asked, List<JobsDraft.Found> jobs, boolean hasObjects, Remedies remedies) {

    /** A row of a table: what, value, where it was seen. */
    record Row(String what, String value, String source) {}

    /** A scheduled job. */
    record Job(String schedule, String command, String target, String reason) {}

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
            List<ProxyRows.Rule> rules,
            List<Question.Numbered> questions,
            List<FindingSections.Changed> changes,
            List<Row> kept,
            List<Row> needs,
            List<Row> secrets,
            List<Row> options,
            List<Row> copies,
            List<Job> jobs,
            List<String> gaps) {}

    String page() {
        Subject subject = plan.subject();
        List<Row> kept = kept();
        List<ProxyRows.Rule> rules = new ProxyRows(subject).rules();
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
                        !rules.isEmpty(),
                        subject.folder(),
                        PlainText.code(plan.image().name()),
                        new FoundRows(plan).rows(),
                        rules,
                        Question.numbered(asked),
                        new FindingSections(subject.instances(), remedies).changes(),
                        kept,
                        needs(),
                        secrets(),
                        options,
                        copies(),
                        jobs.stream().map(found -> job(found.judged())).toList(),
                        gaps()));
    }

    private List<Row> kept() {
        return plan.storage().kept().stream()
                .map(place -> new Row(
                        PlainText.code(place.path()), place.sizeGiB() + " GiB", PlainText.markdown(place.reason())))
                .toList();
    }

    private List<Row> copies() {
        return new DockerfileDraft(plan)
                .copies().stream()
                        .map(copy -> new Row(PlainText.code(copy.hostPath()), PlainText.code("./" + copy.file()), ""))
                        .toList();
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
