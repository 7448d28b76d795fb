package dev.slipway.probe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jars and wars: {@code archive SIZE PATH}, then {@code manifest KEY: VALUE}, {@code entry NAME} for the entries that matter,
 * {@code others COUNT}, and {@code incomplete} if not all entries were seen.
 */
final class ArchiveLines {
    private static final Pattern ENCODED = Pattern.compile("archive (\\d{0,18}) (base64|hex) (/.*)");
    private static final Pattern HEADER = Pattern.compile("(archive|denied) .*");

    private final StringBuilder out = new StringBuilder();
    private Optional<Matcher> header = Optional.empty();
    private EncodedBytes head = new EncodedBytes("base64");
    private EncodedBytes tail = new EncodedBytes("base64");
    private boolean inTail;

    private ArchiveLines() {}

    static String decode(String text) {
        ArchiveLines lines = new ArchiveLines();
        text.lines().forEach(lines::add);
        lines.flush();
        return lines.out.toString();
    }

    private void add(String line) {
        Matcher encoded = ENCODED.matcher(line);
        if (encoded.matches()) {
            flush();
            header = Optional.of(encoded);
            head = new EncodedBytes(encoded.group(2));
            tail = new EncodedBytes(encoded.group(2));
        } else if (header.isPresent() && line.startsWith("part ")) {
            inTail = line.equals("part tail");
        } else if (header.isPresent() && !HEADER.matcher(line).matches()) {
            (inTail ? tail : head).add(line);
        } else {
            flush();
            out.append(line).append('\n');
        }
    }

    private void flush() {
        header.ifPresent(encoded -> {
            out.append("archive ").append(encoded.group(1)).append(' ').append(encoded.group(3));
            out.append('\n');
            new ArchiveContents(head.bytes(), tail.bytes())
                    .lines()
                    .forEach(line -> out.append(line).append('\n'));
        });
        header = Optional.empty();
    }
}
