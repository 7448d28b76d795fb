package dev.slipway.assess;

import java.util.List;

/**
 * What was seen of a host.
 *
 * @param percent share of the probes' items that could be read, 0 to 100
 */
public record Coverage(int percent, List<OfProbe> probes) {
    public Coverage {
        probes = List.copyOf(probes);
    }

    /**
     * How one probe went.
     *
     * @param status {@code complete}, {@code partial}, {@code denied}, {@code tool-missing}, {@code timed-out}, {@code cut-off},
     *     {@code not-run}
     * @param reason what is missing and what would bring it; empty if complete
     */
    public record OfProbe(String id, String status, String reason) {}
}
