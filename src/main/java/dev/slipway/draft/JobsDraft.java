package dev.slipway.draft;

import dev.slipway.facts.Job;
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
            String key = String.join("\n", job.source().replaceFirst("^/var/spool/", ""), job.schedule(), job.command(), job.user().orElse("?"));
            distinct.computeIfAbsent(key, k -> new ArrayList<>()).add(found);
        }
        return distinct;
    }

    private String name(Found found, SortedSet<String> taken) {
        String base = ObjectName.ofCronJob(folderName + "-" + program(found.judged().job().command()));
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
        return new LabelSelectorBuilder().addToMatchLabels(COMPONENT, accountName()).build();
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
        Job job = same.get(0).judged().job();
        JobTiming timing = JobTiming.of(same.get(0).judged());
        Notes notes = new Notes();
        String hosts = String.join(", ", same.stream().map(Found::host).distinct().sorted().toList());
        notes.from("/spec/schedule", job.source() + (job.line() > 0 ? ":" + job.line() : "") + " on " + hosts + ": " + job.schedule());
        if (!timing.question().isEmpty()) {
            notes.ask("/spec/schedule", timing.question(), "SCHED-001");
        }
        notes.assumed("/spec/suspend", "asleep, as the host may still run it; wake it when the host's line is gone");
        zone(timing, notes);
        return new Manifest(
                "cronjob-" + name + ".yaml",
                new CronJobBuilder()
                        .withMetadata(Labels.meta(namespace, name, namespace))
                        .withNewSpec()
                        .withSchedule(timing.schedule())
                        .withTimeZone(timing.timeZone().isEmpty() ? "Etc/UTC" : timing.timeZone())
                        .withConcurrencyPolicy("Forbid")
                        .withStartingDeadlineSeconds(300L)
                        .withSuccessfulJobsHistoryLimit(3)
                        .withFailedJobsHistoryLimit(3)
                        .withSuspend(true)
                        .withNewJobTemplate()
                        .withNewSpec()
                        .withBackoffLimit(0)
                        .withActiveDeadlineSeconds(deadline(same, notes))
                        .withNewTemplate()
                        .withNewMetadata()
                        .withLabels(podLabels(name))
                        .endMetadata()
                        .withSpec(pod(job, name, timing, notes.at("/spec/jobTemplate/spec/template/spec")))
                        .endTemplate()
                        .endSpec()
                        .endJobTemplate()
                        .endSpec()
                        .build(),
                notes);
    }

    private static void zone(JobTiming timing, Notes notes) {
        if (timing.timeZone().isEmpty()) {
            notes.ask("/spec/timeZone", "in which time zone? the host's is not known", "SCHED-009");
        } else {
            notes.from("/spec/timeZone", "the zone that the host reads the schedule in");
        }
    }

    private static long deadline(List<Found> same, Notes notes) {
        double seconds = same.stream()
                .flatMap(found -> found.judged().job().lastRunSeconds().toOptional().stream())
                .max(Double::compare)
                .orElse(0.0);
        if (seconds > 0) {
            notes.from("/spec/jobTemplate/spec/activeDeadlineSeconds", "four times its last run of " + Math.round(seconds) + " s, at least 10 minutes");
            return Math.max(600, Math.round(seconds * 4));
        }
        notes.assumed("/spec/jobTemplate/spec/activeDeadlineSeconds", "one hour; how long it runs was not seen");
        return 3600;
    }

    private SortedMap<String, String> podLabels(String name) {
        SortedMap<String, String> labels = Labels.of(name, namespace);
        labels.put(COMPONENT, accountName());
        return labels;
    }

    private PodSpec pod(Job job, String name, JobTiming timing, Notes notes) {
        Identity identity = Identity.unprivileged(job.user().orElse("an account that could not be read"));
        notes.add("/securityContext/runAsUser", new Note(identity.kind(), identity.reason(), ""));
        return new PodSpecBuilder()
                .withServiceAccountName(accountName())
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withPriorityClassName(PodDraft.PRIORITY)
                .withRestartPolicy("Never")
                .withSecurityContext(identity.pod())
                .withContainers(container(job, name, timing, identity, notes.at("/containers/0")))
                .withVolumes(new VolumeBuilder()
                        .withName("tmp")
                        .withNewEmptyDir()
                        .withSizeLimit(new Quantity(SCRATCH_MIB + "Mi"))
                        .endEmptyDir()
                        .build())
                .build();
    }

    private Container container(Job job, String name, JobTiming timing, Identity identity, Notes notes) {
        if (!image.known()) {
            notes.ask("/image", "which image holds this command, with its digest? the digest of zeros starts nothing", "RUN-014");
        }
        questions(job, notes);
        notes.assumed("/resources", "what it needs was not measured");
        return new ContainerBuilder()
                .withName(name)
                .withImage(image.reference())
                .withImagePullPolicy("Always")
                .withCommand(timing.command())
                .withArgs(timing.args())
                .withEnv(environment(job))
                .withNewResources()
                .addToRequests("cpu", new Quantity("100m"))
                .addToRequests("memory", new Quantity("256Mi"))
                .addToRequests("ephemeral-storage", new Quantity("64Mi"))
                .addToLimits("cpu", new Quantity("1"))
                .addToLimits("memory", new Quantity("512Mi"))
                .addToLimits("ephemeral-storage", new Quantity("256Mi"))
                .endResources()
                .withSecurityContext(identity.container())
                .withVolumeMounts(new VolumeMountBuilder().withName("tmp").withMountPath("/tmp").build())
                .build();
    }

    private static void questions(Job job, Notes notes) {
        if (job.command().contains("[REDACTED]")) {
            notes.ask("/args", "the command holds a secret: read it from a file of a Secret instead", "SECR-001");
        }
        if (job.command().matches("(?s).*(127\\.0\\.0\\.1|localhost).*")) {
            notes.ask("/args", "it calls its own host: use the name of the Service instead", "NET-003");
        }
        if (job.command().matches("(?s).*>>?\\s*/(?!dev/).*")) {
            notes.ask("/args", "it writes to a file of the host: write to standard output, or mount a volume there", "SCHED-006");
        }
    }

    private static List<EnvVar> environment(Job job) {
        List<EnvVar> variables = new ArrayList<>();
        job.environment().forEach((name, value) -> {
            boolean ofCron = List.of("MAILTO", "MAILFROM", "SHELL", "HOME", "LOGNAME", "USER", "PATH", "CRON_TZ", "RANDOM_DELAY").contains(name);
            if (!ofCron && ObjectName.isVariable(name) && !ObjectName.soundsSecret(name) && !value.contains("[REDACTED]")) {
                variables.add(new EnvVarBuilder().withName(name).withValue(value.replace("$(", "$$(")).build());
            }
        });
        return variables;
    }
}
