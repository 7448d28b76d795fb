package dev.slipway.inventory;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A host to scan.
 *
 * @param name unique in the inventory: {@code shop-01}
 * @param owner name of its owner; {@link #UNOWNED} if it has none
 * @param tags words to choose hosts by: {@code prod}
 * @param sudo whether to ask for root's rights
 * @param timeout time for all that is done on it, from the first packet to the last
 */
public record InventoryHost(
        String name, String owner, SortedSet<String> tags, Connection connection, Sudo sudo, Duration timeout) {

    /** The owner of a host that has none. */
    public static final String UNOWNED = "unowned";

    /** The time for a host that says nothing about it. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    public InventoryHost {
        tags = sorted(tags);
    }

    private static SortedSet<String> sorted(Collection<String> tags) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }
}
