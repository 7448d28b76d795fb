package dev.slipway.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a user sees of one command: exit status, standard output, standard error. */
record Console(int status, String out, String err) {

    /** Runs a command where nobody can be asked. */
    static Console run(String... args) {
        return run(new TreeMap<>(), args);
    }

    static Console run(SortedMap<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        SortedMap<String, String> all = new TreeMap<>(environment);
        all.put("NO_COLOR", "1");
        int status =
                Slipway.run(new Surroundings(new PrintWriter(out), new PrintWriter(err), all, Prompt.NOBODY), args);
        return new Console(status, out.toString(), err.toString());
    }
}
