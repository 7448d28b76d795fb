package dev.slipway.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file in OpenSSH's known_hosts form, read once. Lines that it does not understand are passed over, as ssh does.
 *
 * <p>Plain names are looked up, patterns matched, hashed names compared one by one. It does not change and needs no lock.
 */
final class KnownHostsFile {
    private final SortedMap<String, List<Line>> plain = new TreeMap<>();
    private final List<Line> others = new ArrayList<>();

    /** What the marker before a line says about its key. */
    enum Marker {
        NONE,
        CERT_AUTHORITY,
        REVOKED
    }

    /** A key that is known for a host, and where that stands: {@code /home/me/.ssh/known_hosts:12}. */
    record Entry(Marker marker, HostKey key, String place) {}

    private record Line(Entry entry, HostNames names) {}

    private KnownHostsFile() {}

    /** The file, or an empty one if it is not there. */
    static KnownHostsFile read(Path path) throws IOException {
        KnownHostsFile file = new KnownHostsFile();
        if (Files.isRegularFile(path)) {
            List<String> lines = Files.readAllLines(path, StandardCharsets.ISO_8859_1);
            for (int i = 0; i < lines.size(); i++) {
                file.add(lines.get(i), path + ":" + (i + 1));
            }
        }
        return file;
    }

    private void add(String text, String place) {
        String line = text.strip();
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] fields = line.split("[ \\t]+");
        int first = line.startsWith("@") ? 1 : 0;
        Optional<Marker> marker = first == 0 ? Optional.of(Marker.NONE) : marker(fields[0]);
        if (marker.isEmpty() || fields.length < first + 3) {
            return;
        }
        try {
            byte[] blob = Base64.getDecoder().decode(fields[first + 2]);
            if (typeOf(blob).equals(fields[first + 1])) {
                HostKey key = HostKey.of(fields[first + 1], blob);
                add(fields[first], new Entry(marker.get(), key, place));
            }
        } catch (IllegalArgumentException notBase64) {
            // ssh passes over such a line too.
        }
    }

    private void add(String hosts, Entry entry) {
        if (hosts.startsWith("|")) {
            HashedName.parse(hosts).ifPresent(name -> others.add(new Line(entry, name)));
            return;
        }
        HostPattern pattern = new HostPattern(hosts);
        Line line = new Line(entry, pattern);
        if (pattern.isPlain()) {
            pattern.names()
                    .forEach(name -> plain.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(line));
        } else {
            others.add(line);
        }
    }

    private static Optional<Marker> marker(String word) {
        return switch (word) {
            case "@cert-authority" -> Optional.of(Marker.CERT_AUTHORITY);
            case "@revoked" -> Optional.of(Marker.REVOKED);
            default -> Optional.empty();
        };
    }

    /** The type that stands in the key itself; empty if there is none. */
    private static String typeOf(byte[] blob) {
        if (blob.length < 4) {
            return "";
        }
        int length = ((blob[0] & 0xff) << 24) | ((blob[1] & 0xff) << 16) | ((blob[2] & 0xff) << 8) | (blob[3] & 0xff);
        return length < 0 || length > blob.length - 4
                ? ""
                : new String(Arrays.copyOfRange(blob, 4, 4 + length), StandardCharsets.US_ASCII);
    }

    /**
     * What is known about a host.
     *
     * @param name in lower case, with a port other than 22 as {@code [name]:port}
     */
    List<Entry> find(String name) {
        List<Entry> found = new ArrayList<>();
        plain.getOrDefault(name, List.of()).forEach(line -> found.add(line.entry()));
        others.stream()
                .filter(line -> line.names().matches(name))
                .map(Line::entry)
                .forEach(found::add);
        return found;
    }
}
