package dev.slipway.workload;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Listener;
import dev.slipway.facts.Setting;
import dev.slipway.facts.WebApplication;
import dev.slipway.facts.Workload;
import dev.slipway.facts.Workload.Product;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a workload of a candidate, once its facts are known. */
final class WorkloadAssembly {
    private static final Pattern POOL = Pattern.compile("php-fpm: pool (\\S+)|uwsgi.*vassal (\\S+)");
    private static final String STOPPED = "it does not run";

    private final HostFacts facts;
    private final ProcessorTime clock;

    WorkloadAssembly(HostFacts facts) {
        this.facts = facts;
        this.clock = ProcessorTime.of(facts.host());
    }

    Workload assemble(String id, Candidate candidate) {
        HostProcess main = candidate.subject().process();
        List<HostProcess> processes =
                candidate.group().map(ProcessGroup::processes).orElse(List.of());
        String name = Naming.name(candidate);
        List<String> applications = applications(id, processes);
        return new Workload(
                id,
                name,
                candidate.kind(),
                candidate.family(),
                new Product(candidate.product(), version(id, candidate)),
                candidate.launcher(),
                candidate.unitName().startsWith("/") ? FilePath.name(candidate.unitName()) : candidate.unitName(),
                main.user(),
                main.userId(),
                candidate.pids(),
                ports(id),
                main.executable(),
                command(main),
                main.workingDirectory(),
                candidate.root(),
                candidate.artifact(),
                applications,
                main.environment(),
                List.of(),
                1,
                sum(processes, HostProcess::memoryBytes),
                sum(processes, HostProcess::peakMemoryBytes),
                clock.cores(processes),
                main.startedAt(),
                sum(processes, process -> process.threads().map(Long::valueOf)).map(Long::intValue),
                zombies(candidate),
                confidence(candidate),
                Signatures.of(name, candidate, applications, facts, id),
                evidence(candidate));
    }

    private Fact<String> version(String id, Candidate candidate) {
        Optional<String> configured = facts.settings().stream()
                .filter(setting ->
                        setting.workload().equals(id) && setting.name().equals("version"))
                .filter(setting -> setting.product().equals(candidate.product()))
                .map(Setting::value)
                .findFirst();
        return Fact.of(
                configured.or(
                        () -> candidate.match().flatMap(match -> match.runtime().version(candidate.subject()))),
                candidate.match().isEmpty() ? "the product is not known" : "nothing that was read shows it");
    }

    private List<Integer> ports(String id) {
        return facts.listeners().stream()
                .filter(listener -> listener.workload().is(id))
                .filter(PortChoice::service)
                .map(Listener::port)
                .sorted()
                .distinct()
                .toList();
    }

    private static Fact<String> command(HostProcess process) {
        return process.title().isEmpty()
                ? process.arguments().map(arguments -> String.join(" ", arguments))
                : Fact.known(process.title());
    }

    private List<String> applications(String id, List<HostProcess> processes) {
        SortedSet<String> names = new TreeSet<>();
        facts.webApplications().stream()
                .filter(application -> application.workload().equals(id) && !application.bundled())
                .map(WebApplication::name)
                .forEach(names::add);
        for (HostProcess process : processes) {
            Matcher pool = POOL.matcher(process.title());
            if (pool.matches()) {
                names.add(pool.group(1) == null ? pool.group(2) : pool.group(1));
            }
        }
        return List.copyOf(names);
    }

    private static Fact<Long> sum(List<HostProcess> processes, Function<HostProcess, Fact<Long>> value) {
        long sum = 0;
        for (HostProcess process : processes) {
            Fact<Long> one = value.apply(process);
            if (!one.isKnown()) {
                return one;
            }
            sum += one.orElse(0L);
        }
        return processes.isEmpty() ? Fact.unknown(STOPPED) : Fact.known(sum);
    }

    private int zombies(Candidate candidate) {
        return (int) candidate.group().map(ProcessGroup::processes).orElse(List.of()).stream()
                .filter(process -> process.state().equals("Z"))
                .count();
    }

    /** Of what is not known for sure, how much speaks for the best guess. */
    private static double confidence(Candidate candidate) {
        return candidate
                .match()
                .map(RuntimeCatalog.Match::confidence)
                .orElseGet(() -> RuntimeCatalog.builtIn().runtimes().stream()
                        .mapToDouble(runtime -> runtime.confidence(candidate.subject()))
                        .max()
                        .orElse(0));
    }

    private static List<EvidenceLine> evidence(Candidate candidate) {
        return Stream.concat(
                        candidate.subject().process().evidence().stream(),
                        candidate.unit().stream()
                                .flatMap(unit -> unit.evidence().stream().limit(1)))
                .toList();
    }
}
