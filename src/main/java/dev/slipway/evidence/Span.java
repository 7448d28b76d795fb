package dev.slipway.evidence;

/**
 * A stretch of a text that is a secret.
 *
 * @param from index of its first character
 * @param to index behind its last one
 * @param name key, option or variable before it; empty if it had none
 * @param kind what it is: {@code password}
 */
record Span(int from, int to, String name, String kind) implements Comparable<Span> {

    String in(String text) {
        return text.substring(from, to);
    }

    /** By place; of those that begin together the longest first. */
    @Override
    public int compareTo(Span other) {
        return from != other.from ? Integer.compare(from, other.from) : Integer.compare(other.to, to);
    }
}
