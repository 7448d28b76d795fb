package dev.slipway.cli;

/** Text broken into lines that a terminal of 80 columns shows whole. */
final class Paragraph {
    static final int WIDTH = 80;

    private Paragraph() {}

    /**
     * The text with line ends between words.
     *
     * @param width longest line; a longer word stays whole
     * @param indent what each line but the first begins with; it does not count
     */
    static String wrap(String text, int width, String indent) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.strip().split("\\s+")) {
            if (column > 0 && column + 1 + word.length() > width) {
                lines.append('\n').append(indent);
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }
}
