package dev.slipway.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off what is wrapped around a command, and remembers what it was for. */
final class Wrapping {
    private static final Set<String> PLAIN = Set.of(
            "nohup",
            "setsid",
            "time",
            "chronic",
            "cronic",
            "exec",
            "command",
            "eval",
            "builtin",
            "run-one",
            "solo",
            "unbuffer");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ksh", "zsh", "ash");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(?:\\.\\d+)?([smhd]?)");
    private static final int DEEPEST = 12;

    private final List<ShellCommand> commands = new ArrayList<>();
    private String lockFile = "";
    private boolean waitsForLock;
    private OptionalLong timeoutSeconds = OptionalLong.empty();
    private String runAs = "";
    private boolean loginShell;

    /** The commands of a script with nothing around them. */
    static Wrapping of(String script) {
        Wrapping wrapping = new Wrapping();
        wrapping.unwrap(ShellScript.read(script), DEEPEST);
        return wrapping;
    }

    List<ShellCommand> commands() {
        return commands;
    }

    /** File that {@code flock} or a like program locks; empty if none does. */
    String lockFile() {
        return lockFile;
    }

    /** Whether a second run waits for the lock instead of giving up. */
    boolean waitsForLock() {
        return waitsForLock;
    }

    OptionalLong timeoutSeconds() {
        return timeoutSeconds;
    }

    /** Account that it changes to; empty if it does not. */
    String runAs() {
        return runAs;
    }

    /** Whether the environment of a login is needed. */
    boolean loginShell() {
        return loginShell;
    }

    private void unwrap(List<ShellCommand> script, int depth) {
        for (ShellCommand command : script) {
            unwrap(command, depth);
        }
    }

    private void unwrap(ShellCommand command, int depth) {
        List<String> words = command.words();
        List<String> inner = depth == 0 || words.size() < 2 ? words : inner(command);
        if (inner.size() == 1 && inner != words && depth > 0) {
            nested(command, inner.get(0), depth);
        } else if (inner.equals(words)) {
            commands.add(command);
        } else if (!inner.isEmpty()) {
            unwrap(command.withWords(inner), depth - 1);
        }
    }

    /** A script inside a word, as behind {@code sh -c}; the redirections outside of it are those of its last command. */
    private void nested(ShellCommand outer, String script, int depth) {
        List<ShellCommand> inner = new ArrayList<>(ShellScript.read(script));
        if (inner.isEmpty()) {
            return;
        }
        inner.set(0, inner.get(0).withBefore(outer.before()));
        int last = inner.size() - 1;
        ShellCommand end = inner.get(last);
        List<String> outputs = new ArrayList<>(end.outputs());
        outputs.addAll(outer.outputs());
        inner.set(
                last,
                new ShellCommand(
                        end.words(),
                        end.assignments(),
                        outputs,
                        end.inputs(),
                        end.before(),
                        end.background() || outer.background()));
        boolean single = inner.size() == 1 && inner.get(0).words().size() == 1;
        if (single) {
            commands.add(inner.get(0));
        } else {
            unwrap(inner, depth - 1);
        }
    }

    /** What a wrapper runs: its words, or a script as a single word; the same words if it wraps nothing. */
    private List<String> inner(ShellCommand command) {
        List<String> words = command.words();
        String program = command.program();
        if (PLAIN.contains(program)) {
            return skipOptions(words, 1, "");
        } else if (SHELLS.contains(program)) {
            return shell(words);
        }
        return switch (program) {
            case "flock", "lckdo", "setlock" -> lock(program, words);
            case "timeout", "gtimeout" -> timeout(words);
            case "nice" -> skipOptions(words, 1, "n");
            case "ionice" -> skipOptions(words, 1, "cn");
            case "stdbuf" -> skipOptions(words, 1, "ioe");
            case "systemd-cat" -> skipOptions(words, 1, "tp");
            case "cpulimit" -> skipOptions(words, 1, "l");
            case "chrt", "taskset" -> behindFirst(skipOptions(words, 1, "TPD"));
            case "env" -> env(words);
            case "sudo", "doas" -> changeUser(words, "ugpCrtTDRh");
            case "su", "runuser" -> su(words);
            default -> words;
        };
    }

    /** The words behind the options; those whose letter is listed have a value in the next word. */
    private static List<String> skipOptions(List<String> words, int from, String withValue) {
        int next = from;
        while (next < words.size() && words.get(next).startsWith("-")) {
            String option = words.get(next++);
            boolean takesNext = option.length() == 2 && withValue.indexOf(option.charAt(1)) >= 0;
            next += takesNext ? 1 : 0;
            if (option.equals("--")) {
                break;
            }
        }
        return words.subList(Math.min(next, words.size()), words.size());
    }

    /** Behind the priority or the mask. */
    private static List<String> behindFirst(List<String> words) {
        return words.subList(Math.min(1, words.size()), words.size());
    }

    private List<String> shell(List<String> words) {
        for (int i = 1; i < words.size() && words.get(i).startsWith("-"); i++) {
            String option = words.get(i);
            loginShell |= option.equals("--login") || (!option.startsWith("--") && option.contains("l"));
            if (!option.startsWith("--") && option.endsWith("c") && i + 1 < words.size()) {
                return List.of(words.get(i + 1));
            }
        }
        List<String> script = skipOptions(words, 1, "o");
        return script.isEmpty() ? words : script.size() == 1 ? List.of(quoted(script.get(0))) : script;
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private List<String> lock(String program, List<String> words) {
        boolean gives = words.stream().anyMatch(word -> word.matches("-[a-z]*n[a-z]*|--nonblock|--nb"));
        boolean limited = words.stream().anyMatch(word -> word.matches("-w.*|--timeout.*|--wait.*"));
        List<String> rest = skipOptions(words, 1, "wE");
        if (rest.isEmpty() || rest.get(0).matches("\\d+")) {
            return words;
        }
        lockFile = rest.get(0);
        waitsForLock = program.equals("flock") && (limited || !gives);
        List<String> inner = rest.subList(1, rest.size());
        boolean script =
                inner.size() >= 2 && (inner.get(0).equals("-c") || inner.get(0).equals("--command"));
        return script ? List.of(inner.get(1)) : inner;
    }

    private List<String> timeout(List<String> words) {
        List<String> rest = skipOptions(words, 1, "ks");
        Matcher duration = DURATION.matcher(rest.isEmpty() ? "" : rest.get(0));
        if (!duration.matches()) {
            return words;
        }
        long unit = switch (duration.group(2)) {
            case "m" -> 60;
            case "h" -> 3600;
            case "d" -> 86_400;
            default -> 1;
        };
        timeoutSeconds = OptionalLong.of(Long.parseLong(duration.group(1)) * unit);
        return rest.subList(1, rest.size());
    }

    private static List<String> env(List<String> words) {
        List<String> rest = skipOptions(words, 1, "uC");
        int next = 0;
        while (next < rest.size() && rest.get(next).matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*")) {
            next++;
        }
        return rest.subList(next, rest.size());
    }

    private List<String> changeUser(List<String> words, String withValue) {
        for (int i = 1; i < words.size() && words.get(i).startsWith("-"); i++) {
            boolean user = words.get(i).matches("-[A-Za-z]*u|--user");
            if (user && i + 1 < words.size()) {
                runAs = words.get(i + 1);
            } else if (words.get(i).startsWith("--user=")) {
                runAs = words.get(i).substring("--user=".length());
            }
            loginShell |= words.get(i).matches("-[A-Za-z]*i[A-Za-z]*|--login");
        }
        if (runAs.isEmpty()) {
            runAs = "root";
        }
        return skipOptions(
                words.stream()
                        .map(word -> word.matches("-[A-Za-z]+u") ? "-u" : word)
                        .toList(),
                1,
                withValue);
    }

    private List<String> su(List<String> words) {
        if (words.contains("-u")) {
            return changeUser(words, "ug");
        }
        String script = "";
        String user = "";
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if ((word.equals("-c") || word.equals("--command") || word.equals("-lc")) && i + 1 < words.size()) {
                script = words.get(++i);
            } else if (word.equals("-s") || word.equals("-g")) {
                i++;
            } else if (word.equals("-") || word.equals("-l") || word.equals("--login")) {
                loginShell = true;
            } else if (!word.startsWith("-") && user.isEmpty()) {
                user = word;
            }
        }
        runAs = user.isEmpty() ? "root" : user;
        return script.isEmpty() ? words : List.of(script);
    }
}
