package dev.slipway.cli;

import java.io.PrintWriter;
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
 * @param terminal whether a person can be asked
 */
record Surroundings(PrintWriter out, PrintWriter err, SortedMap<String, String> environment, boolean terminal) {

    Surroundings(PrintWriter out, PrintWriter err, Map<String, String> environment, boolean terminal) {
        this(out, err, new TreeMap<>(environment), terminal);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
