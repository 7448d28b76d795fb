package dev.slipway.probe;

import dev.slipway.evidence.EvidenceItem;
import java.util.List;

/**
 * What one run of the script wrote.
 *
 * @param started whether the script began at all
 * @param hostEpochSeconds the host's clock at the start; 0 if it did not say
 * @param userId numeric id of the account that ran it; -1 if it did not say
 * @param user its name
 * @param complete whether the script reached its end
 * @param items what was read, in order, not yet redacted
 * @param noise what stood before the first frame: a banner, a greeting of the login shell
 */
public record Transcript(
        boolean started,
        long hostEpochSeconds,
        int userId,
        String user,
        boolean complete,
        List<EvidenceItem> items,
        String noise) {

    public Transcript {
        items = List.copyOf(items);
    }

    /** A transcript in which no frame was found. */
    static Transcript nothing(String noise) {
        return new Transcript(false, 0, -1, "", false, List.of(), noise);
    }
}
