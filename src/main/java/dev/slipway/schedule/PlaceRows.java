package dev.slipway.schedule;

import dev.slipway.facts.Job;
import dev.slipway.facts.StatePath;
import dev.slipway.schedule.JobCommand.Kind;
import dev.slipway.schedule.JobSchedule.Times;
import dev.slipway.schedule.Recommendation.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows that go by what a job is and what it touches. */
final class PlaceRows {
    private static final long LONGEST_HTTP_SECONDS = 300;
    private static final String CODE = ".*\\.(?:jar|war|py|php|rb|pl|sh|js|cfg|conf|ini|ya?ml|properties|xml|json|env)";

    private static final String NO_STATE = "/(?:etc|tmp|var/tmp|usr|bin|sbin|lib|opt/[^/]+/s?bin)(?:/.*)?";

    private PlaceRows() {}

    static Ruling neverRuns(JobView view) {
        Job job = view.job();
        if (job.osDefault()) {
            return housekeeping(view);
        } else if (!job.active()) {
            return Ruling.applies(
                    Target.DROP,
                    "it does not run on this host: " + job.inactiveReason(),
                    "cronjob: if its owner believes that it runs; then the reason above must be mended as well");
        }
        boolean never = view.schedule().times() instanceof Times.ByCalendar
                && view.runsPerDay().is(0.0)
                && view.schedule().rules().stream()
                        .allMatch(rule -> rule.filter().years().isEmpty());
        boolean leapDay = view.schedule().rules().stream()
                .anyMatch(rule -> !rule.fields().empty()
                        && CronFields.bit(rule.fields().monthDays(), 29)
                        && CronFields.bit(rule.fields().months(), 2));
        return Ruling.when(
                never && !leapDay,
                Target.DROP,
                "its schedule " + view.job().schedule() + " fits no date, so it has never run",
                "cronjob: with the schedule that was meant");
    }

    /** Row 1. */
    static Ruling housekeeping(JobView view) {
        List<String> paths = view.command().localPaths();
        boolean systemTemp = view.command().kind() == Kind.CLEANUP
                && view.workload().isEmpty()
                && !paths.isEmpty()
                && paths.stream().allMatch(path -> path.matches("/(?:var/)?tmp(?:/[*.].*)?"));
        if (view.job().osDefault()) {
            return Ruling.applies(
                    Target.DROP,
                    "the distribution brought it to look after the machine; nodes and images look after themselves");
        } else if (systemTemp) {
            return Ruling.applies(
                    Target.DROP,
                    "it empties the machine's own directory for temporary files; a container has one of its own");
        }
        return Ruling.when(
                view.command().kind() == Kind.HOUSEKEEPING,
                Target.DROP,
                "it looks after the operating system (" + view.command().evidence()
                        + "); the node's image or the platform does that");
    }

    /** Row 2. */
    static Ruling rotatesLogs(JobView view) {
        return Ruling.when(
                view.command().kind() == Kind.LOG_ROTATION,
                Target.DROP,
                "it rotates or clears logs (" + view.command().evidence()
                        + "); in a container logs go to standard output and the node rotates them",
                "sidecar: only if the logs must stay files");
    }

    /** Row 3. */
    static Ruling supervises(JobView view) {
        return Ruling.when(
                view.command().kind() == Kind.WATCHDOG && !(view.schedule().times() instanceof Times.AtStart),
                Target.LIVENESS_PROBE,
                "it supervises a process (" + view.command().evidence()
                        + "); a liveness or startup probe and the restart policy do that, and a scheduler must not");
    }

    /** Loops, and programs that are started again and again. */
    static Ruling loops(JobView view) {
        return Ruling.when(
                view.schedule().times() instanceof Times.Always,
                Target.DEPLOYMENT,
                "it runs all the time and is started again when it ends, which is what a Deployment does",
                "sidecar: if it works on files of another workload",
                "gocron: if the loop only waits between runs, with its pause as the interval");
    }

