package dev.slipway.schedule;

import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import dev.slipway.facts.Mount;
import dev.slipway.facts.StatePath;
import dev.slipway.facts.Workload;
import dev.slipway.schedule.FiringTimes.Frequency;
import dev.slipway.schedule.JobSchedule.Times;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A job with everything that the decision table asks about it.
 *
 * @param facts the host that it runs on, its jobs bound to workloads
 * @param hostNames names and addresses of that host
 */
record JobView(
        Job job,
        JobCommand command,
        JobSchedule schedule,
        CronTranslation translation,
        Fact<Double> runsPerDay,
        Fact<Long> intervalSeconds,
        HostFacts facts,
        SortedSet<String> hostNames) {
    private static final double DAY = 86_400;

    static JobView of(Job job, HostFacts facts, SortedSet<String> hostNames) {
        int year = CronTranslation.yearOf(facts.host().scannedAt());
        JobSchedule schedule = JobSchedule.of(job);
        Fact<Frequency> frequency = frequency(schedule.times(), year);
        return new JobView(
                job,
                JobCommand.of(job),
                schedule,
                CronTranslation.of(schedule, job.schedule(), job.timeZone(), year),
                frequency.map(Frequency::runsPerDay),
                frequency.map(Frequency::intervalSeconds),
                facts,
                hostNames);
    }

    private static Fact<Frequency> frequency(Times times, int year) {
        if (times instanceof Times.ByCalendar calendar) {
            return Fact.known(FiringTimes.frequency(calendar.rules(), year));
        } else if (times instanceof Times.Repeating repeating) {
            return Fact.known(new Frequency(DAY / repeating.seconds(), repeating.seconds()));
        } else if (times instanceof Times.Once) {
            return Fact.known(new Frequency(0, 0));
        } else if (times instanceof Times.AtStart) {
            return Fact.unknown("it depends on how often the host starts");
        } else if (times instanceof Times.Always) {
            return Fact.unknown("it runs all the time");
        }
        return Fact.unknown(((Times.NotKnown) times).reason());
    }

    /** The workload whose code it runs, if that is known and there is one. */
    Optional<Workload> workload() {
        return job.workload()
                .toOptional()
                .flatMap(id -> facts.workloads().stream()
                        .filter(workload -> workload.id().equals(id))
                        .findFirst());
    }

    /** Whether the shortest time between two runs is known and in this range, the end not in it. */
    boolean intervalIn(long from, long to) {
        return intervalSeconds
                .toOptional()
                .filter(s -> s > 0 && s >= from && s < to)
                .isPresent();
    }

    /** Account that runs it in the end; empty if not known. */
    String user() {
        return command.runAs().isEmpty() ? job.user().orElse("") : command.runAs();
    }

    boolean callsHost() {
        return command.callsHost(hostNames);
    }

    /** Whether a path lies on another machine, so that a pod can mount it as well. */
    boolean onNetwork(String path) {
        return facts.mounts().stream()
                .filter(Mount::network)
                .anyMatch(mount -> path.equals(mount.path()) || path.startsWith(mount.path() + "/"));
    }

    /** What a workload of this host is known to keep at this path, or below or above it. */
    Optional<StatePath> state(String path) {
        return facts.state().stream()
                .filter(state -> path.equals(state.path())
                        || path.startsWith(state.path() + "/")
                        || state.path().startsWith(path + "/"))
                .findFirst();
    }

    /** The lines that run the same command every minute, each after a different pause; this one among them. */
    List<Job> pausedTwins() {
        String core = withoutPause(job.command());
        return facts.jobs().stream()
                .filter(Job::active)
                .filter(other ->
                        other.source().equals(job.source()) && other.schedule().equals(job.schedule()))
                .filter(other -> withoutPause(other.command()).equals(core))
                .filter(other -> other.equals(job) || !other.command().equals(job.command()))
                .toList();
    }

    private static String withoutPause(String command) {
        return command.replaceFirst("^\\(?\\s*sleep\\s+\\d+\\s*(?:;|&&)\\s*", "")
                .replaceFirst("\\)\\s*$", "")
                .strip();
    }
}
