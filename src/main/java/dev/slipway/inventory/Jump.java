package dev.slipway.inventory;

import java.util.Optional;

/**
 * A host that leads to other hosts: a bastion.
 *
 * @param name name in the inventory: {@code bastion}
 * @param jump the jump before it, if it is not reached directly
 * @param maxConnections most hosts that are reached through it at the same time
 */
public record Jump(String name, Login login, Optional<String> jump, int maxConnections) {}
