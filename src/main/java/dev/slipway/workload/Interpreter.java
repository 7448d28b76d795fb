package dev.slipway.workload;

import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Programs that run a script: what matters is the script. */
final class Interpreter {
    private static final Pattern SHELL = Pattern.compile("-?(?:a|ba|da|k|mk|pdk|z|c|tc|fi)?sh");
    private static final Pattern LANGUAGE = Pattern.compile(
            "python[0-9.]*|pypy3?|perl[0-9.]*|ruby[0-9.]*|node|nodejs|php[0-9.]*|Rscript|lua[0-9.]*|tclsh.*");
    /** Options that are followed by a value of their own. */
    private static final List<String> WITH_VALUE =
            List.of("-W", "-X", "-r", "--require", "-I", "-o", "-O", "--rcfile", "--init-file", "-d", "-c");

    private Interpreter() {}

    static boolean isShell(String program) {
        return SHELL.matcher(program).matches();
    }

    /** Whether this program runs scripts. */
    static boolean is(String program) {
        return isShell(program) || LANGUAGE.matcher(program).matches();
    }

    /** The name by which a process runs an interpreter, if it does. */
    static Optional<String> of(HostProcess process) {
        String program = process.program();
        if (program.equals("busybox")) {
            return process.arguments().toOptional().stream()
                    .flatMap(List::stream)
                    .map(FilePath::name)
                    .findFirst()
                    .filter(Interpreter::isShell);
        }
        return Optional.of(program).filter(Interpreter::is);
    }

    /** The module after {@code -m}, which is no path. */
    static Optional<String> module(HostProcess process) {
        List<String> arguments = process.arguments().orElse(List.of());
        return script(process).filter(script -> arguments.indexOf("-m") == arguments.indexOf(script) - 1);
    }

    /** The script's path as written, or the module after {@code -m}; empty for a command, a prompt, or no interpreter. */
    static Optional<String> script(HostProcess process) {
        if (of(process).isEmpty()) {
            return Optional.empty();
        }
        boolean shell = of(process).filter(Interpreter::isShell).isPresent();
        List<String> arguments = process.arguments().orElse(List.of());
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("-m") && !shell) {
                return Optional.of(i + 1 < arguments.size() ? arguments.get(i + 1) : "");
            } else if (argument.equals("-c") || argument.equals("-e") || shell && argument.matches("-[a-z]*c")) {
                return Optional.empty();
            } else if (!argument.startsWith("-") && !argument.isEmpty()) {
                return Optional.of(argument);
            } else if (WITH_VALUE.contains(argument)) {
                i++;
            }
        }
        return Optional.empty();
    }

    /** The command after a shell's {@code -c}. */
    static Optional<String> command(HostProcess process) {
        List<String> arguments = process.arguments().orElse(List.of());
        boolean shell = of(process).filter(Interpreter::isShell).isPresent();
        return shell && arguments.size() > 2 && arguments.get(1).matches("-[a-z]*c")
                ? Optional.of(arguments.get(2))
                : Optional.empty();
    }

    /** Name of the program that a process really is: its script, if it runs one; of a program of many names the one in use. */
    static String programRun(HostProcess process) {
        String program = process.program();
        return script(process)
                .map(FilePath::name)
                .orElse(program.equals("busybox") && !process.name().isEmpty() ? process.name() : program);
    }

    /** Whether a shell waits for somebody to type, or for input: it was given no script and no command. */
    static boolean isPrompt(HostProcess process) {
        return of(process).filter(Interpreter::isShell).isPresent()
                && process.arguments().isKnown()
                && process.arguments().orElse(List.of()).stream()
                        .skip(1)
                        .allMatch(argument -> argument.startsWith("-") && !argument.matches("-[a-z]*c"));
    }
}