    /** Row 4. */
    static Ruling atStart(JobView view) {
        if (!(view.schedule().times() instanceof Times.AtStart)) {
            return Ruling.NO;
        }
        boolean stays = view.command().kind() == Kind.SERVICE_START
                || view.command().kind() == Kind.WATCHDOG
                || view.command().programs().stream()
                        .anyMatch(program -> program.matches("(?:.*/)?(?:java|node|dotnet)"));
        if (stays) {
            return Ruling.applies(
                    Target.DEPLOYMENT,
                    "it starts a program that stays when the host starts (" + shown(view) + "); a Deployment does",
                    "init-container: if it only prepares something and ends");
        } else if (view.callsHost()) {
            return Ruling.applies(
                    Target.SIDECAR,
                    "when the host starts it calls a service that must be up already; an init container would run too early",
                    "liveness-probe: a startup probe that calls the same address",
                    "init-container: if what it does can be done before the start");
        }
        return Ruling.applies(
                Target.INIT_CONTAINER,
                "it prepares something when the host starts; an init container does so for every pod",
                "job: if it must happen once, not for every pod: a Job or a hook of the release",
                "deployment: if it starts a program that stays",
                "sidecar: if it needs the application to be up already, or a postStart hook");
    }

    private static String shown(JobView view) {
        return view.command().evidence().isEmpty()
                ? String.join(", ", view.command().programs())
                : view.command().evidence();
    }

    /** Row 5. */
    static Ruling renewsCertificates(JobView view) {
        return Ruling.when(
                view.command().kind() == Kind.CERTIFICATE_RENEWAL,
                Target.MANAGED,
                "it renews certificates (" + view.command().evidence() + "); cert-manager or the ingress does that",
                "cronjob: one that writes the certificate into a Secret, which needs rights for it");
    }

    /** Row 6. */
    static Ruling backsUp(JobView view) {
        return Ruling.when(
                view.command().kind() == Kind.BACKUP,
                Target.MANAGED,
                "it makes a backup (" + view.command().evidence()
                        + "); the managed database's own backup, an operator or Velero does that, with retention and restore",
                "cronjob: with a volume or an object store for the result, concurrencyPolicy Forbid and a deadline of half its"
                        + " interval");
    }

    /** Row 7. */
    static Ruling once(JobView view) {
        boolean once = view.schedule().times() instanceof Times.Once;
        boolean bound = view.schedule().rules().stream()
                .anyMatch(rule -> rule.filter().years().size() > 0);
        boolean yearly = view.runsPerDay()
                .toOptional()
                .filter(runs -> runs > 0 && runs < 1.5 / 365)
                .isPresent();
        if (once || bound) {
            return Ruling.applies(
                    Target.JOB, "it is meant for one date, not for repeating: a Job, created by hand at that time");
        }
        return yearly && !view.job().schedule().startsWith("@")
                ? new Ruling.NotKnown(
                        "it runs on one day a year; was it meant for one date only? Then a Job by hand, not a CronJob",
                        Target.JOB)
                : Ruling.NO;
    }

    /** Row 8. */
    static Ruling cleansUp(JobView view) {
        boolean cleans = view.command().kind() == Kind.CLEANUP;
        List<String> local = view.command().localPaths().stream()
                .filter(path -> !view.onNetwork(path))
                .toList();
        if (cleans && !local.isEmpty()) {
            return Ruling.applies(
                    Target.SIDECAR,
                    "it removes files on the local disk (" + String.join(", ", local)
                            + "); the pod of a CronJob cannot see the files of another pod, a sidecar shares the volume",
                    "drop: if an emptyDir with a size limit, which dies with its pod, or the application itself can do it");
        }
        boolean hidden = cleans
                ? view.command().localPaths().isEmpty()
                : CommandKind.soundsLikeCleaning(view.command().programs());
        return hidden
                ? new Ruling.NotKnown(
                        "what does it clean? If files on the local disk of an application: a sidecar that shares the volume,"
                                + " or an emptyDir with a size limit",
                        Target.SIDECAR)
                : Ruling.NO;
    }

