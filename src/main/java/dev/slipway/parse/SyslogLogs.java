package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import dev.slipway.facts.Syslog;
import java.util.ArrayList;
import java.util.List;

/** The logs that the syslog daemon and the journal write. */
final class SyslogLogs {
    private SyslogLogs() {}

    static List<LogFile> of(Syslog syslog) {
        List<LogFile> logs = new ArrayList<>();
        String daemon = syslog.daemon().orElse("");
        for (Syslog.LocalFile file : syslog.localFiles()) {
            if (file.path().startsWith("/") && !file.path().startsWith("/dev/")) {
                logs.add(LogFile.unread(file.path(), Via.FILE)
                        .with(log ->
                                log.writer(daemon).rotatedBy(rotation(file)).evidence(file.evidence())));
            }
        }
        Syslog.Journal journal = syslog.journal();
        boolean there = journal.storage().isKnown()
                && !List.of("absent", "none").contains(journal.storage().orElse(""));
        if (there && journal.persistent().isKnown()) {
            logs.add(journal(journal, LogShipping.ofJournal(syslog)));
        }
        return logs;
    }

    private static Fact<String> rotation(Syslog.LocalFile file) {
        return file.rotatedBy().isEmpty()
                ? Fact.unknown("the daemon does not rotate it")
                : Fact.known(file.rotatedBy());
    }

    private static LogFile journal(Syslog.Journal journal, Fact<String> shippedBy) {
        List<EvidenceLine> evidence = journal.evidence();
        String limit = journal.maxUse().isEmpty() ? "" : " SystemMaxUse=" + journal.maxUse();
        String path = journal.persistent().is(true) ? "/var/log/journal" : "/run/log/journal";
        return LogFile.unread(path, Via.JOURNAL)
                .with(log -> log.writer("journald")
                        .rotatedBy(Fact.known("journald" + limit))
                        .shippedBy(shippedBy)
                        .open(Fact.known(true))
                        .evidence(evidence));
    }
}
