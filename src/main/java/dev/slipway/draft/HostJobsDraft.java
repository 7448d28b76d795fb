package dev.slipway.draft;

import dev.slipway.assess.Assessment;
import dev.slipway.assess.Target;
import dev.slipway.schedule.JudgedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folder for the jobs of a host that no workload's draft takes. */
final class HostJobsDraft {
    private final Assessment host;
    private final String namespace;
    private final String path;
    private final String name;
    private final Target target;

    HostJobsDraft(Assessment host, String namespace, String ownerFolder, Target target) {
        this.host = host;
        this.namespace = namespace;
        this.name = ObjectName.of("host-" + host.facts().host().name() + "-jobs");
        this.path = ownerFolder + "/" + name;
        this.target = target;
    }

    /** A row of the page. */
    record Row(String schedule, String command, String user, String target, String reason) {}

    /** What fills the page. */
    record Model(String name, String host, String namespace, List<Row> jobs, List<Question.Numbered> questions) {}

    private List<JudgedJob> jobs() {
        return host.jobs().stream()
                .filter(JobsDraft::isForCronJob)
                .filter(judged -> judged.job()
                        .workload()
                        .toOptional()
                        .flatMap(host::workload)
                        .flatMap(workload -> workload.draft())
                        .isEmpty())
                .toList();
    }

    boolean any() {
        return !jobs().isEmpty();
    }

    String name() {
        return name;
    }

    List<DraftFile> files() {
        String hostName = host.facts().host().name();
        ImageName image = ImageName.placeholder(namespace + "-" + name, "todo");
        Folder folder = new Folder(path);
        folder.add(
                "jobs",
                new JobsDraft(namespace, name.replaceFirst("-jobs$", ""), image, new PeerPlan(List.of(), List.of()))
                        .manifests(jobs().stream()
                                .map(judged -> new JobsDraft.Found(hostName, judged))
                                .toList()));
        folder.addOverlay("prod", KustomizationDraft.overlay(List.of("jobs"), namespace, Optional.of(image), target));
        folder.addOverlay(
                "test", KustomizationDraft.overlay(List.of("jobs"), namespace + "-test", Optional.of(image), target));
        List<Question> questions = folder.questions();
        List<DraftFile> files = new ArrayList<>(folder.files());
        files.add(DraftFile.of(path + "/HANDOFF.md", page(questions)));
        files.add(DraftFile.of(path + "/decisions.json", folder.decisions(name, questions)));
        files.add(DraftFile.of(
                path + "/Dockerfile",
                Template.fill(
                        "dockerfile/jobs.mustache",
                        new Model(name, PlainText.oneLine(hostName, 100), namespace, List.of(), List.of()))));
        return files;
    }

    private String page(List<Question> questions) {
        List<Row> rows = jobs().stream()
                .map(judged -> new Row(
                        PlainText.code(judged.job().schedule()),
                        PlainText.code(judged.job().command()),
                        PlainText.code(judged.job().user().orElse("not readable")),
                        PlainText.code(judged.job().source()
                                + (judged.job().line() > 0 ? ":" + judged.job().line() : "")),
                        PlainText.markdown(judged.recommendation().reasons().stream()
                                .findFirst()
                                .orElse(""))))
                .toList();
        return Template.fill(
                "host-jobs.mustache",
                new Model(
                        name,
                        PlainText.markdown(host.facts().host().name()),
                        namespace,
                        rows,
                        Question.numbered(questions)));
    }
}
