package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Who rotates a log: logrotate, the program that writes it, or nobody. */
final class LogRotation {
    private final List<LogrotateStanza> stanzas;
    private final boolean complete;
    private final SortedSet<String> redirected;
    private final SortedMap<String, String> oldCopies;
    private final SortedMap<String, Integer> literals = new TreeMap<>();
    private final List<Pattern> patterns = new ArrayList<>();

    /** A pattern and the number of its stanza. */
    private record Pattern(Glob glob, int stanza) {}

    /**
     * What decides.
     *
     * @param stanzas what logrotate does, in its order
     * @param complete whether that is all that it does
     * @param redirected files that are standard output or error of a program
     * @param oldCopies a file that looks like an old copy, by the path of the log that it would be of
     */
    LogRotation(
            List<LogrotateStanza> stanzas,
            boolean complete,
            SortedSet<String> redirected,
            SortedMap<String, String> oldCopies) {
        this.stanzas = List.copyOf(stanzas);
        this.complete = complete;
        this.redirected = redirected;
        this.oldCopies = oldCopies;
        for (int i = 0; i < stanzas.size(); i++) {
            for (String pattern : stanzas.get(i).patterns()) {
                if (Glob.isLiteral(pattern)) {
                    literals.putIfAbsent(pattern, i);
                } else {
                    patterns.add(new Pattern(Glob.of(pattern), i));
                }
            }
        }
    }

    /** The log with what is known of its rotation. */
    LogFile applyTo(LogFile log) {
        Optional<LogrotateStanza> stanza = stanza(log.path());
        if (stanza.isPresent()) {
            LogrotateStanza rotates = stanza.get();
            List<EvidenceLine> evidence = new ArrayList<>(log.evidence());
            evidence.add(rotates.at());
            return log.with(row -> row.rotatedBy(Fact.known(rotates.at().item()))
                    .keptDays(rotates.keptDays())
                    .truncated(rotates.settings().copyTruncate())
                    .evidence(evidence));
        }
        return log.rotatedBy().isKnown() ? log : log.withRotatedBy(other(log));
    }

    private Fact<String> other(LogFile log) {
        boolean dated = !Glob.isLiteral(log.path());
        String copy = oldCopies.getOrDefault(log.path(), "");
        if (LogWriter.rotates(log.writer())) {
            return Fact.known(log.writer());
        }
        if (dated && !log.writer().isEmpty()) {
            return Fact.known(log.writer());
        }
        if (dated) {
            return Fact.unknown("something begins a new file for each day");
        }
        if (!copy.isEmpty()) {
            return Fact.unknown("something rotates it: there is " + copy);
        }
        if (!complete) {
            return Fact.unknown("logrotate's configuration could not be read in full");
        }
        if (redirected.contains(log.path()) || LogWriter.neverRotates(log.writer())) {
            return Fact.known("");
        }
        return Fact.unknown(
                log.writer().isEmpty()
                        ? "it is not known what writes it"
                        : "whether " + log.writer() + " rotates it is not known");
    }

    /** The first stanza that names this path. */
    private Optional<LogrotateStanza> stanza(String path) {
        int first = literals.getOrDefault(path, Integer.MAX_VALUE);
        for (Pattern pattern : patterns) {
            if (pattern.stanza() < first && pattern.glob().matches(path)) {
                first = pattern.stanza();
            }
        }
        return first == Integer.MAX_VALUE ? Optional.empty() : Optional.of(stanzas.get(first));
    }
}
