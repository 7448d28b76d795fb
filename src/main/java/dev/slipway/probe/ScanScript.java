package dev.slipway.probe;

import dev.slipway.probe.Probe.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The sh script that is sent to a host on the standard input of {@code sh -s}. All of it is functions but its last lines, so that
 * the shell has read it whole before anything runs.
 */
public final class ScanScript {
    private static final int MAX_ARGUMENT_LENGTH = 4096;

    private final StringBuilder functions = new StringBuilder();
    private final StringBuilder calls = new StringBuilder();

    private ScanScript() {}

    /**
     * A section to run.
     *
     * @param arguments what its body sees as {@code "$@"}: paths or process ids that were found; may be empty
     */
    public record Request(String probe, Section section, List<String> arguments) {
        public Request {
            arguments = List.copyOf(arguments);
        }
    }

    /** The requests for all sections of the probes that run on every host. */
    public static List<Request> everyHost(ProbeCatalog catalog) {
        List<Request> requests = new ArrayList<>();
        for (Probe probe : catalog.probes()) {
            if (probe.phase() == Probe.Phase.EVERY_HOST) {
                probe.sections().forEach(section -> requests.add(new Request(probe.id(), section, List.of())));
            }
        }
        return requests;
    }

    /**
     * The script's bytes.
     *
     * @param marker letters and digits that no file on the host can know
     */
    public static byte[] assemble(ProbeCatalog catalog, List<Request> requests, String marker) {
        if (!marker.matches("[a-z0-9]{16,64}")) {
            throw new IllegalArgumentException("marker " + marker);
        }
        ScanScript script = new ScanScript();
        requests.forEach(script::add);
        String text = "M=" + marker + "\n" + catalog.prelude() + script.functions + "main() {\nnow\nT=$N\n"
                + script.calls + "now\nprintf '\\n@%s Z %s0\\n' \"$M\" $((N - T))\n}\n" + START;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final String START = """
            if have renice; then renice -n 19 -p $$ >/dev/null 2>&1; fi
            if have ionice; then ionice -c 3 -p $$ >/dev/null 2>&1; fi
            Z=plain
            if have gzip; then Z=gzip; fi
            printf '\\n@slipway 1 %s %s %s %s %s\\n' "$M" "$Z" \\
              "$(date +%s || echo 0)" "$(id -u || echo -1)" "$(id -un)" 2>/dev/null
            if [ "$Z" = gzip ]; then main </dev/null | gzip -1 -c; else main </dev/null; fi
            exit 0
            """;

    private void add(Request request) {
        Section section = request.section();
        String function = "s_" + (request.probe() + "_" + section.name()).replace('-', '_');
        if (functions.indexOf("\n" + function + "() {\n") < 0) {
            functions
                    .append("\n")
                    .append(function)
                    .append("() {\n")
                    .append(section.body())
                    .append("\n}\n");
        }
        if (!section.tool().isEmpty()) {
            calls.append("if have ").append(section.tool()).append("; then ");
        }
        calls.append(section.files() ? "files_section " : "command_section ")
                .append(String.join(
                        " ",
                        request.probe(),
                        section.name(),
                        String.valueOf(section.limitSeconds()),
                        String.valueOf(section.maxBytes()),
                        function));
        request.arguments().stream()
                .filter(argument -> argument.length() <= MAX_ARGUMENT_LENGTH)
                .forEach(argument -> calls.append(' ').append(quote(argument)));
        if (!section.tool().isEmpty()) {
            calls.append("; else missing_section ")
                    .append(request.probe())
                    .append(' ')
                    .append(section.name())
                    .append("; fi");
        }
        calls.append('\n');
    }

    /** The argument as one word of sh, whatever is in it. */
    static String quote(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}
