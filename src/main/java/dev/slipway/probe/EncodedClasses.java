package dev.slipway.probe;

import java.util.List;

/**
 * Classes as the probe {@code spring} sends them: {@code encoded base64|hex}, then {@code range OFFSET} before a piece of an archive
 * or {@code class PATH} before a file, and {@code more BYTES} for what was too much.
 */
final class EncodedClasses {
    private static final String FIRST = "encoded ";

    private final String encoding;
    private final ClassLines classes = new ClassLines();
    private EncodedBytes bytes;
    private boolean archive;

    private EncodedClasses(String encoding) {
        this.encoding = encoding;
        this.bytes = new EncodedBytes(encoding);
    }

    /** What the classes say, as lines; text that is no such thing stays as it is. */
    static String decode(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).matches("encoded (base64|hex)")) {
            return text;
        }
        EncodedClasses decoder = new EncodedClasses(lines.get(0).substring(FIRST.length()));
        lines.stream().skip(1).forEach(decoder::add);
        decoder.flush();
        return decoder.classes.text();
    }

    private void add(String line) {
        if (line.startsWith("range ") || line.startsWith("class ")) {
            flush();
            archive = line.startsWith("range ");
        } else if (line.startsWith("more ")) {
            flush();
            classes.more(line);
        } else {
            bytes.add(line);
        }
    }

    private void flush() {
        byte[] piece = bytes.bytes();
        bytes = new EncodedBytes(encoding);
        if (archive) {
            new ArchiveEntries(piece).classes().forEach(classes::add);
        } else if (piece.length > 0) {
            classes.add(piece);
        }
    }
}
