package dev.slipway.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line of a Java program, taken apart as the launcher does.
 *
 * @param options options of the virtual machine in order, each with its value in one piece: {@code -Xmx512m},
 *     {@code --add-opens=java.base/java.lang=ALL-UNNAMED}; without the class path
 * @param classPath entries of the class path in order; empty if none is given
 * @param argumentFiles files that hold more of the command line, without the {@code @}
 * @param kind what {@code main} is
 * @param main main class, the jar after {@code -jar}, or the module; empty if the command line does not name one
 * @param arguments what the program itself gets
 */
public record JavaCommand(
        List<String> options,
        List<String> classPath,
        List<String> argumentFiles,
        Kind kind,
        String main,
        List<String> arguments) {

    private static final List<String> CLASS_PATH = List.of("-cp", "-classpath", "--class-path");
    private static final List<String> WITH_VALUE = List.of(
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--limit-modules",
            "--add-reads",
            "--add-exports",
            "--add-opens",
            "--enable-native-access",
            "--illegal-native-access",
            "--patch-module",
            "--source",
            "-d",
            "--describe-module");

    /** Options of jsvc, which starts a virtual machine in its own process. */
    private static final List<String> WITH_VALUE_FOR_JSVC = List.of(
            "-home",
            "-java-home",
            "-jvm",
            "-user",
            "-pidfile",
            "-outfile",
            "-errfile",
            "-wait",
            "-cwd",
            "-procname",
            "-umask",
            "-keepstdin");

    public JavaCommand {
        options = List.copyOf(options);
        classPath = List.copyOf(classPath);
        argumentFiles = List.copyOf(argumentFiles);
        arguments = List.copyOf(arguments);
    }

    /** What a Java program begins with. */
    public enum Kind {
        CLASS,
        JAR,
        MODULE,
        NONE
    }

    /** The command line that begins with the launcher's own path. */
    public static JavaCommand parse(List<String> argv) {
        return new Reader(argv).read();
    }

    /** The value of the last {@code -Dname=value}; empty if there is none. */
    public Optional<String> property(String name) {
        String prefix = "-D" + name + "=";
        return options.stream()
                .filter(option -> option.startsWith(prefix))
                .reduce((a, b) -> b)
                .map(option -> option.substring(prefix.length()));
    }

    /** Names of all files that hold more options, as written. */
    public List<String> optionFiles() {
        List<String> files = new ArrayList<>(argumentFiles);
        for (String prefix : List.of("-XX:VMOptionsFile=", "-XX:Flags=")) {
            options.stream()
                    .filter(option -> option.startsWith(prefix))
                    .forEach(option -> files.add(option.substring(prefix.length())));
        }
        return files;
    }

    /** Goes through the arguments once, from left to right. */
    private static final class Reader {
        private final List<String> argv;
        private final boolean jsvc;
        private final List<String> options = new ArrayList<>();
        private final List<String> classPath = new ArrayList<>();
        private final List<String> argumentFiles = new ArrayList<>();
        private int at = 1;

        Reader(List<String> argv) {
            this.argv = argv;
            this.jsvc = !argv.isEmpty() && argv.get(0).contains("jsvc");
        }

        JavaCommand read() {
            while (at < argv.size()) {
                String argument = argv.get(at++);
                if (argument.equals("-jar")) {
                    return end(Kind.JAR, next());
                } else if (argument.equals("-m") || argument.equals("--module")) {
                    return end(Kind.MODULE, next());
                } else if (argument.startsWith("--module=")) {
                    return end(Kind.MODULE, argument.substring("--module=".length()));
                } else if (CLASS_PATH.contains(argument)) {
                    setClassPath(next());
                } else if (argument.startsWith("--class-path=")) {
                    setClassPath(argument.substring("--class-path=".length()));
                } else if (WITH_VALUE.contains(argument)) {
                    options.add((argument.equals("-p") ? "--module-path" : argument) + "=" + next());
                } else if (jsvc && WITH_VALUE_FOR_JSVC.contains(argument)) {
                    at++;
                } else if (argument.startsWith("@") && argument.length() > 1) {
                    argumentFiles.add(argument.substring(1));
                } else if (argument.startsWith("-")) {
                    options.add(argument);
                } else if (!argument.isEmpty()) {
                    return end(Kind.CLASS, argument);
                }
            }
            return end(Kind.NONE, "");
        }

        private String next() {
            return at < argv.size() ? argv.get(at++) : "";
        }

        private void setClassPath(String path) {
            classPath.clear();
            path.lines().flatMap(line -> List.of(line.split(":", -1)).stream()).forEach(entry -> {
                if (!entry.isEmpty()) {
                    classPath.add(entry);
                }
            });
        }

        private JavaCommand end(Kind kind, String main) {
            List<String> rest = argv.subList(Math.min(at, argv.size()), argv.size());
            return new JavaCommand(options, classPath, argumentFiles, kind, main, rest);
        }
    }
}
