package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the probes {@code environment}, {@code process-limits} and {@code libraries} brought of single processes. */
final class ProcessDetailsParser implements Parser {
    private static final Pattern LIMIT =
            Pattern.compile("/proc/(\\d{1,9})/limits:Max ([a-z ]+?) {2,}(\\S+) .*|denied (\\d{1,9})");

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        ByProcess variables = ByProcess.read(evidence.command("environment", "variables"), "pid");
        ByProcess libraries =
                ByProcess.read(evidence.command("libraries", "libraries"), "pid", line -> line.startsWith("/"));
        SortedMap<Integer, SortedMap<String, String>> limits = limits(evidence.command("process-limits", "limits"));
        List<HostProcess> processes = soFar.processes().stream()
                .map(process -> process.with(p -> p.environment(environment(variables, process.pid()))
                        .libraries(libraries
                                .find(process.pid())
                                .<Fact<List<String>>>map(block -> Fact.known(block.lines()))
                                .orElse(Fact.unknown(libraries.reason(process.pid()))))
                        .limits(Fact.of(Optional.ofNullable(limits.get(process.pid())), "not read"))))
                .toList();
        return soFar.withProcesses(processes);
    }

    private static Fact<SortedMap<String, String>> environment(ByProcess variables, int pid) {
        Optional<ByProcess.Block> block = variables.find(pid);
        if (block.isEmpty()) {
            return Fact.unknown(variables.reason(pid));
        }
        TreeMap<String, String> values = new TreeMap<>();
        for (String line : block.get().lines()) {
            int equals = line.indexOf('=');
            values.put(equals < 0 ? line : line.substring(0, equals), equals < 0 ? "" : line.substring(equals + 1));
        }
        return Fact.known(values);
    }

    private static SortedMap<Integer, SortedMap<String, String>> limits(Optional<EvidenceItem> item) {
        TreeMap<Integer, SortedMap<String, String>> limits = new TreeMap<>();
        for (String line : item.map(EvidenceItem::lines).orElse(List.of())) {
            Matcher limit = LIMIT.matcher(line);
            if (limit.matches() && limit.group(1) != null) {
                String name = limit.group(2).strip().toLowerCase(Locale.ROOT).replace(' ', '-');
                limits.computeIfAbsent(Integer.parseInt(limit.group(1)), pid -> new TreeMap<>())
                        .put(name, limit.group(3));
            }
        }
        return limits;
    }
}
