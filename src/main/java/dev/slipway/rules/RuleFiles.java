package dev.slipway.rules;

import dev.slipway.yaml.YamlException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rules as text: those that this program brings, and those of users. */
public final class RuleFiles {
    private RuleFiles() {}

    /** The rules packaged with this program, by id. */
    public static List<Rule> builtIn() {
        return resource("index.txt")
                .lines()
                .sorted()
                .map(name -> read(name, "rules/" + name, resource(name)))
                .toList();
    }

    /**
     * One rule.
     *
     * @param fileName {@code STATE-001.yaml}
     * @param source what the file is called in messages
     * @throws YamlException with file, line and column if it is not a rule
     */
    public static Rule read(String fileName, String source, String text) {
        return RuleReader.read(text, source, fileName.replaceFirst("\\.ya?ml$", ""));
    }

    private static String resource(String name) {
        try (InputStream in = RuleFiles.class.getResourceAsStream("/rules/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks rules/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
