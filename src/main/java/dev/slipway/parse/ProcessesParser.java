package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The processes, without those of the scan itself. */
final class ProcessesParser implements Parser {
    private static final String PROBE = "processes";
    private static final Pattern SELF = Pattern.compile("(?m)^self (\\d{1,9})$");
    private static final Pattern HIDDEN = Pattern.compile("(?m)^\\S+ /proc proc \\S*\\bhidepid=(?!0|off)(\\w+)");

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        Optional<EvidenceItem> table = evidence.command(PROBE, "table");
        List<HostProcess> processes =
                table.map(item -> processes(evidence, item)).orElse(List.of());
        List<Gap> gaps = new ArrayList<>(soFar.gaps());
        for (String section : List.of("table", "cmdline", "links", "users")) {
            gaps.addAll(Gaps.of(evidence, PROBE, section, "processes"));
        }
        hidden(table.map(EvidenceItem::text).orElse(""), evidence.privileged(), processes)
                .ifPresent(gaps::add);
        return soFar.with(facts -> facts.processes(processes).gaps(gaps));
    }

    private static List<HostProcess> processes(Evidence evidence, EvidenceItem table) {
        ProcessReader reader = new ProcessReader(
                table,
                evidence.command(PROBE, "cmdline").map(CommandLines::new),
                new ProcessLinks(evidence.command(PROBE, "links")),
                ProcessClock.of(table),
                UserNames.of(evidence));
        List<HostProcess> all = new ArrayList<>();
        ProcessStatus.of(PidLine.of(table)).values().forEach(status -> all.add(reader.read(status)));
        return withoutScan(table, all);
    }

    private static List<HostProcess> withoutScan(EvidenceItem table, List<HostProcess> all) {
        Matcher shell = SELF.matcher(table.text());
        if (!shell.find()) {
            return all;
        }
        SortedSet<Integer> session = new ScanSession(all).pids(Integer.parseInt(shell.group(1)));
        return all.stream().filter(process -> !session.contains(process.pid())).toList();
    }

    /** Processes of other users that the kernel does not show: it says so, or not even process 1 is there. */
    private static Optional<Gap> hidden(String table, boolean privileged, List<HostProcess> processes) {
        Matcher option = HIDDEN.matcher(table);
        String reason = "/proc is mounted with hidepid=";
        if (!privileged && option.find()) {
            reason += option.group(1) + ": processes of other users are not shown";
        } else if (!processes.isEmpty() && processes.get(0).pid() != 1) {
            reason = "process 1 is not shown: others may be hidden, too";
        } else {
            return Optional.empty();
        }
        return Optional.of(new Gap("processes", PROBE, reason, Gaps.WITH_ROOT));
    }
}
