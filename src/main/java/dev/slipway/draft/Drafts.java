package dev.slipway.draft;

import dev.slipway.assess.AssessedWorkload;
import dev.slipway.assess.Assessment;
import dev.slipway.assess.FleetIndex;
import dev.slipway.assess.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All drafts: a folder for each workload, one for the jobs of a host that belong to no workload, and what owners and the platform
 * need besides.
 */
public final class Drafts {
    private final Target target;
    private final Answers answers;
    private final DraftIndex index;
    private final Remedies remedies;

    public Drafts(Target target, Answers answers, DraftIndex index, Remedies remedies) {
        this.target = target;
        this.answers = answers;
        this.index = index;
        this.remedies = remedies;
    }

    /** The drafts of a workload that was seen on one host. */
    public List<DraftFile> workload(Assessment host, AssessedWorkload workload) {
        return workload(List.of(new Instance(host, workload)));
    }

    /** The drafts of a workload on all its hosts, which have the same folder. */
    public List<DraftFile> workload(List<Instance> instances) {
        return sorted(new WorkloadDraft(subject(instances), remedies).files());
    }

    /** Everything for one owner: every file below {@code drafts/<owner>}. */
    public List<DraftFile> owner(String owner, List<Assessment> hosts) {
        SortedMap<String, List<Instance>> folders = new TreeMap<>();
        for (Assessment host : hosts) {
            for (AssessedWorkload workload : host.workloads()) {
                workload.draft()
                        .ifPresent(folder -> folders.computeIfAbsent(folder, f -> new ArrayList<>())
                                .add(new Instance(host, workload)));
            }
        }
        List<WorkloadDraft> drafts = folders.values().stream()
                .map(instances -> new WorkloadDraft(subject(instances), remedies))
                .toList();
        List<DraftFile> files = new ArrayList<>();
        drafts.forEach(draft -> files.addAll(draft.files()));
        List<HostJobsDraft> hostJobs = hosts.stream()
                .map(host -> new HostJobsDraft(host, namespace(owner), folderOf(owner), target))
                .filter(HostJobsDraft::any)
                .toList();
        hostJobs.forEach(draft -> files.addAll(draft.files()));
        GoCronDraft goCron = new GoCronDraft(namespace(owner), index, jobs(hosts));
        files.addAll(new OwnerDraft(
                        owner,
                        namespace(owner),
                        folderOf(owner),
                        drafts.stream().map(WorkloadDraft::plan).toList(),
                        hostJobs,
                        goCron)
                .files());
        return sorted(files);
    }

    private static List<JobsDraft.Found> jobs(List<Assessment> hosts) {
        return hosts.stream()
                .sorted(Comparator.comparing(host -> host.facts().host().name()))
                .flatMap(host -> host.jobs().stream()
                        .map(judged -> new JobsDraft.Found(host.facts().host().name(), judged)))
                .toList();
    }

    /** What all owners need first: every file below {@code drafts/_platform}. */
    public List<DraftFile> platform(List<String> owners) {
        return new PlatformDraft(
                        owners.stream().distinct().sorted().map(this::namespace).toList(), target)
                .files();
    }

    private Subject subject(List<Instance> instances) {
        Instance first = instances.get(0);
        String folder = first.workload()
                .draft()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the workload " + first.id() + " on " + first.hostName() + " gets no draft"));
        String owner = first.facts().host().owner();
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        return new Subject(owner, namespace(owner), name, folder, instances, target, answers, index);
    }

    private String namespace(String owner) {
        return answers.of(owner, "", "namespace")
                .filter(text -> text.matches("[a-z]([a-z0-9-]{0,50}[a-z0-9])?"))
                .orElse(FleetIndex.slug(owner));
    }

    private static String folderOf(String owner) {
        return "drafts/" + FleetIndex.slug(owner);
    }

    private static List<DraftFile> sorted(List<DraftFile> files) {
        return files.stream().sorted(Comparator.comparing(DraftFile::path)).toList();
    }
}
