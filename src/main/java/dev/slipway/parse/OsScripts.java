package dev.slipway.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names of the init scripts that distributions bring: the table {@code units/os-scripts.txt}. */
final class OsScripts {
    private static final String TABLE = "/units/os-scripts.txt";
    private static final SortedSet<String> NAMES = read();

    private OsScripts() {}

    static boolean brings(String name) {
        return NAMES.contains(name) || name.startsWith("boot.") || name.startsWith("systemd-");
    }

    private static SortedSet<String> read() {
        try (InputStream in = OsScripts.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + TABLE);
            }
            SortedSet<String> names = new TreeSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> names.addAll(Arrays.asList(line.split(" "))));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
