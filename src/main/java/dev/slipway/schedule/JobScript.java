package dev.slipway.schedule;

import dev.slipway.facts.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command of a job as a script for a container: what the cluster does itself is taken off, the rest stays as written.
 *
 * @param interpreter absolute path of the shell
 * @param body the lines, each ended by a line feed
 * @param notes what was changed, and what has to be looked at
 */
record JobScript(String interpreter, String body, List<String> notes) {
    private static final Pattern SHELL = Pattern.compile("/[A-Za-z0-9._/-]+");
    private static final Pattern LOCK =
            Pattern.compile("(?:/usr/bin/)?flock((?:\\s+-[A-Za-z-]+(?:[ =]?\\d+)?)*)\\s+(\\S+)\\s+(?!-c)(?=[^\\s-])");
    private static final Pattern NICE =
            Pattern.compile("(?:/usr/bin/|/bin/)?(?:nice(?:\\s+-n\\s*-?\\d+|\\s+--?\\d+|\\s+--adjustment=-?\\d+)?"
                    + "|ionice(?:\\s+-[cn]\\s*\\d+|\\s+-t)*|chronic|cronic|nohup)\\s+(?=[^-\\s])");
    private static final Pattern SUDO = Pattern.compile(
            "(?:/usr/bin/)?sudo(?:\\s+-[nEHS]+)*(?:\\s+-[nEHS]*u\\s+(\\S+))?(?:\\s+-[nEHS]+)*\\s+(?:--\\s+)?(?=[^-\\s])");
    private static final Pattern LOG_AT_END =
            Pattern.compile("\\s*(?:>>?\\s*(\\S+)\\s+2>&1|&>>?\\s*(\\S+)|>>\\s*(\\S+\\.log))\\s*$");
    private static final String END = "END_OF_INPUT";

    JobScript {
        notes = List.copyOf(notes);
    }

    static JobScript of(Job job, JobCommand command, String guard) {
        List<String> notes = new ArrayList<>();
        String core = withoutLog(withoutWrappers(command.shell().strip(), notes), notes);
        StringBuilder body = new StringBuilder();
        if (!guard.isEmpty()) {
            body.append(guard).append('\n');
        }
        if (command.input().isEmpty()) {
            body.append(core).append('\n');
        } else {
            body.append("{\n")
                    .append(core)
                    .append("\n} <<'")
                    .append(END)
                    .append("'\n")
                    .append(command.input());
            body.append(END).append('\n');
            notes.add("what stood behind % in the crontab is given as standard input");
        }
        look(command, notes);
        return new JobScript(interpreter(job), body.toString(), notes);
    }

    private static String interpreter(Job job) {
        return Optional.ofNullable(job.environment().get("SHELL"))
                .filter(shell -> SHELL.matcher(shell).matches())
                .orElse("/bin/sh");
    }

    private static String withoutWrappers(String shell, List<String> notes) {
        String rest = shell;
        for (int i = 0; i < 4; i++) {
            Matcher lock = LOCK.matcher(rest);
            Matcher nice = NICE.matcher(rest);
            Matcher sudo = SUDO.matcher(rest);
            if (lock.lookingAt()) {
                notes.add("flock is taken off: the CronJob lets no second run start");
                rest = rest.substring(lock.end());
            } else if (nice.lookingAt()) {
                notes.add(nice.group().strip()
                        + " is taken off: requests and limits do that, and failures are seen by alerts");
                rest = rest.substring(nice.end());
            } else if (sudo.lookingAt()) {
                notes.add("sudo is taken off: the pod runs as one account, see runAsUser");
                rest = rest.substring(sudo.end());
            }
        }
        return rest;
    }

    private static String withoutLog(String shell, List<String> notes) {
        Matcher log = LOG_AT_END.matcher(shell);
        if (!log.find()) {
            return shell;
        }
        String file = log.group(1) != null ? log.group(1) : log.group(2) != null ? log.group(2) : log.group(3);
        notes.add(
                file.equals("/dev/null")
                        ? "the redirection to /dev/null is taken off, so that the logs of a failed run can be read"
                        : "the redirection to " + file
                                + " is taken off: logs go to standard output; keep it if something reads the file");
        return shell.substring(0, log.start());
    }

    private static void look(JobCommand command, List<String> notes) {
        if (command.shell().contains("[REDACTED]") || command.input().contains("[REDACTED]")) {
            notes.add("a secret stands in its command, shown as [REDACTED]: give it as a variable from a Secret");
        }
        if (command.urls().stream().map(CommandTraces::hostOf).anyMatch(CommandTraces::isLoopback)) {
            notes.add("it calls this host itself: in its own pod that is nobody; call the Service");
        }
        if (!command.localPaths().isEmpty()) {
            notes.add("it names files of the host (" + String.join(", ", command.localPaths())
                    + "): mount a volume there, or give it another place");
        }
        if (!command.sourced().isEmpty()) {
            notes.add("it takes its environment from " + String.join(", ", command.sourced())
                    + ", which the image does not have: set the variables in the manifest");
        }
        if (!command.runAs().isEmpty()) {
            notes.add("it changes to the account " + command.runAs() + ": runAsUser does that");
        }
        if (command.delaySeconds().isPresent()) {
            notes.add("it waits " + command.delaySeconds().getAsLong() + " seconds first, as on the host");
        }
    }
}
