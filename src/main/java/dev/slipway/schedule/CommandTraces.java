package dev.slipway.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the commands of a job leave behind or lean on: files, addresses, directories, pauses. */
final class CommandTraces {
    private static final Set<String> TESTS = Set.of("test", "[", "[[", "true", "false", ":", "which", "type");
    private static final Set<String> SETTINGS =
            Set.of("export", "set", "ulimit", "umask", "unset", "trap", "wait", "exit");
    private static final Pattern PATH = Pattern.compile("(?:^|[=:,\\s'\"])(/[A-Za-z0-9._@%+~*?{}$/-]*[A-Za-z0-9*}_-])");
    private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s'\"<>|;]+");
    private static final Pattern URL_HOST =
            Pattern.compile("(?i)https?://(?:[^/@\\s]*@)?(\\[[0-9a-f:]+\\]|[^/:?#\\s]+).*");
    private static final Pattern URL_PORT =
            Pattern.compile("(?i)https?://(?:[^/@\\s]*@)?(?:\\[[0-9a-f:]+\\]|[^/:?#\\s]+)(?::(\\d{1,5}))?.*");
    private static final Pattern BARE_CALL =
            Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d+)?(?:/.*)?");
    private static final Pattern HOST_STATE =
            Pattern.compile("/(?:proc|sys|run|var/run|dev|var/spool|var/lock)(?:/.*)?|.*\\.(?:sock|socket|pid)");
    private static final Pattern HARMLESS = Pattern.compile("/dev/(?:null|stdout|stderr|stdin|fd/.*|tcp/.*|shm)?");
    private static final Pattern HOST_NAME =
            Pattern.compile(".*(?:\\$\\(hostname|`hostname|\\$\\{?HOSTNAME|uname -n|\\$\\(hostid).*", Pattern.DOTALL);
    private static final Set<String> HOST_PROGRAMS = Set.of(
            "systemctl",
            "service",
            "kill",
            "killall",
            "pkill",
            "iptables",
            "ip",
            "ifconfig",
            "mount",
            "umount",
            "sysctl",
            "virsh",
            "docker",
            "podman",
            "crm",
            "pcs",
            "lsof",
            "ss",
            "netstat",
            "dmesg",
            "last",
            "useradd",
            "usermod",
            "crontab",
            "rndc",
            "postqueue",
            "postsuper",
            "mailq",
            "exportfs",
            "lvs",
            "vgs",
            "df",
            "sar",
            "vmstat",
            "iostat");

    private final List<ShellCommand> all;
    private final Wrapping wrapping;
    private final List<ShellCommand> body = new ArrayList<>();
    private final List<String> sourced = new ArrayList<>();
    private final List<String> logFiles = new ArrayList<>();
    private final List<String> localPaths = new ArrayList<>();
    private final List<String> hostState = new ArrayList<>();
    private final List<String> urls = new ArrayList<>();
    private String workingDirectory = "";
    private OptionalLong delaySeconds = OptionalLong.empty();
    private boolean randomDelay;
    private boolean discardsOutput;

    private CommandTraces(List<ShellCommand> all, Wrapping wrapping) {
        this.all = all;
        this.wrapping = wrapping;
    }

    static CommandTraces of(List<ShellCommand> commands, Wrapping wrapping) {
        CommandTraces traces = new CommandTraces(commands, wrapping);
        if (wrapping.loginShell()) {
            traces.sourced.add("login");
        }
        commands.forEach(traces::read);
        return traces;
    }

    private void read(ShellCommand command) {
        String program = command.words().isEmpty() ? "" : command.words().get(0).replaceFirst("^/(usr/)?bin/", "");
        String first = command.arguments().isEmpty() ? "" : command.arguments().get(0);
        command.outputs().forEach(this::output);
        command.inputs().forEach(this::path);
        if (program.equals("cd")) {
            workingDirectory = body.isEmpty() ? first : workingDirectory;
        } else if (program.equals(".") || program.equals("source")) {
            sourced.add(first);
        } else if (program.equals("sleep") && body.isEmpty()) {
            sleep(first);
        } else if (!program.isEmpty() && !TESTS.contains(program) && !SETTINGS.contains(program)) {
            body.add(command);
            arguments(command);
        }
    }

    private void sleep(String time) {
        randomDelay = time.contains("$") || time.contains("`");
        Matcher number = Pattern.compile("(\\d{1,6})([smh]?)").matcher(time);
        if (number.matches()) {
            long unit = number.group(2).equals("h") ? 3600 : number.group(2).equals("m") ? 60 : 1;
            delaySeconds = OptionalLong.of(Long.parseLong(number.group(1)) * unit);
        }
    }

    private void output(String file) {
        if (file.equals("/dev/null")) {
            discardsOutput = true;
        } else if (file.matches(".*(?:\\.log|\\.out|\\.err|/log/.*|/logs/.*|log)(?:\\.\\$.*)?")) {
            add(logFiles, file);
        } else {
            path(file);
        }
    }

    private void path(String path) {
        if (path.startsWith("/") && !HARMLESS.matcher(path).matches() && !path.equals(wrapping.lockFile())) {
            add(localPaths, path);
            if (HOST_STATE.matcher(path).matches()) {
                add(hostState, path);
            }
        }
    }

    private void arguments(ShellCommand command) {
        String program = command.program();
        if (HOST_PROGRAMS.contains(program)) {
            add(hostState, program);
        }
        for (String argument : command.arguments()) {
            Matcher url = URL.matcher(argument);
            while (url.find()) {
                add(urls, url.group());
            }
            boolean bareCall = CommandKind.CALLERS.contains(program)
                    && BARE_CALL.matcher(argument).matches();
            if (bareCall) {
                add(urls, "http://" + argument);
            }
            if (HOST_NAME.matcher(argument).matches()) {
                add(hostState, "hostname");
            }
            Matcher path = PATH.matcher(argument.replaceAll("(?i)[a-z]+://\\S*", ""));
            while (path.find()) {
                path(path.group(1));
            }
        }
    }

    private static void add(List<String> list, String value) {
        if (!list.contains(value)) {
            list.add(value);
        }
    }

    /** The host of an address, without brackets and port; empty if there is none. */
    static String hostOf(String url) {
        Matcher host = URL_HOST.matcher(url);
        return host.matches() ? host.group(1).replaceAll("[\\[\\]]", "") : "";
    }

    /** The port of an address: 80 or 443 where it names none. */
    static int portOf(String url) {
        Matcher port = URL_PORT.matcher(url);
        boolean named = port.matches() && port.group(1) != null;
        return named ? Integer.parseInt(port.group(1)) : url.regionMatches(true, 0, "https", 0, 5) ? 443 : 80;
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1") || host.equals("0.0.0.0");
    }

    /** The commands that do the work, without what prepares them. */
    List<ShellCommand> body() {
        return body;
    }

    /** All commands, wrappers taken off. */
    List<ShellCommand> all() {
        return all;
    }

    List<String> programs() {
        return body.stream().map(command -> command.words().get(0)).toList();
    }

    List<String> sourced() {
        return sourced;
    }

    List<String> logFiles() {
        return logFiles;
    }

    List<String> localPaths() {
        return localPaths;
    }

    List<String> hostState() {
        return hostState;
    }

    List<String> urls() {
        return urls;
    }

    String workingDirectory() {
        return workingDirectory;
    }

    OptionalLong delaySeconds() {
        return delaySeconds;
    }

    boolean randomDelay() {
        return randomDelay;
    }

    boolean discardsOutput() {
        return discardsOutput;
    }
}
