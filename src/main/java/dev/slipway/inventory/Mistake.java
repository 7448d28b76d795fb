package dev.slipway.inventory;

/**
 * Something in an inventory that its author has to correct.
 *
 * @param file the file as its reader was given it
 * @param line line number from 1
 * @param message what is wrong, and what would be right
 */
public record Mistake(String file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
