package dev.slipway.evidence;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Term;
import java.util.List;

/**
 * One thing that a probe read: a file, or the output of a command.
 *
 * @param probe id of the probe: {@code crontabs}
 * @param section section of the probe that read it: {@code system}
 * @param name absolute path of a file or directory; for a command the section's name again
 * @param kind what it is
 * @param outcome how reading went
 * @param exitStatus the command's exit status; 0 for a file that was read
 * @param durationMillis how long it took on the host
 * @param cut whether there was more than the section's byte limit allows
 * @param text content as UTF-8 text, invalid bytes as U+FFFD, secrets redacted once it has passed the {@link Redactor}
 */
public record EvidenceItem(
        String probe,
        String section,
        String name,
        Kind kind,
        Outcome outcome,
        int exitStatus,
        long durationMillis,
        boolean cut,
        String text) {

    /** What an item is. */
    public enum Kind implements Term {
        /** A file's content. */
        FILE,
        /** A command's standard output. */
        COMMAND,
        /** A directory that could not be looked into; it has no text. */
        DIRECTORY,
        /** The end of a section that reads files; it has no text. */
        SECTION
    }

    /** How reading an item went. */
    public enum Outcome implements Term {
        READ,
        /** The account has no right to it. */
        DENIED,
        /** It lies on a network file system; those are never touched. */
        REMOTE,
        /** The command is not on the host. */
        TOOL_MISSING,
        /** It took longer than the section may. */
        TIMED_OUT,
        /** The command failed; its text may still say something. */
        FAILED,
        /** The transcript ends in the middle of it. */
        CUT_OFF
    }

    /** Whether all of it was read. */
    public boolean complete() {
        return outcome == Outcome.READ && !cut;
    }

    /** The lines of the text, without line ends. */
    public List<String> lines() {
        return text.lines().toList();
    }

    /** The place of a line of this item, with its text. */
    public EvidenceLine at(int line, String lineText) {
        return new EvidenceLine(probe, name, line, lineText);
    }

    public EvidenceItem withText(String newText) {
        return new EvidenceItem(probe, section, name, kind, outcome, exitStatus, durationMillis, cut, newText);
    }
}
