package dev.slipway.draft;

import dev.slipway.assess.Controller;
import dev.slipway.facts.Workload;
import dev.slipway.schedule.JudgedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folder of one workload. */
final class WorkloadDraft {
    private final WorkloadPlan plan;
    private final Subject subject;
    private final Remedies remedies;

    WorkloadDraft(Subject subject, Remedies remedies) {
        this.subject = subject;
        this.plan = WorkloadPlan.of(subject);
        this.remedies = remedies;
    }

    List<DraftFile> files() {
        Folder folder = new Folder(subject.folder());
        folder.add("k8s", base());
        List<JobsDraft.Found> jobs = jobs();
        folder.add(
                "jobs",
                new JobsDraft(subject.namespace(), subject.name(), plan.image(), plan.peers())
                        .manifests(jobs.stream()
                                .filter(found -> JobsDraft.isForCronJob(found.judged()))
                                .toList()));
        overlays(folder);
        List<Question> questions = new ArrayList<>(folder.questions());
        plan.storage().questions().forEach(text -> questions.add(new Question(text, "STATE-010", "k8s", "")));
        questions.addAll(orphans());
        List<DraftFile> files = new ArrayList<>(folder.files());
        files.add(file(
                "HANDOFF.md",
                new HandoffDraft(plan, questions, jobs, !folder.groups().isEmpty(), remedies).page()));
        files.add(file("decisions.json", folder.decisions(subject.name(), questions)));
        if (built()) {
            files.add(file("Dockerfile", new DockerfileDraft(plan).dockerfile()));
            files.add(file(".dockerignore", Template.fill("dockerignore.mustache", subject)));
        }
        if (subject.runs()) {
            files.add(DraftFile.program(subject.folder() + "/smoke.sh", new SmokeDraft(plan).program()));
        }
        if (!plan.secrets().isEmpty()) {
            SecretDraft secrets = new SecretDraft(subject, plan.secrets());
            files.add(file("secret.example.yaml", secrets.example().text()));
            files.add(DraftFile.program(subject.folder() + "/create-secrets.sh", secrets.program()));
        }
        return files;
    }

    /** Whether an image has to be built for it; what runs in a container already has one. */
    private boolean built() {
        return subject.workload().kind() != Workload.Kind.CONTAINER
                && (subject.runs() || subject.controller() == Controller.JOB);
    }

    /** Rules of a proxy that nothing in the drafts takes over. */
    private List<Question> orphans() {
        return subject.index().routes().stream()
                .filter(route -> subject.controller() == Controller.NONE)
                .filter(route -> subject.instances().stream()
                        .anyMatch(instance -> instance.hostName().equals(route.host())
                                && instance.id().equals(route.rule().workload())))
                .filter(route -> ExposurePlan.peer(route, subject.index()).isEmpty())
                .map(route -> new Question(
                        "who answers " + String.join(" ", route.rule().serverNames()) + " "
                                + route.rule().location() + " in the cluster?",
                        "NET-022",
                        Source.of(route.rule().evidence(), route.rule().proxy()),
                        ""))
                .distinct()
                .toList();
    }

    private DraftFile file(String name, String content) {
        return DraftFile.of(subject.folder() + "/" + name, content);
    }

    private List<Manifest> base() {
        return switch (subject.controller()) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET -> new BaseDraft(plan).manifests();
            case EXTERNAL_SERVICE -> new OutsideDraft(subject, plan.ports()).manifests();
            case NONE -> new GatewayDraft(subject).manifest().map(List::of).orElse(List.of());
            case JOB -> List.of();
        };
    }

    private List<JobsDraft.Found> jobs() {
        return subject.instances().stream()
                .flatMap(instance -> instance.host().jobs().stream()
                        .filter(judged -> belongs(judged, instance))
                        .map(judged -> new JobsDraft.Found(instance.hostName(), judged)))
                .toList();
    }

    private static boolean belongs(JudgedJob judged, Instance instance) {
        return judged.job().active()
                && !judged.job().osDefault()
                && judged.job().workload().is(instance.id());
    }

    private void overlays(Folder folder) {
        List<String> groups = folder.groups();
        if (!groups.isEmpty()) {
            Optional<ImageName> image =
                    subject.runs() || groups.contains("jobs") ? Optional.of(plan.image()) : Optional.empty();
            folder.addOverlay("prod", KustomizationDraft.overlay(groups, subject.namespace(), image, subject.target()));
            folder.addOverlay(
                    "test", KustomizationDraft.overlay(groups, subject.namespace() + "-test", image, subject.target()));
        }
    }

    WorkloadPlan plan() {
        return plan;
    }
}
