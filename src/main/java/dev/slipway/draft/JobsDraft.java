package dev.slipway.draft;

import dev.slipway.facts.Job;
import dev.slipway.schedule.CronJobPlan;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.schedule.Recommendation;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The CronJobs of one folder of drafts, each asleep until somebody wakes it. */
final class JobsDraft {
    private static final String COMPONENT = "app.kubernetes.io/component";
    private static final int SCRATCH_MIB = 128;

    private final String namespace;
    private final String folderName;
    private final ImageName image;
    private final PeerPlan peers;

    JobsDraft(String namespace, String folderName, ImageName image, PeerPlan peers) {
        this.namespace = namespace;
        this.folderName = folderName;
        this.image = image;
        this.peers = peers;
    }

    /**
     * A job and where it was found.
     *
     * @param host name of its host
     */
    record Found(String host, JudgedJob judged) {}

    /** Whether a job becomes a CronJob. */
    static boolean isForCronJob(JudgedJob judged) {
        return judged.job().active()
                && !judged.job().osDefault()
                && judged.recommendation().target() == Recommendation.Target.CRONJOB;
    }

    List<Manifest> manifests(List<Found> jobs) {
        List<Manifest> manifests = new ArrayList<>();
        SortedSet<String> names = new TreeSet<>();
        distinct(jobs).forEach((key, same) -> manifests.add(cronJob(same, name(same.get(0), names))));
        if (!manifests.isEmpty()) {
            manifests.add(account());
            manifests.add(new NetworkDraft(namespace, accountName(), selector(), peers).ofClient("networkpolicy.yaml"));
        }
        return manifests;
    }

    /** The same line on several hosts is one job. */
    private static SortedMap<String, List<Found>> distinct(List<Found> jobs) {
        SortedMap<String, List<Found>> distinct = new TreeMap<>();
        for (Found found : jobs) {
            Job job = found.judged().job();
            String key = String.join(
                    "\n",
                    job.source().replaceFirst("^/var/spool/", ""),
                    job.schedule(),
                    job.command(),
                    job.user().orElse("?"));
            distinct.computeIfAbsent(key, k -> new ArrayList<>()).add(found);
        }
        return distinct;
    }

