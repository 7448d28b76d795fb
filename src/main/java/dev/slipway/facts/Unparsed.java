package dev.slipway.facts;

/**
 * A line that a parser did not understand; it is kept and counted, never dropped.
 *
 * @param reason why it was not understood: {@code "bad minute"}
 */
public record Unparsed(EvidenceLine evidence, String reason) {}
