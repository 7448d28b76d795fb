package dev.slipway.workload;

import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import dev.slipway.facts.Workload.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the workload whose code a job runs: by paths in its command, a port of this host that it calls, a service, its user. */
final class JobOwners {
    private static final Pattern PATH = Pattern.compile("(?<![\\w.:/-])/[^\\s'\"`;|&<>(){}$,=]+");
    private static final Pattern LOCAL_PORT =
            Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1\\]|0\\.0\\.0\\.0):(\\d{1,5})\\b");
    private static final Pattern SERVICE = Pattern.compile(
            "(?:systemctl\\s+(?:-\\S+\\s+)*(?:try-)?(?:restart|reload|start|stop|kill|reload-or-restart)|service)\\s+([\\w@.:-]+)");

    private final SortedMap<String, Candidate> candidates;
    private final SortedMap<String, String> learnt = new TreeMap<>();
    private final SortedMap<Integer, String> byPort = new TreeMap<>();

    private JobOwners(HostFacts facts, SortedMap<String, Candidate> candidates) {
        this.candidates = candidates;
        facts.listeners().stream()
                .filter(listener -> listener.port() > 0 && PortChoice.service(listener))
                .forEach(listener -> listener.workload()
                        .toOptional()
                        .filter(id -> !id.isEmpty())
                        .ifPresent(id -> byPort.putIfAbsent(listener.port(), id)));
    }

    static HostFacts assign(HostFacts facts, SortedMap<String, Candidate> candidates) {
        JobOwners owners = new JobOwners(facts, candidates);
        List<Job> first = facts.jobs().stream()
                .map(job -> job.withWorkload(owners.of(job, facts)))
                .toList();
        first.forEach(owners::learn);
        return facts.withJobs(first.stream()
                .map(job -> job.workload().is("") ? job.withWorkload(owners.of(job, facts)) : job)
                .toList());
    }

    /** Where one job of a workload has its script, others of it may have theirs. */
    private void learn(Job job) {
        job.workload().toOptional().filter(id -> !id.isEmpty()).ifPresent(id -> {
            Matcher paths = PATH.matcher(job.command());
            while (paths.find()) {
                String directory = FilePath.parent(paths.group());
                if (FilePath.ofOneProgram(directory) && FilePath.name(directory).matches("s?bin|scripts?|jobs?|cron")) {
                    learnt.merge(directory, id, (one, other) -> one.equals(other) ? one : "");
                }
            }
        });
    }

    private Fact<String> of(Job job, HostFacts facts) {
        if (job.osDefault()) {
            return Fact.known("");
        } else if (job.workload().orElse("").length() > 0) {
            return job.workload();
        }
        String command = job.command();
        SortedSet<String> byPath = byPath(command);
        Optional<String> owner = (byPath.size() == 1 ? Optional.of(byPath.first()) : Optional.<String>empty())
                .or(() -> byPort(command))
                .or(() -> byService(command))
                .or(() -> byPlace(job))
                .or(() -> byUser(job.user(), byPath));
        if (owner.isPresent()) {
            return Fact.known(owner.get());
        } else if (byPath.size() > 1) {
            return Fact.unknown("the code of several workloads lies there: " + String.join(", ", byPath));
        }
        boolean incomplete = !facts.complete("processes") || !facts.complete("workloads");
        return incomplete ? Fact.unknown("not all processes of the host could be seen") : Fact.known("");
    }

    /** The workloads with the innermost directory that a path of the command lies in. */
    private SortedSet<String> byPath(String command) {
        Matcher paths = PATH.matcher(command);
        SortedMap<Integer, SortedSet<String>> byDepth = new TreeMap<>();
        while (paths.find()) {
            String path = paths.group();
            scored().forEach((id, candidate) -> homes(candidate).stream()
                    .filter(home -> FilePath.within(path, home))
                    .forEach(home -> byDepth.computeIfAbsent(home.length(), depth -> new TreeSet<>())
                            .add(id)));
            learnt.forEach((directory, id) -> {
                if (!id.isEmpty() && FilePath.within(path, directory)) {
                    byDepth.computeIfAbsent(directory.length(), depth -> new TreeSet<>())
                            .add(id);
                }
            });
        }
        return byDepth.isEmpty() ? new TreeSet<>() : byDepth.getOrDefault(byDepth.lastKey(), new TreeSet<>());
    }

    private static List<String> homes(Candidate candidate) {
        SortedSet<String> homes = new TreeSet<>();
        homes.add(candidate.root());
        homes.add(candidate.artifact());
        homes.addAll(Aspect.WORKING_DIRECTORY.of(candidate.subject(), ""));
        return homes.stream().filter(FilePath::ofOneProgram).toList();
    }

    private Optional<String> byPort(String command) {
        Matcher port = LOCAL_PORT.matcher(command);
        while (port.find()) {
            String id = byPort.get(Integer.parseInt(port.group(1)));
            if (id != null) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private Optional<String> byService(String command) {
        Matcher service = SERVICE.matcher(command);
        while (service.find()) {
            Optional<String> owner = ofUnit(service.group(1));
            if (owner.isPresent()) {
                return owner;
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofUnit(String unit) {
        return scored().entrySet().stream()
                .filter(entry -> !entry.getValue().unitName().isEmpty())
                .filter(entry -> UnitName.plain(entry.getValue().unitName()).equals(UnitName.plain(unit)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A job inside a program has the program's file as its source. */
    private Optional<String> byPlace(Job job) {
        return job.origin() == Job.Origin.IN_PROCESS || job.origin() == Job.Origin.SUPERVISOR_LOOP
                ? byPath(job.source().replaceFirst("#.*$", "")).stream().findFirst()
                : Optional.empty();
    }

    /** An account that only one program runs under: its jobs are that program's. */
    private Optional<String> byUser(Fact<String> user, SortedSet<String> candidatesByPath) {
        List<String> theirs = scored().entrySet().stream()
                .filter(entry -> candidatesByPath.isEmpty() || candidatesByPath.contains(entry.getKey()))
                .filter(entry -> user.isKnown() && !user.is("root") && !user.is("nobody"))
                .filter(entry -> entry.getValue().subject().process().user().equals(user))
                .map(Map.Entry::getKey)
                .toList();
        return theirs.size() == 1 ? Optional.of(theirs.get(0)) : Optional.empty();
    }

    private SortedMap<String, Candidate> scored() {
        SortedMap<String, Candidate> scored = new TreeMap<>();
        candidates.forEach((id, candidate) -> {
            if (candidate.kind() != Kind.SYSTEM && candidate.kind() != Kind.AGENT) {
                scored.put(id, candidate);
            }
        });
        return scored;
    }
}
