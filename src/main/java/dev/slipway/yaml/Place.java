package dev.slipway.yaml;

/**
 * Where something stands in a file.
 *
 * @param source the file's path as the user knows it
 * @param line from 1
 * @param column from 1
 */
public record Place(String source, int line, int column) {

    /** {@code inventory.yaml:12} */
    public String fileAndLine() {
        return source + ":" + line;
    }

    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
