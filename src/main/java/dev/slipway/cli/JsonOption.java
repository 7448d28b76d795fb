package dev.slipway.cli;

import picocli.CommandLine.Option;

/** {@code --json}: the result as JSON on standard output. */
final class JsonOption {
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    boolean wanted() {
        return json;
    }
}
