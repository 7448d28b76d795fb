package dev.slipway.draft;

import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an owner's workloads share: the namespace with its limits, a page that leads through the folders, and the questions. */
record OwnerDraft(
        String owner,
        String namespace,
        String path,
        List<WorkloadPlan> plans,
        List<HostJobsDraft> hostJobs,
        GoCronDraft goCron) {
    private static final int JOBS_MIB = 2048;
    private static final int JOBS_MILLIS = 2000;

    /** A folder of the owner. */
    record Line(String name, String hosts, String controller, String verdict, String disposition) {}

    /** What can be answered for one workload. */
    record Answerable(String name, String image) {}

    /** What fills the page and the file of answers. */
    record Model(
            String owner,
            String key,
            String namespace,
            List<Line> workloads,
            List<String> jobs,
            boolean goCron,
            List<Answerable> answers) {}

    List<DraftFile> files() {
        Folder folder = new Folder(path);
        folder.add("namespace", List.of(space(), priority(), quota(), limits(), deny()));
        folder.add("gocron", goCron.manifests());
        List<DraftFile> files = new ArrayList<>(folder.files());
        if (goCron.any()) {
            files.add(DraftFile.of(path + "/gocron/tasks.json", goCron.tasks()));
            files.add(DraftFile.of(path + "/gocron/README.md", goCronPage(folder)));
        }
        Model model = new Model(
                PlainText.markdown(owner),
                YamlScalar.of(owner),
                namespace,
                plans.stream().map(OwnerDraft::line).toList(),
                hostJobs.stream().map(HostJobsDraft::name).toList(),
                goCron.any(),
                plans.stream()
                        .map(plan -> new Answerable(
                                plan.subject().name(), plan.image().name()))
                        .toList());
        files.add(DraftFile.of(path + "/README.md", Template.fill("owner.mustache", model)));
        files.add(DraftFile.of(path + "/answers.example.yaml", Template.fill("answers.mustache", model)));
        return files;
    }

    /** A task of goCron. */
    record TaskRow(String name, String spec, String command, String origin, String reason) {}

    /** What fills the page on goCron. */
    record GoCronModel(String owner, String namespace, List<TaskRow> tasks, List<Question.Numbered> questions) {}

    private String goCronPage(Folder folder) {
        return Template.fill(
                "gocron.mustache",
                new GoCronModel(
                        PlainText.markdown(owner),
                        namespace,
                        goCron.all().stream()
                                .map(task -> new TaskRow(
                                        task.name(),
                                        PlainText.code(task.plan().spec()),
                                        PlainText.code(task.command()),
                                        PlainText.code(task.remark()),
                                        PlainText.markdown(String.join(
                                                "; ",
                                                task.judged().recommendation().reasons()))))
                                .toList(),
                        Question.numbered(folder.questions().stream()
                                .filter(question -> question.file().startsWith("gocron/"))
                                .toList())));
    }

    private static Line line(WorkloadPlan plan) {
        Subject subject = plan.subject();
        return new Line(
                subject.name(),
                PlainText.markdown(subject.hostNames()),
                subject.controller().term().replace('-', ' '),
                subject.lead().workload().verdict().term().replace('-', ' '),
                subject.lead().workload().disposition().term().replace('-', ' '));
    }

    private Manifest space() {
        Notes notes = new Notes();
        notes.assumed("/metadata/labels", "pods must be unprivileged; every pod of these drafts is");
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("app.kubernetes.io/part-of", namespace);
        labels.put("pod-security.kubernetes.io/enforce", "restricted");
        labels.put("pod-security.kubernetes.io/warn", "restricted");
        labels.put("pod-security.kubernetes.io/audit", "restricted");
        return new Manifest(
                "namespace.yaml",
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .withLabels(labels)
                        .endMetadata()
                        .build(),
                notes);
    }

    private static Manifest priority() {
        Notes notes = new Notes();
        notes.assumed("/value", "above the default of 0, and pushes nobody aside");
        return new Manifest(
                "priorityclass.yaml",
                new PriorityClassBuilder()
                        .withNewMetadata()
                        .withName(PodDraft.PRIORITY)
                        .endMetadata()
                        .withValue(1000)
                        .withGlobalDefault(false)
                        .withPreemptionPolicy("Never")
                        .withDescription("Workloads that came from virtual machines.")
                        .build(),
                notes);
    }

    private Manifest quota() {
        long memory = JOBS_MIB;
        long processor = JOBS_MILLIS;
        long limit = JOBS_MILLIS;
        for (WorkloadPlan plan : plans) {
            if (plan.subject().runs()) {
                long pods = plan.replicas() + 1L;
                memory += pods * plan.memory().limitMiB();
                processor += pods * plan.processor().requestMillis();
                limit += pods * plan.processor().limitMillis();
            }
        }
        Notes notes = new Notes();
        notes.assumed("/spec/hard", "every workload with one pod more than it has, and 2 GiB for jobs");
        return new Manifest(
                "resourcequota.yaml",
                new ResourceQuotaBuilder()
                        .withMetadata(Labels.meta(namespace, namespace + "-quota", namespace))
                        .withNewSpec()
                        .addToHard("requests.cpu", new Quantity(ProcessorPlan.quantity(processor)))
                        .addToHard("limits.cpu", new Quantity(ProcessorPlan.quantity(limit)))
                        .addToHard("requests.memory", new Quantity(memory + "Mi"))
                        .addToHard("limits.memory", new Quantity(memory + "Mi"))
                        .endSpec()
                        .build(),
                notes);
    }

    private Manifest limits() {
        long most =
                plans.stream().mapToLong(plan -> plan.memory().limitMiB()).max().orElse(512);
        long cpu = plans.stream()
                .mapToLong(plan -> plan.processor().limitMillis())
                .max()
                .orElse(1000);
        Notes notes = new Notes();
        notes.assumed(
                "/spec/limits/0",
                "for containers that say nothing themselves; none may be larger than the largest here");
        return new Manifest(
                "limitrange.yaml",
                new LimitRangeBuilder()
                        .withMetadata(Labels.meta(namespace, namespace + "-limits", namespace))
                        .withNewSpec()
                        .addNewLimit()
                        .withType("Container")
                        .addToMin("cpu", new Quantity("10m"))
                        .addToMin("memory", new Quantity("16Mi"))
                        .addToMax("cpu", new Quantity(ProcessorPlan.quantity(Math.max(2000, cpu))))
                        .addToMax("memory", new Quantity(Math.max(2048, most) + "Mi"))
                        .addToDefault("cpu", new Quantity("500m"))
                        .addToDefault("memory", new Quantity("512Mi"))
                        .addToDefaultRequest("cpu", new Quantity("100m"))
                        .addToDefaultRequest("memory", new Quantity("256Mi"))
                        .endLimit()
                        .endSpec()
                        .build(),
                notes);
    }

    private Manifest deny() {
        Notes notes = new Notes();
        notes.assumed("/spec/policyTypes", "nobody talks to anybody unless a workload's own policy allows it");
        return new Manifest(
                "networkpolicy.yaml",
                new NetworkPolicyBuilder()
                        .withMetadata(Labels.meta(namespace, "default-deny", namespace))
                        .withNewSpec()
                        .withNewPodSelector()
                        .endPodSelector()
                        .withPolicyTypes("Ingress", "Egress")
                        .endSpec()
                        .build(),
                notes);
    }
}
