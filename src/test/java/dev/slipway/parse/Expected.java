package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The facts that a recorded host must give, in a file beside its recording; {@code -DupdateGolden=true} writes them anew. */
final class Expected {
    private Expected() {}

    /** Compares with {@code src/test/resources/hosts/<name>.expected}. */
    static void assertFacts(String name, String actual) {
        Path file = Path.of("src/test/resources/hosts", name + ".expected");
        try {
            if (Boolean.getBoolean("updateGolden")) {
                Files.writeString(file, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
