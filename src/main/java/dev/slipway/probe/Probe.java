package dev.slipway.probe;

import java.util.List;
import java.util.Objects;

/**
 * One source of evidence on a host: a file {@code probes/<id>.sh}.
 *
 * @param id the file's name without its ending: {@code listeners}
 * @param title what it collects, one sentence
 * @param why what a migration needs it for
 * @param reads files and commands, in words
 * @param withoutRoot what is missing without root's rights; {@code nothing} if nothing is
 * @param phase when it runs
 * @param sections its parts, in order
 * @param text the whole file
 */
public record Probe(
        String id,
        String title,
        String why,
        String reads,
        String withoutRoot,
        Phase phase,
        List<Section> sections,
        String text) {

    public Probe {
        Objects.requireNonNull(id, "id");
        sections = List.copyOf(sections);
    }

    /** When a probe runs. */
    public enum Phase {
        /** On every host, at once. */
        EVERY_HOST,
        /** After that, with the paths or processes that were found as arguments. */
        FOUND
    }

    /**
     * A part of a probe with limits of its own.
     *
     * @param name unique in the probe: {@code socket-owners}
     * @param files whether it calls {@code file} for each item; else all its output is one item
     * @param privileged whether it sees more with root's rights
     * @param limitSeconds time after which it is ended
     * @param maxBytes most bytes of one item
     * @param tool command without which it does not run; empty if it needs none
     * @param body POSIX sh
     * @param line where it begins in the probe's file
     */
    public record Section(
            String name,
            boolean files,
            boolean privileged,
            int limitSeconds,
            int maxBytes,
            String tool,
            String body,
            int line) {}
}