    /** Row 9. */
    static Ruling usesTheHost(JobView view) {
        List<String> state = view.command().hostState();
        Optional<String> known = view.command().localPaths().stream()
                .filter(path -> !view.onNetwork(path) && view.state(path).isPresent())
                .findFirst();
        if (known.isPresent()) {
            String kind = view.state(known.get()).map(StatePath::kind).orElse("");
            return Ruling.applies(
                    Target.SIDECAR,
                    "it works on files of this host that an application keeps (" + known.get() + ", " + kind
                            + "); a sidecar shares their volume",
                    "manual: rewrite it to use an interface or an object store, or leave it on the machine",
                    "cronjob: only with a volume that many nodes can mount; one that a single node mounts pins it there");
        } else if (!state.isEmpty()) {
            return hostState(view, state);
        } else if (view.command().kind() == Kind.TRANSFER) {
            return transfer(view);
        }
        List<String> files = view.command().localPaths().stream()
                .filter(path -> !view.onNetwork(path) && !path.matches(CODE) && !path.matches(NO_STATE))
                .filter(path -> !view.command().programs().contains(path))
                .toList();
        return files.isEmpty()
                ? Ruling.NO
                : new Ruling.NotKnown(
                        "does it need the files on this host (" + String.join(", ", files)
                                + ")? If an application keeps them: a sidecar that shares their volume",
                        Target.SIDECAR);
    }

    private static Ruling hostState(JobView view, List<String> state) {
        String what = String.join(", ", state);
        return view.workload().isPresent()
                ? Ruling.applies(
                        Target.SIDECAR,
                        "it uses what only this host has (" + what + "), next to "
                                + view.workload().get().name() + "; only a container of the same pod can",
                        "manual: rewrite it, or leave it on the machine")
                : Ruling.applies(
                        Target.MANUAL,
                        "it uses what only this host has (" + what + "); no pod elsewhere can",
                        "sidecar: if what it uses belongs to an application that moves",
                        "drop: if it is only about this machine");
    }

    private static Ruling transfer(JobView view) {
        List<String> local = Stream.of(view.command().localPaths())
                .flatMap(List::stream)
                .filter(path -> !view.onNetwork(path) && !path.startsWith("/etc/") && !path.matches(".*/\\.ssh/.*"))
                .toList();
        return Ruling.when(
                !local.isEmpty(),
                Target.MANUAL,
                "it copies files between the disks of hosts (" + view.command().evidence() + ": "
                        + String.join(", ", local)
                        + "); in a cluster a shared volume or an object store takes the place of the copy",
                "sidecar: if an application of the pod writes or reads these files",
                "cronjob: with a volume that many nodes can mount");
    }

    /** Row 10. */
    static Ruling callsTheHost(JobView view) {
        boolean only = !view.command().programs().isEmpty()
                && view.command().programs().stream()
                        .allMatch(program ->
                                CommandKind.CALLERS.contains(program.substring(program.lastIndexOf('/') + 1)));
        boolean longer = view.job()
                .lastRunSeconds()
                .toOptional()
                .filter(s -> s > LONGEST_HTTP_SECONDS)
                .isPresent();
        if (!view.callsHost() || !only) {
            return Ruling.NO;
        } else if (longer) {
            return Ruling.applies(
                    Target.CRONJOB,
                    "it only calls an address of this host, but for longer than the 300 seconds that goCron waits;"
                            + " a CronJob with curl calls the Service instead");
        }
        return Ruling.applies(
                Target.GOCRON,
                "it only calls an address of this host: an HTTP task of goCron calls the Service instead, which starts no pod;"
                        + " the answer must be 200 within 300 seconds",
                "cronjob: an image with curl that calls the Service; a pod for every run");
    }
}
