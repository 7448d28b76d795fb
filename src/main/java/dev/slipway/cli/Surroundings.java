package dev.slipway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a command has around it; tests give their own.
 *
 * @param out results
 * @param err progress and failures
 * @param environment environment variables
 * @param prompt who can be asked for secrets
 */
record Surroundings(PrintWriter out, PrintWriter err, SortedMap<String, String> environment, Prompt prompt) {

    Surroundings(PrintWriter out, PrintWriter err, Map<String, String> environment, Prompt prompt) {
        this(out, err, new TreeMap<>(environment), prompt);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** The directory of the user who runs this. */
    static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    /** The name of the user who runs this. */
    static String user() {
        return System.getProperty("user.name");
    }
}
