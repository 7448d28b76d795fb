package dev.slipway.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What the first and the last bytes of a zip file say about it. */
final class ArchiveContents {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int DIRECTORY_HEADER = 0x02014b50;
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int LOCAL_HEADER_LENGTH = 30;
    private static final int DIRECTORY_HEADER_LENGTH = 46;
    private static final int DIRECTORY_END_LENGTH = 22;
    private static final int MAX_MANIFEST = 64 * 1024;
    private static final int MAX_ENTRIES = 2000;
    private static final int MAX_NAME = 300;
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Pattern KEYS =
            Pattern.compile("(Main-Class|Start-Class|Spring-Boot-Version|Launcher-Agent-Class"
                    + "|Premain-Class|Implementation-(Title|Version)|Bundle-(SymbolicName|Version)|Build-Jdk(-Spec)?|Created-By"
                    + "|Class-Path|Micronaut-Version|X-Compile-Target-JDK): .*");
    private static final Pattern OF_INTEREST = Pattern.compile(".*\\.(jar|war|so|dll|jnilib)"
            + "|((BOOT-INF|WEB-INF)/classes/)?(config/)?[^/]+\\.(properties|ya?ml|xml|conf|json|ini)"
            + "|(WEB-INF|META-INF)/[^/]+\\.(xml|properties)"
            + "|BOOT-INF/|WEB-INF/|org/springframework/boot/loader/(launch/)?");

    private final ByteBuffer head;
    private final ByteBuffer tail;

    ArchiveContents(byte[] head, byte[] tail) {
        this.head = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        this.tail = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        manifest().stream().flatMap(ArchiveContents::mainSection).forEach(line -> lines.add("manifest " + line));
        addEntries(lines);
        return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", "?")).toList();
    }

    private void addEntries(List<String> lines) {
        int end = directoryEnd();
        int start = end < 0 ? -1 : end - tail.getInt(end + 12);
        boolean complete = start >= 0;
        int at = complete ? start : indexOf(tail, DIRECTORY_HEADER, 0);
        int kept = 0;
        int others = 0;
        while (at >= 0 && at + DIRECTORY_HEADER_LENGTH <= tail.limit() && tail.getInt(at) == DIRECTORY_HEADER) {
            String name = text(tail, at + DIRECTORY_HEADER_LENGTH, unsignedShort(tail, at + 28));
            if (kept < MAX_ENTRIES
                    && name.length() <= MAX_NAME
                    && OF_INTEREST.matcher(name).matches()) {
                lines.add("entry " + name);
                kept++;
            } else {
                others++;
            }
            at += DIRECTORY_HEADER_LENGTH
                    + unsignedShort(tail, at + 28)
                    + unsignedShort(tail, at + 30)
                    + unsignedShort(tail, at + 32);
        }
        lines.add("others " + others);
        if (!complete) {
            lines.add("incomplete");
        }
    }

    private int directoryEnd() {
        for (int at = tail.limit() - DIRECTORY_END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == DIRECTORY_END) {
                return at;
            }
        }
        return -1;
    }

    /** The manifest, if it is among the first entries. Sizes may stand behind the data, so headers are searched for. */
    private Optional<String> manifest() {
        int at = indexOf(head, LOCAL_HEADER, 0);
        while (at >= 0 && at + LOCAL_HEADER_LENGTH <= head.limit()) {
            int nameLength = unsignedShort(head, at + 26);
            int data = at + LOCAL_HEADER_LENGTH + nameLength + unsignedShort(head, at + 28);
            if (text(head, at + LOCAL_HEADER_LENGTH, nameLength).equals(MANIFEST) && data < head.limit()) {
                return Optional.of(content(data, unsignedShort(head, at + 8), head.getInt(at + 18)));
            }
            at = indexOf(head, LOCAL_HEADER, at + Integer.BYTES);
        }
        return Optional.empty();
    }

    private String content(int data, int method, int size) {
        if (method == 0) {
            return text(head, data, size);
        }
        byte[] plain = new byte[MAX_MANIFEST];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(head.array(), data, head.limit() - data);
            int length = inflater.inflate(plain);
            return new String(plain, 0, length, StandardCharsets.UTF_8);
        } catch (DataFormatException damaged) {
            return "";
        } finally {
            inflater.end();
        }
    }

    /** The main section's lines that matter, with continued lines in one piece. */
    private static Stream<String> mainSection(String manifest) {
        String text = manifest.replace("\r\n", "\n").replace("\n ", "");
        int end = text.indexOf("\n\n");
        return (end < 0 ? text : text.substring(0, end))
                .lines()
                .filter(line -> KEYS.matcher(line).matches())
                .map(line -> line.length() > 4096 ? line.substring(0, 4096) : line);
    }

    private static int indexOf(ByteBuffer buffer, int signature, int from) {
        for (int at = from; at <= buffer.limit() - Integer.BYTES; at++) {
            if (buffer.getInt(at) == signature) {
                return at;
            }
        }
        return -1;
    }

    private static int unsignedShort(ByteBuffer buffer, int at) {
        return buffer.getShort(at) & 0xffff;
    }

    private static String text(ByteBuffer buffer, int from, int length) {
        byte[] bytes = new byte[Math.max(0, Math.min(length, buffer.limit() - from))];
        buffer.get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
