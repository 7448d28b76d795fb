package dev.slipway.report;

/**
 * A number that a page begins with.
 *
 * @param label what it counts
 * @param value the number
 * @param note what belongs to it, in small letters; may be empty
 */
record Figure(String label, String value, String note) {}
