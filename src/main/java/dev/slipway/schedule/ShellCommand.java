package dev.slipway.schedule;

import java.util.List;

/**
 * A simple command of a shell script, quotes removed, nothing expanded.
 *
 * @param words program and arguments; what assigns a variable before them is not there
 * @param assignments {@code A=b} before the program
 * @param outputs files that output goes to: {@code >}, {@code >>}, {@code &>}
 * @param inputs files that input comes from
 * @param before the operator in front of it: {@code &&}, {@code ||}, {@code |}, {@code ;}, {@code &}, a keyword such as {@code then}; empty for the first
 * @param background whether {@code &} stands behind it
 */
record ShellCommand(
        List<String> words,
        List<String> assignments,
        List<String> outputs,
        List<String> inputs,
        String before,
        boolean background) {
    ShellCommand {
        words = List.copyOf(words);
        assignments = List.copyOf(assignments);
        outputs = List.copyOf(outputs);
        inputs = List.copyOf(inputs);
    }

    /** File name of the program; empty if there is none. */
    String program() {
        return words.isEmpty() ? "" : words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
    }

    List<String> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    boolean has(String argument) {
        return arguments().contains(argument);
    }

    ShellCommand withWords(List<String> newWords) {
        return new ShellCommand(newWords, assignments, outputs, inputs, before, background);
    }

    ShellCommand withBefore(String operator) {
        return new ShellCommand(words, assignments, outputs, inputs, operator, background);
    }
}
