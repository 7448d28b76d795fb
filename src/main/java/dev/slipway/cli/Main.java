package dev.slipway.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The entry point of the command {@code slipway}. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its status. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = Slipway.run(new Surroundings(out, err, System.getenv(), prompt()), args);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /** Since Java 22 there is a console even where nobody sits; it then says so by a method that 17 does not have. */
    @SuppressWarnings("SystemConsoleNull")
    private static Prompt prompt() {
        Console console = System.console();
        if (console == null || !isTerminal(console)) {
            return Prompt.NOBODY;
        }
        return question ->
                Optional.ofNullable(console.readPassword("%s", question)).map(String::new);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException java17) {
            return true;
        }
    }
}
