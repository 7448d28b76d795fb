package dev.slipway.facts;

import java.util.List;

/**
 * An address that moves between hosts.
 *
 * @param address {@code 10.200.0.100/23}
 * @param network network interface that it is put on; empty if not said
 * @param product who moves it: {@code keepalived}, {@code pacemaker}, {@code ucarp}
 * @param name name of the instance: {@code WWW}
 * @param state state at the start: {@code MASTER}, {@code BACKUP}; empty if not said
 */
public record VirtualAddress(
        String address, String network, String product, String name, String state, List<EvidenceLine> evidence) {
    public VirtualAddress {
        evidence = List.copyOf(evidence);
    }
}
