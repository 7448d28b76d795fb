package dev.slipway.schedule;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import dev.slipway.facts.Workload;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Tells whose code a job runs, where nobody has told yet: by a path, by a port that it calls, by an account that has one workload. */
final class JobBinding {
    private static final int SHORTEST_DIRECTORY = 5;

    private final List<Workload> workloads;
    private final SortedSet<String> hostNames;

    JobBinding(HostFacts facts) {
        this.workloads = facts.workloads().stream().filter(Workload::scored).toList();
        this.hostNames = names(facts.host());
    }

    /** The names and addresses under which the host calls itself. */
    static SortedSet<String> names(Host host) {
        SortedSet<String> names = new TreeSet<>();
        names.add(host.name());
        host.hostName().toOptional().ifPresent(names::add);
        host.addresses().forEach(address -> names.add(address.replaceFirst("/.*", "")));
        names.remove("");
        return names;
    }

    SortedSet<String> hostNames() {
        return hostNames;
    }

    Job bound(Job job) {
        if (job.workload().isKnown() || job.osDefault()) {
            return job;
        }
        JobCommand command = JobCommand.of(job);
        return only(workload -> runsCodeOf(job, workload))
                .or(() -> only(workload -> calls(command, workload)))
                .or(() -> only(workload -> isUserOf(job, workload)))
                .map(workload -> job.withWorkload(Fact.known(workload.id())))
                .orElse(job);
    }

    private Optional<Workload> only(Predicate<Workload> is) {
        List<Workload> found = workloads.stream().filter(is).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean runsCodeOf(Job job, Workload workload) {
        String where = job.command() + "\n" + job.source();
        boolean directory = workload.rootDirectory().length() >= SHORTEST_DIRECTORY
                && where.contains(workload.rootDirectory() + "/");
        boolean artifact = workload.artifact().startsWith("/") && where.contains(workload.artifact());
        return directory || artifact;
    }

    private boolean calls(JobCommand command, Workload workload) {
        return command.callsHost(hostNames)
                && command.urls().stream().anyMatch(url -> workload.ports().contains(CommandTraces.portOf(url)));
    }

    private static boolean isUserOf(Job job, Workload workload) {
        Optional<String> user = job.user().toOptional();
        return user.filter(name -> !name.equals("root")).isPresent()
                && user.equals(workload.user().toOptional());
    }
}
