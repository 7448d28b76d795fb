package dev.slipway.facts;

import java.util.Objects;

/**
 * The place on the host that shows a fact, with its text.
 *
 * @param probe the probe that read it: {@code crontabs}
 * @param item the file's absolute path or the command's name within the probe: {@code /etc/crontab}, {@code ss}
 * @param line line number from 1; 0 if the whole item is meant
 * @param text the redacted line, at most {@value #MAX_TEXT} characters
 */
public record EvidenceLine(String probe, String item, int line, String text) {
    public static final int MAX_TEXT = 240;

    public EvidenceLine {
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(item, "item");
        if (line < 0) {
            throw new IllegalArgumentException("line " + line);
        }
        text = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }
}
