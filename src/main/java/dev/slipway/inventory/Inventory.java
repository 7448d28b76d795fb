package dev.slipway.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The hosts to look at, their owners, and the ways to them.
 *
 * @param owners by name
 * @param jumps by name; none leads to itself
 * @param hosts in the order of the file; each name is there once, each owner and jump exists
 */
public record Inventory(SortedMap<String, Owner> owners, SortedMap<String, Jump> jumps, List<InventoryHost> hosts) {

    public Inventory {
        owners = Collections.unmodifiableSortedMap(new TreeMap<>(owners));
        jumps = Collections.unmodifiableSortedMap(new TreeMap<>(jumps));
        hosts = List.copyOf(hosts);
    }

    /** The jumps that lead to a host, the first one first; empty if it is reached directly. */
    public List<Jump> wayTo(InventoryHost host) {
        List<Jump> way = new ArrayList<>();
        Optional<String> next = host.connection() instanceof Connection.Ssh ssh ? ssh.jump() : Optional.<String>empty();
        while (next.isPresent()) {
            Jump jump = jumps.get(next.get());
            if (jump == null) {
                throw new IllegalStateException("no jump " + next.get());
            }
            way.add(0, jump);
            next = jump.jump();
        }
        return List.copyOf(way);
    }

    /** This inventory with some of its hosts. */
    public Inventory only(Predicate<InventoryHost> chosen) {
        return new Inventory(owners, jumps, hosts.stream().filter(chosen).toList());
    }
}
