package dev.slipway.probe;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Takes a transcript apart. Only lines with the marker are frames; everything else is content, so nothing that was read on a host
 * can pass for a frame. A transcript that ends in the middle gives what came until then.
 */
public final class TranscriptReader {
    private static final Pattern START =
            Pattern.compile("@slipway 1 ([a-z0-9]{16,64}) (plain|gzip) (-?\\d{1,18}) (-?\\d{1,9}) (\\S{0,64})");
    private static final Pattern BEGIN = Pattern.compile("B ([a-z0-9-]+) ([a-z0-9-]+) ([a-z]+) (.+)");
    private static final Pattern END = Pattern.compile("E (\\S+) (-?\\d{1,12}) (\\d{1,12})");
    private static final int MAX_NOISE = 4096;

    private final byte[] bytes;
    private final byte[] frame;
    private final List<EvidenceItem> items = new ArrayList<>();
    private Optional<Matcher> open = Optional.empty();
    private int contentStart;
    private boolean complete;

    private TranscriptReader(byte[] bytes, String marker) {
        this.bytes = bytes;
        this.frame = ("\n@" + marker + " ").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads what a script wrote.
     *
     * @param maxBytes most bytes that a compressed transcript may become
     */
    public static Transcript read(byte[] raw, int maxBytes) {
        return read(raw, Optional.empty(), maxBytes);
    }

    /**
     * Reads what a script with this marker wrote; a transcript with any other marker is not recognised.
     *
     * @param maxBytes most bytes that a compressed transcript may become
     */
    public static Transcript read(byte[] raw, String marker, int maxBytes) {
        return read(raw, Optional.of(marker), maxBytes);
    }

    private static Transcript read(byte[] raw, Optional<String> marker, int maxBytes) {
        int at = 0;
        while (at < raw.length) {
            int lineEnd = indexOf(raw, new byte[] {'\n'}, at);
            int end = lineEnd < 0 ? raw.length : lineEnd;
            if (end - at < 256) {
                Matcher start = START.matcher(new String(raw, at, end - at, StandardCharsets.US_ASCII));
                if (start.matches() && marker.map(start.group(1)::equals).orElse(true)) {
                    return readFrames(raw, Math.min(end, raw.length), start, noise(raw, at), maxBytes);
                }
            }
            at = end + 1;
        }
        return Transcript.nothing(noise(raw, raw.length));
    }

    private static Transcript readFrames(byte[] raw, int from, Matcher start, String noise, int maxBytes) {
        byte[] rest = Arrays.copyOfRange(raw, from, raw.length);
        boolean gzip = start.group(2).equals("gzip");
        TranscriptReader reader = new TranscriptReader(gzip ? unzip(rest, maxBytes) : rest, start.group(1));
        reader.readAll();
        return new Transcript(
                true,
                Long.parseLong(start.group(3)),
                Integer.parseInt(start.group(4)),
                start.group(5),
                reader.complete,
                reader.items,
                noise);
    }

    private void readAll() {
        int at = indexOf(bytes, frame, 0);
        while (at >= 0) {
            int lineEnd = indexOf(bytes, new byte[] {'\n'}, at + frame.length);
            int end = lineEnd < 0 ? bytes.length : lineEnd;
            String line = new String(bytes, at + frame.length, end - at - frame.length, StandardCharsets.UTF_8);
            frame(line, at, end);
            at = lineEnd < 0 ? -1 : indexOf(bytes, frame, lineEnd);
        }
        open.ifPresent(begin -> close(begin, bytes.length, Outcome.CUT_OFF, 0, 0, Integer.MAX_VALUE));
    }

    private void frame(String line, int at, int lineEnd) {
        Matcher begin = BEGIN.matcher(line);
        Matcher end = END.matcher(line);
        if (begin.matches()) {
            open.ifPresent(unfinished -> close(unfinished, at, Outcome.TIMED_OUT, 0, 0, Integer.MAX_VALUE));
            open = Optional.of(begin);
            contentStart = Math.min(lineEnd + 1, bytes.length);
        } else if (end.matches() && open.isPresent()) {
            String status = end.group(1);
            int limit = (int) Math.min(Long.parseLong(end.group(3)), Integer.MAX_VALUE);
            close(open.get(), at, outcome(status), exitStatus(status), Long.parseLong(end.group(2)), limit);
            open = Optional.empty();
        } else if (line.startsWith("Z ")) {
            complete = true;
        }
    }

    private void close(Matcher begin, int at, Outcome outcome, int exitStatus, long millis, int limit) {
        int length = Math.max(0, at - contentStart);
        boolean cut = limit > 0 && length > limit;
        String text = new String(bytes, contentStart, cut ? limit : length, StandardCharsets.UTF_8);
        kind(begin.group(3))
                .ifPresent(kind -> items.add(new EvidenceItem(
                        begin.group(1),
                        begin.group(2),
                        begin.group(4),
                        kind,
                        // A command that was ended because it said more than the limit did not fail.
                        cut ? Outcome.READ : outcome,
                        cut ? 0 : exitStatus,
                        millis,
                        cut,
                        text)));
    }

    private static Optional<Kind> kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.term().equals(word))
                .findFirst();
    }

    private static Outcome outcome(String status) {
        return switch (status) {
            case "0" -> Outcome.READ;
            case "124" -> Outcome.TIMED_OUT;
            case "denied" -> Outcome.DENIED;
            case "remote" -> Outcome.REMOTE;
            case "missing", "127" -> Outcome.TOOL_MISSING;
            default -> Outcome.FAILED;
        };
    }

    private static int exitStatus(String status) {
        return status.matches("\\d{1,5}") ? Integer.parseInt(status) : 0;
    }

    private static byte[] unzip(byte[] zipped, int maxBytes) {
        int from = zipped.length > 0 && zipped[0] == '\n' ? 1 : 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('\n');
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped, from, zipped.length - from))) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0 && out.size() < maxBytes; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException endsInTheMiddle) {
            // What came before the break is content; the missing last frame says that it is not all.
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static String noise(byte[] raw, int until) {
        return new String(raw, 0, Math.min(until, MAX_NOISE), StandardCharsets.UTF_8).strip();
    }

    private static int indexOf(byte[] in, byte[] what, int from) {
        outer:
        for (int i = from; i <= in.length - what.length; i++) {
            for (int j = 0; j < what.length; j++) {
                if (in[i + j] != what[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
