package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import dev.slipway.facts.Syslog;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who sends logs elsewhere: the syslog daemon that tails files, and programs made for it. */
final class LogShipping {
    private final List<LogShipper> shippers;
    private final String unread;

    /**
     * What is known.
     *
     * @param unread why not all shippers are known; empty if they are
     */
    LogShipping(List<LogShipper> shippers, String unread) {
        this.shippers = List.copyOf(shippers);
        this.unread = unread;
    }

    /** The files that the syslog daemon tails. */
    static List<LogShipper> ofSyslog(Syslog syslog) {
        List<LogShipper> shippers = new ArrayList<>();
        for (Syslog.Input input : syslog.inputs()) {
            EvidenceLine at = input.evidence().get(0);
            if (input.kind().equals("imfile")) {
                shippers.add(new LogShipper("rsyslog imfile", input.target(), at));
            } else if (input.kind().equals("file()") || input.kind().equals("wildcard-file()")) {
                shippers.add(new LogShipper("syslog-ng " + input.kind(), input.target(), at));
            }
        }
        return shippers;
    }

    /** Who sends on what comes in by the journal: the syslog daemon if it takes it from there and forwards it; else nobody. */
    static Fact<String> ofJournal(Syslog syslog) {
        Fact<Boolean> taken =
                syslog.inputs().stream().anyMatch(input -> input.kind().equals("imjournal"))
                        ? Fact.known(true)
                        : syslog.journal().forwardToSyslog();
        boolean forwards = syslog.forwards().stream()
                .anyMatch(forward -> !forward.selector().startsWith("ruleset "));
        return forwards ? taken.map(yes -> yes ? syslog.daemon().orElse("") : "") : Fact.known("");
    }

    /** Adds what is shipped to the logs; a path that no log has yet becomes one. */
    void applyTo(LogTable table) {
        SortedSet<Integer> used = new TreeSet<>();
        table.replaceFiles(log -> shipped(log, used));
        for (int i = 0; i < shippers.size(); i++) {
            LogShipper shipper = shippers.get(i);
            if (!used.contains(i)
                    && shipper.path().startsWith("/")
                    && !shipper.path().startsWith("/proc/")) {
                table.add(LogFile.unread(shipper.path(), Via.FILE)
                        .with(log -> log.shippedBy(Fact.known(shipper.name())).evidence(List.of(shipper.at()))));
            }
        }
    }

    private LogFile shipped(LogFile log, SortedSet<Integer> used) {
        LogFile result = log;
        for (int i = 0; i < shippers.size(); i++) {
            LogShipper shipper = shippers.get(i);
            if (shipper.path().equals(log.path()) || Glob.of(shipper.path()).matches(log.path())) {
                used.add(i);
                List<EvidenceLine> evidence = new ArrayList<>(result.evidence());
                evidence.add(shipper.at());
                Fact<String> by = result.shippedBy().isKnown() ? result.shippedBy() : Fact.known(shipper.name());
                result = result.with(row -> row.shippedBy(by).evidence(evidence));
            }
        }
        Fact<String> nobody = unread.isEmpty() ? Fact.known("") : Fact.unknown(unread);
        return result.shippedBy().isKnown() ? result : result.withShippedBy(nobody);
    }
}
