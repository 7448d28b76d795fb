package dev.slipway.evidence;

/**
 * A place where a secret stood.
 *
 * @param line line number from 1
 * @param name key, option or variable before it: {@code db.password}; empty if it had none
 * @param kind {@code password}, {@code token}, {@code key}, {@code private-key}, {@code url-credentials}, {@code cloud-key}
 */
public record RedactedSecret(String probe, String item, int line, String name, String kind) {}