    private String name(Found found, SortedSet<String> taken) {
        String base = ObjectName.ofCronJob(
                folderName + "-" + program(found.judged().job().command()));
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base.substring(0, Math.min(base.length(), 48)) + "-" + i;
        }
        return name;
    }

    /** A word for what it runs: the first that looks like a script or a program of the house. */
    static String program(String command) {
        String first = "";
        for (String word : command.split("[\\s;|&]+")) {
            String last = word.substring(word.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]{1,4}$", "");
            boolean usable = last.matches("[A-Za-z][A-Za-z0-9_-]{1,40}");
            if (usable && word.startsWith("/") && !word.matches("/(dev|run|tmp|var|bin|usr/bin)/.*")) {
                return last;
            }
            first = first.isEmpty() && usable ? last : first;
        }
        return first.isEmpty() ? "job" : first;
    }

    private String accountName() {
        return ObjectName.of(folderName + "-jobs");
    }

    private LabelSelector selector() {
        return new LabelSelectorBuilder()
                .addToMatchLabels(COMPONENT, accountName())
                .build();
    }

    private Manifest account() {
        return new Manifest(
                "serviceaccount.yaml",
                new ServiceAccountBuilder()
                        .withMetadata(Labels.meta(namespace, accountName(), namespace))
                        .withAutomountServiceAccountToken(false)
                        .build(),
                new Notes());
    }

    private Manifest cronJob(List<Found> same, String name) {
        CronJobPlan plan = JobTiming.of(same.get(0).judged());
        Notes notes = new Notes();
        time(same, plan, notes);
        return new Manifest(
                "cronjob-" + name + ".yaml",
                new CronJobBuilder()
                        .withMetadata(Labels.meta(namespace, name, namespace))
                        .withNewSpec()
                        .withSchedule(plan.schedule())
                        .withTimeZone(plan.timeZone().isEmpty() ? "Etc/UTC" : plan.timeZone())
                        .withConcurrencyPolicy(plan.concurrencyPolicy())
                        .withStartingDeadlineSeconds(plan.startingDeadlineSeconds())
                        .withSuccessfulJobsHistoryLimit(3)
                        .withFailedJobsHistoryLimit(3)
                        .withSuspend(plan.suspend())
                        .withNewJobTemplate()
                        .withNewSpec()
                        .withBackoffLimit(0)
                        .withActiveDeadlineSeconds(
                                plan.activeDeadlineSeconds().isPresent()
                                        ? (Long) plan.activeDeadlineSeconds().getAsLong()
                                        : null)
                        .withNewTemplate()
                        .withNewMetadata()
                        .withLabels(podLabels(name))
                        .endMetadata()
                        .withSpec(pod(name, plan, notes.at("/spec/jobTemplate/spec/template/spec")))
                        .endTemplate()
                        .endSpec()
                        .endJobTemplate()
                        .endSpec()
                        .build(),
                notes);
    }

    private static void time(List<Found> same, CronJobPlan plan, Notes notes) {
        Job job = same.get(0).judged().job();
        String hosts = String.join(
                ", ", same.stream().map(Found::host).distinct().sorted().toList());
        String line = job.line() > 0 ? ":" + job.line() : "";
        notes.from("/spec/schedule", job.source() + line + " on " + hosts + ": " + job.schedule());
        if (plan.schedule().equals(JobTiming.NEVER)) {
            notes.ask("/spec/schedule", "when should it run? what the host says has no equal here", "SCHED-001");
        }
        notes.assumed("/spec/suspend", "asleep, as the host may still run it; wake it when the host's line is gone");
        if (plan.timeZone().isEmpty()) {
            notes.ask("/spec/timeZone", "in which time zone? the host's is not known", "SCHED-009");
        } else {
            notes.from("/spec/timeZone", "the zone that the host reads the schedule in");
        }
        for (String reason : plan.reasons()) {
            notes.assumed(
                    place(reason), reason.replaceFirst("^(concurrencyPolicy|startingDeadlineSeconds)( \\w+)?: ", ""));
        }
    }

    /** The field that a reason of the plan is about. */
    private static String place(String reason) {
        if (reason.startsWith("concurrencyPolicy")) {
            return "/spec/concurrencyPolicy";
        } else if (reason.startsWith("startingDeadlineSeconds")) {
            return "/spec/startingDeadlineSeconds";
        } else if (reason.contains("activeDeadlineSeconds")) {
            return "/spec/jobTemplate/spec";
        }
        return "/spec/jobTemplate/spec/template/spec/containers/0/args";
    }

    private SortedMap<String, String> podLabels(String name) {
        SortedMap<String, String> labels = Labels.of(name, namespace);
        labels.put(COMPONENT, accountName());
        return labels;
    }

    private PodSpec pod(String name, CronJobPlan plan, Notes notes) {
        Identity identity =
                Identity.unprivileged(plan.user().isEmpty() ? "an account that could not be read" : plan.user());
        notes.add("/securityContext/runAsUser", new Note(identity.kind(), identity.reason(), ""));
        return new PodSpecBuilder()
                .withServiceAccountName(accountName())
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withPriorityClassName(PodDraft.PRIORITY)
                .withRestartPolicy("Never")
                .withSecurityContext(identity.pod())
                .withContainers(container(name, plan, identity, notes.at("/containers/0")))
                .withVolumes(new VolumeBuilder()
                        .withName("tmp")
                        .withNewEmptyDir()
                        .withSizeLimit(new Quantity(SCRATCH_MIB + "Mi"))
                        .endEmptyDir()
                        .build())
                .build();
    }

    private Container container(String name, CronJobPlan plan, Identity identity, Notes notes) {
        if (!image.known()) {
            notes.ask(
                    "/image",
                    "which image holds this command, with its digest? the digest of zeros starts nothing",
                    "RUN-014");
        }
        questions(String.join("\n", plan.args()), notes);
        notes.assumed("/resources", "what it needs was not measured");
        return new ContainerBuilder()
                .withName(name)
                .withImage(image.reference())
                .withImagePullPolicy("Always")
                .withCommand(plan.command())
                .withArgs(plan.args())
                .withWorkingDir(plan.workingDirectory().isEmpty() ? null : plan.workingDirectory())
                .withEnv(environment(plan))
                .withNewResources()
                .addToRequests("cpu", new Quantity("100m"))
                .addToRequests("memory", new Quantity("256Mi"))
                .addToRequests("ephemeral-storage", new Quantity("64Mi"))
                .addToLimits("cpu", new Quantity("1"))
                .addToLimits("memory", new Quantity("512Mi"))
                .addToLimits("ephemeral-storage", new Quantity("256Mi"))
                .endResources()
                .withSecurityContext(identity.container())
                .withVolumeMounts(new VolumeMountBuilder()
                        .withName("tmp")
                        .withMountPath("/tmp")
                        .build())
                .build();
    }

    private static void questions(String command, Notes notes) {
        if (command.contains("[REDACTED]")) {
            notes.ask("/args", "the command holds a secret: read it from a file of a Secret instead", "SECR-001");
        }
        if (command.matches("(?s).*(127\\.0\\.0\\.1|localhost).*")) {
            notes.ask("/args", "it calls its own host: use the name of the Service instead", "NET-003");
        }
        if (command.matches("(?s).*>>?\\s*/(?!dev/).*")) {
            notes.ask(
                    "/args",
                    "it writes to a file of the host: write to standard output, or mount a volume there",
                    "SCHED-006");
        }
    }

    private static List<EnvVar> environment(CronJobPlan plan) {
        List<EnvVar> variables = new ArrayList<>();
        plan.environment().forEach((name, value) -> {
            boolean ofCron = name.equals("PATH");
            if (!ofCron
                    && ObjectName.isVariable(name)
                    && !ObjectName.soundsSecret(name)
                    && !value.contains("[REDACTED]")) {
                variables.add(new EnvVarBuilder()
                        .withName(name)
                        .withValue(value.replace("$(", "$$("))
                        .build());
            }
        });
        return variables;
    }
}
