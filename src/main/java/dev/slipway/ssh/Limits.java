package dev.slipway.ssh;

/**
 * How much a command may take.
 *
 * @param maxOutputBytes most bytes on each of standard output and standard error
 * @param deadline when it is ended
 */
public record Limits(int maxOutputBytes, Deadline deadline) {}
