package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Connection;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Listener;
import dev.slipway.facts.Unparsed;
import dev.slipway.parse.InternetSockets.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listeners and connections, without the connection of the scan itself. */
final class SocketsParser implements Parser {
    private static final String PROBE = "sockets";
    private static final PortRange USUAL_EPHEMERAL = new PortRange(32768, 60999);
    private static final Pattern EPHEMERAL = Pattern.compile("(?m)^(\\d{1,5})\\s+(\\d{1,5})$");
    private static final Pattern SCAN = Pattern.compile("(?m)^scan (\\S+) (\\d{1,5}) (\\S+) (\\d{1,5})$");
    private static final Pattern BIG_ENDIAN =
            Pattern.compile("s390x?|ppc|ppc64|sparc(?:64)?|parisc(?:64)?|m68k|mips(?:64)?|arm\\w*b|aarch64_be");

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        SocketOwners owners =
                new SocketOwners(evidence.command(PROBE, "owners"), soFar.processes(), evidence.privileged());
        List<Listener> listeners = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        List<Unparsed> unparsed = new ArrayList<>(soFar.unparsed());
        evidence.command(PROBE, "inet").ifPresent(item -> {
            InternetSockets sockets = internet(item, evidence, owners, soFar);
            listeners.addAll(sockets.listeners());
            connections.addAll(sockets.connections());
            unparsed.addAll(unparsed(item));
        });
        evidence.command(PROBE, "unix").ifPresent(item -> listeners.addAll(UnixSockets.listeners(item, owners)));
        List<Gap> gaps = new ArrayList<>(soFar.gaps());
        gaps.addAll(Gaps.of(evidence, PROBE, "inet", "listeners"));
        gaps.addAll(Gaps.of(evidence, PROBE, "unix", "listeners"));
        gaps.addAll(Gaps.of(evidence, PROBE, "inet", "connections"));
        return soFar.with(facts ->
                facts.listeners(listeners).connections(connections).gaps(gaps).unparsed(unparsed));
    }

    private static InternetSockets internet(
            EvidenceItem item, Evidence evidence, SocketOwners owners, HostFacts soFar) {
        boolean bigEndian = soFar.host()
                .os()
                .arch()
                .map(arch -> BIG_ENDIAN.matcher(arch).matches())
                .orElse(false);
        List<SocketRow> rows = SocketRow.of(item, bigEndian);
        Matcher range = EPHEMERAL.matcher(item.text());
        return new InternetSockets(
                item,
                withoutScan(item, rows),
                owners,
                UserNames.of(evidence),
                range.find()
                        ? new PortRange(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
                        : USUAL_EPHEMERAL,
                onlyRoot(soFar));
    }

    private static List<SocketRow> withoutScan(EvidenceItem item, List<SocketRow> rows) {
        Matcher scan = SCAN.matcher(item.text());
        if (!scan.find()) {
            return rows;
        }
        Optional<SocketRow> own = rows.stream()
                .filter(SocketRow::connected)
                .filter(row -> row.peerAddress().equals(scan.group(1))
                        && row.peerPort() == Integer.parseInt(scan.group(2))
                        && row.localPort() == Integer.parseInt(scan.group(4)))
                .findFirst();
        return rows.stream().filter(row -> own.filter(row::equals).isEmpty()).toList();
    }

    private static boolean onlyRoot(HostFacts facts) {
        return !facts.processes().isEmpty()
                && facts.complete("processes")
                && facts.processes().stream().map(HostProcess::userId).allMatch(userId -> userId.is(0));
    }

    private static List<Unparsed> unparsed(EvidenceItem item) {
        List<Unparsed> unparsed = new ArrayList<>();
        int number = 0;
        for (String line : item.text().split("\n", -1)) {
            number++;
            if (SocketRow.expected(line) && SocketRow.parse(line, number, false).isEmpty()) {
                unparsed.add(new Unparsed(item.at(number, line), "not a line of a table of sockets"));
            }
        }
        return unparsed;
    }
}
