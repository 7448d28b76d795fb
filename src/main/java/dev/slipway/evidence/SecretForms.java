package dev.slipway.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What secrets look like, as {@code redaction/secrets.yaml} says it; what each list means stands there.
 *
 * @param keys ends of names of settings that hold a secret
 * @param neutral words that make such a name harmless when they follow
 * @param flags words that make an option harmless when they precede
 * @param variables names of variables that hold none
 * @param directives names that are followed by a blank and their secret
 * @param harmless values that are no secret
 * @param common values that are hidden where they are a secret, and nowhere else
 * @param directories names of directories at the top of a path
 */
record SecretForms(
        List<Key> keys,
        List<String> exceptions,
        List<String> neutral,
        List<String> flags,
        List<String> variables,
        List<String> directives,
        List<String> harmless,
        List<String> common,
        List<String> directories,
        List<Command> commands,
        List<Shape> shapes) {

    private static final String RESOURCE = "/redaction/secrets.yaml";
    private static final ObjectMapper MAPPER = new YAMLMapper();

    /**
     * The end of a name.
     *
     * @param word in lower case, words joined by blanks: {@code api key}
     * @param whole whether it stands as a word of its own
     * @param odd whether it counts only before a value that looks chosen by a machine
     * @param option whether it counts only as an option of a command line
     */
    record Key(String word, String kind, boolean whole, boolean odd, boolean option) {}

    /**
     * Programs with options that are followed by a secret.
     *
     * @param names names of the programs
     * @param after words of which one has to come before the option; empty if it counts anywhere
     * @param attached options to which the secret is joined
     * @param next options whose next word is the secret
     * @param colon options whose next word is {@code user:secret}
     * @param colonAttached options to which {@code user:secret} is joined
     * @param percent options whose next word is {@code user%secret}
     * @param comma options whose next word is {@code user,secret}
     * @param last options with which the last word is the secret
     * @param redacted examples
     * @param kept examples without a secret
     */
    record Command(
            List<String> names,
            List<String> after,
            List<String> attached,
            List<String> next,
            List<String> colon,
            List<String> colonAttached,
            List<String> percent,
            List<String> comma,
            List<String> last,
            List<String> redacted,
            List<String> kept) {
        Command(
                List<String> names,
                @Nullable List<String> after,
                @Nullable List<String> attached,
                @Nullable List<String> next,
                @Nullable List<String> colon,
                @JsonProperty("colonAttached") @Nullable List<String> colonAttached,
                @Nullable List<String> percent,
                @Nullable List<String> comma,
                @Nullable List<String> last,
                List<String> redacted,
                List<String> kept) {
            this.names = List.copyOf(names);
            this.after = orEmpty(after);
            this.attached = orEmpty(attached);
            this.next = orEmpty(next);
            this.colon = orEmpty(colon);
            this.colonAttached = orEmpty(colonAttached);
            this.percent = orEmpty(percent);
            this.comma = orEmpty(comma);
            this.last = orEmpty(last);
            this.redacted = List.copyOf(redacted);
            this.kept = List.copyOf(kept);
        }

        private static List<String> orEmpty(@Nullable List<String> list) {
            return list == null ? List.of() : List.copyOf(list);
        }
    }

    /**
     * A secret that is known by its own form.
     *
     * @param triggers texts in lower case with which the pattern begins
     * @param pattern has a group {@code secret} and perhaps one {@code name}
     * @param redacted examples
     * @param kept examples without a secret
     */
    record Shape(
            String name,
            List<String> triggers,
            String kind,
            String pattern,
            List<String> redacted,
            List<String> kept) {}

    /** Those that come with slipway. */
    static SecretForms builtIn() {
        try (InputStream in = Objects.requireNonNull(SecretForms.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return MAPPER.readValue(in, SecretForms.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
