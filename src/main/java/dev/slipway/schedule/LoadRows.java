package dev.slipway.schedule;

import dev.slipway.facts.Job;
import dev.slipway.facts.Workload;
import dev.slipway.schedule.JobCommand.Kind;
import dev.slipway.schedule.Recommendation.Target;
import java.util.List;
import java.util.Optional;

/** The rows that go by how often and how long a job runs, and for whom. */
final class LoadRows {
    private static final long MINUTE = 60;
    private static final long FIVE_MINUTES = 300;
    private static final long QUARTER = 900;
    private static final double LONG_RUN_SECONDS = 1800;
    private static final double SHORT_RUN_SECONDS = 60;
    private static final int MANY_JOBS = 10;
    private static final String CRONJOB_COST =
            "cronjob: only with fewer than 20 such jobs in the cluster, and if a start 10 to 30 seconds late does no harm";

    private LoadRows() {}

    /** A scheduler inside a program moves with it. */
    static Ruling inProgram(JobView view) {
        if (view.job().origin() != Job.Origin.IN_PROCESS) {
            return Ruling.NO;
        }
        boolean many =
                view.workload().filter(workload -> workload.instances() > 1).isPresent();
        String copies = many
                ? "it runs in every instance already; replicas need a lock or a leader unless that is meant"
                : "with more than one replica it would run in each: keep one, or add a lock or a leader";
        return new Ruling.Applies(
                Target.DEPLOYMENT,
                List.of("the program runs it itself and takes it along", copies),
                List.of(
                        "gocron: an HTTP task that calls the program, once the job has an address to call",
                        "cronjob: once the job can be started as a program of its own"));
    }

    /** Row 11. */
    static Ruling onEveryInstance(JobView view) {
        Optional<Workload> many = view.workload().filter(workload -> workload.instances() > 1);
        return many.<Ruling>map(workload -> new Ruling.NotKnown(
                        "must it run on each of the " + workload.instances() + " hosts of " + workload.name()
                                + ", or once for all? On each: a sidecar that loops",
                        Target.SIDECAR))
                .orElse(Ruling.NO);
    }

    static Ruling framework(JobView view) {
        return Ruling.when(
                view.command().kind() == Kind.FRAMEWORK_SCHEDULER,
                Target.GOCRON,
                "the framework keeps its own plan and wants to be called every minute ("
                        + view.command().evidence() + "); a pod a minute would cost more than the work",
                "sidecar: supercronic, or the framework's own worker, in the application's image",
                CRONJOB_COST);
    }

    /** Row 12. */
    static Ruling belowAMinute(JobView view) {
        List<Job> twins = view.pausedTwins();
        if (twins.size() > 1 && view.intervalIn(MINUTE, MINUTE + 1)) {
            return Ruling.applies(
                    Target.GOCRON,
                    twins.size() + " lines run the same command every minute after different pauses: one job every "
                            + MINUTE / twins.size() + " seconds, which a CronJob cannot be",
                    "deployment: a scheduler inside a program");
        }
        return Ruling.when(
                view.intervalIn(0, MINUTE),
                Target.GOCRON,
                "it runs every " + view.intervalSeconds().orElse(0L)
                        + " seconds; a CronJob starts at most once a minute",
                "deployment: a scheduler inside a program");
    }

    /** Row 13. */
    static Ruling heavy(JobView view) {
        Optional<Double> took = view.job().lastRunSeconds().toOptional().filter(seconds -> seconds > LONG_RUN_SECONDS);
        Optional<Workload> other = view.workload()
                .filter(w -> w.user().isKnown()
                        && !view.user().isEmpty()
                        && !w.user().is(view.user()));
        if (took.isPresent()) {
            return cronJob("its last run took " + Math.round(took.get() / MINUTE)
                    + " minutes; a restart of goCron's server kills what runs");
        } else if (view.schedule().catchesUp()) {
            return cronJob(
                    "a run that was missed is made up for; a CronJob with a long startingDeadlineSeconds does that,"
                            + " goCron does not");
        } else if (other.isPresent()) {
            return cronJob("it runs as " + view.user() + " and " + other.get().name() + " as "
                    + other.get().user().orElse("") + "; tasks of a goCron node all have the account of its container");
        }
        return new Ruling.NotKnown(
                "can a run take more than 30 minutes or more than half of the memory of a node, or print more than 1 MiB?"
                        + " Then a CronJob",
                Target.CRONJOB);
    }

    private static Ruling cronJob(String reason) {
        return Ruling.applies(Target.CRONJOB, reason);
    }

    /** Row 15. */
    static Ruling everyFewMinutes(JobView view) {
        return Ruling.when(
                view.intervalIn(MINUTE, FIVE_MINUTES),
                Target.GOCRON,
                "it runs every " + view.intervalSeconds().orElse(0L)
                        + " seconds; a pod for each run costs more than the run, and starts late",
                CRONJOB_COST);
    }

    /** Row 16. */
    static Ruling everyQuarter(JobView view) {
        if (!view.intervalIn(FIVE_MINUTES, QUARTER)) {
            return Ruling.NO;
        }
        String often = "it runs every " + view.intervalSeconds().orElse(0L) / MINUTE + " minutes";
        Optional<Double> took = view.job().lastRunSeconds().toOptional();
        if (view.workload().isEmpty()) {
            return Ruling.applies(
                    Target.CRONJOB, often + " and belongs to no application whose image a goCron node could use");
        } else if (took.filter(seconds -> seconds < SHORT_RUN_SECONDS).isPresent()) {
            return Ruling.applies(
                    Target.GOCRON,
                    often + ", takes less than a minute and can use the image of "
                            + view.workload().get().name(),
                    "cronjob: if nobody runs a goCron server; a pod for every run");
        } else if (took.isPresent()) {
            return Ruling.applies(Target.CRONJOB, often + " and takes a minute or more");
        }
        return new Ruling.Applies(
                Target.CRONJOB,
                List.of(
                        often,
                        DecisionTable.QUESTION + "how long does a run take? Under a minute: goCron, in the image of "
                                + view.workload().get().name()),
                List.of("gocron: if a run takes less than a minute"));
    }

    /** Rows 14, 17 and 19, which no scan can see. */
    static Ruling wishes(JobView view) {
        return new Ruling.NotKnown(
                "do people start it by hand or read its output, does another job wait for it, or must it start to the second?"
                        + " Then goCron",
                Target.GOCRON);
    }

    /** Row 18. */
    static Ruling manyOfOneProject(JobView view) {
        long jobs = view.workload()
                .map(workload -> view.facts().jobs().stream()
                        .filter(job -> job.active()
                                && !job.osDefault()
                                && job.workload().is(workload.id()))
                        .count())
                .orElse(0L);
        return Ruling.when(
                jobs >= MANY_JOBS,
                Target.GOCRON,
                jobs + " jobs run the code of "
                        + view.workload().map(Workload::name).orElse("")
                        + ": one goCron node in its image serves them all",
                "cronjob: if nobody runs a goCron server");
    }

    /** Row 20. */
    static Ruling plain(JobView view) {
        String often = view.intervalSeconds()
                .toOptional()
                .filter(seconds -> seconds > 0)
                .map(seconds -> seconds >= QUARTER ? "it runs 15 minutes apart or more" : "nothing speaks against it")
                .orElse("nothing speaks against it");
        return Ruling.applies(
                Target.CRONJOB,
                often + ": a CronJob is part of Kubernetes and has no server of its own that could fail",
                "gocron: if it is wanted for other jobs of the same project anyway");
    }
}
