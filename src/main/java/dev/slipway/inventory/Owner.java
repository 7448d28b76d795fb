package dev.slipway.inventory;

import java.util.Optional;

/**
 * Who answers for hosts and for what runs there.
 *
 * @param name name in the inventory: {@code shop-team}
 * @param contact where to reach them: {@code shop@example.com}
 * @param namespace Kubernetes namespace of their workloads, if it is decided: {@code shop}
 */
public record Owner(String name, Optional<String> contact, Optional<String> namespace) {}
