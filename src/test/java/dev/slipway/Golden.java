package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Committed files that this program generates. {@code bin/update-golden} writes them anew; otherwise a difference fails the test. */
public final class Golden {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private Golden() {}

    /** Holds the files of a folder, by relative path, against what was generated: the same names, the same text. */
    public static void check(Path folder, SortedMap<String, String> generated) {
        try {
            if (UPDATE) {
                update(folder, generated);
            }
            SortedMap<String, String> committed = new TreeMap<>();
            for (Path file : files(folder)) {
                committed.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
            assertThat(committed.keySet())
                    .as("files in %s; bin/update-golden writes them anew", folder)
                    .containsExactlyElementsOf(generated.keySet());
            generated.forEach((name, text) -> assertThat(committed.get(name))
                    .as("%s/%s; bin/update-golden writes it anew", folder, name)
                    .isEqualTo(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void update(Path folder, SortedMap<String, String> generated) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        for (var entry : generated.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue(), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
