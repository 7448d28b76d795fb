package dev.slipway.schedule;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of one address that an HTTP task of goCron can make as well: no headers, no credentials, no body.
 *
 * @param post POST instead of GET
 */
record HttpCall(String url, boolean post) {
    private static final Set<String> HARMLESS = Set.of(
            "-s",
            "-S",
            "-f",
            "-L",
            "-q",
            "-k",
            "-sS",
            "-fsS",
            "-fsSL",
            "-sf",
            "-sL",
            "-Ss",
            "-fs",
            "-nv",
            "-qO-",
            "--silent",
            "--show-error",
            "--fail",
            "--location",
            "--quiet",
            "--spider");
    private static final Set<String> HARMLESS_WITH_VALUE = Set.of(
            "-o",
            "-O",
            "-m",
            "-t",
            "-T",
            "--output",
            "--max-time",
            "--connect-timeout",
            "--retry",
            "--tries",
            "--timeout",
            "--output-document");

    /** The call, if the command is nothing else. */
    static Optional<HttpCall> of(JobCommand command) {
        List<ShellCommand> all = Wrapping.of(command.shell()).commands();
        return all.size() == 1
                        && CommandKind.CALLERS.contains(all.get(0).program())
                        && command.input().isEmpty()
                ? of(all.get(0).arguments())
                : Optional.empty();
    }

    private static Optional<HttpCall> of(List<String> arguments) {
        String url = "";
        boolean post = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean method = argument.equals("-X") || argument.equals("--request");
            String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            if (method && next.matches("GET|POST")) {
                post = next.equals("POST");
                i++;
            } else if (HARMLESS_WITH_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-") && url.isEmpty()) {
                url = argument.matches("(?i)https?://.*") ? argument : "http://" + argument;
            } else if (!HARMLESS.contains(argument)) {
                return Optional.empty();
            }
        }
        boolean plain = !url.isEmpty() && !url.contains("$") && !url.contains("@") && !url.contains("[REDACTED]");
        return plain ? Optional.of(new HttpCall(url, post)) : Optional.empty();
    }
}
