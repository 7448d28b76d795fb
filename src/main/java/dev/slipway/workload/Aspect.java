package dev.slipway.workload;

import dev.slipway.facts.Archive;
import dev.slipway.facts.HostProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What can be asked about a process. */
@SuppressWarnings("ImmutableEnumChecker") // each answer is a function without state
enum Aspect {
    /** Names of the program: of its file, of the first argument, and the kernel's. */
    PROGRAM(false, (subject, none) -> programs(subject.process())),
    /** The command line, or what the process has written over it. */
    COMMAND(false, (subject, none) -> List.of(subject.process().commandLine())),
    /** Each argument. */
    ARGUMENT(false, (subject, none) -> subject.arguments()),
    /** Java's main class, or the file name of the jar; the main class that Spring Boot's launcher calls. */
    MAIN(false, (subject, none) -> mains(subject)),
    /** File names of the jars on the class path and inside the archive. */
    LIBRARY(false, (subject, none) -> libraries(subject)),
    /** Attributes of the archive's manifest: {@code Spring-Boot-Version=2.7.18}. */
    MANIFEST(
            false,
            (subject, none) ->
                    subject.archives().stream().flatMap(Aspect::manifest).toList()),
    /** File names of the native libraries that are loaded. */
    NATIVE(
            false,
            (subject, none) -> subject.process().libraries().orElse(List.of()).stream()
                    .map(FilePath::name)
                    .toList()),
    /** Name of the service, without {@code .service}. */
    UNIT(false, (subject, none) -> subject.unit().isEmpty() ? List.of() : List.of(subject.unit())),
    /** Ports that it listens on. */
    PORT(false, (subject, none) -> subject.ports().stream().map(String::valueOf).toList()),
    /** Path of the program. */
    EXECUTABLE(false, (subject, none) -> executable(subject)),
    /** Path of the script that an interpreter runs, or its module. */
    SCRIPT(
            false,
            (subject, none) -> Interpreter.script(subject.process()).stream()
                    .map(script -> Interpreter.module(subject.process()).isPresent()
                            ? script
                            : subject.absolute(script).orElse(script))
                    .toList()),
    /** Path of the jar after {@code -jar}. */
    JAR(false, (subject, none) -> subject.jar().stream().toList()),
    /** Paths on the class path, without the runtime's wildcards. */
    CLASS_PATH(false, (subject, none) -> classPath(subject)),
    WORKING_DIRECTORY(
            false,
            (subject, none) -> subject.process().workingDirectory().toOptional().stream()
                    .filter(FilePath::ofOneProgram)
                    .toList()),
    /** Value of a Java system property. */
    PROPERTY(
            true,
            (subject, name) -> subject
                    .java()
                    .property(name)
                    .or(() -> subject.java().options().contains("-D" + name) ? Optional.of("") : Optional.empty())
                    .stream()
                    .toList()),
    /** Value of an option, all its names separated by blanks: {@code -c --config}. */
    OPTION(true, Aspect::options),
    /** Paths that an option or property names, made absolute. */
    PATHS(true, Aspect::paths),
    /** Arguments of this form that are paths, made absolute: {@code *.conf}. */
    PATH_ARGUMENT(true, Aspect::pathArguments),
    /** Value of a variable of the environment. */
    VARIABLE(
            true,
            (subject, name) ->
                    Optional.ofNullable(subject.process()
                                    .environment()
                                    .orElse(new TreeMap<>())
                                    .get(name))
                            .stream()
                            .toList()),
    /** A path that is the same on every host. */
    FILE(true, (subject, path) -> List.of(path)),
    /** The directory of what follows. */
    DIRECTORY(true, (subject, rest) -> List.of());

    private final boolean takesParameter;
    private final BiFunction<Subject, String, List<String>> answer;

    Aspect(boolean takesParameter, BiFunction<Subject, String, List<String>> answer) {
        this.takesParameter = takesParameter;
        this.answer = answer;
    }

    /** The word in a file: {@code class-path}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean takesParameter() {
        return takesParameter;
    }

    List<String> of(Subject subject, String parameter) {
        return answer.apply(subject, parameter);
    }

    /** A script shows its own name as the kernel's: where an interpreter runs, only the interpreter is the program. */
    private static List<String> programs(HostProcess process) {
        List<String> names = new ArrayList<>(List.of(process.program()));
        String first = process.title().isEmpty()
                ? process.arguments().orElse(List.of()).stream()
                        .findFirst()
                        .map(FilePath::name)
                        .orElse("")
                : "";
        if (!first.isEmpty()) {
            names.add(first);
        }
        if (Interpreter.of(process).isEmpty() || first.equals(process.name())) {
            names.add(process.name());
        }
        return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    private static List<String> mains(Subject subject) {
        String main = subject.java().main().isEmpty()
                ? subject.jvm().map(jvm -> jvm.mainClass().orElse("")).orElse("")
                : subject.java().main();
        return Stream.concat(
                        Stream.of(main.endsWith(".jar") || main.endsWith(".war") ? FilePath.name(main) : main),
                        subject.archives().stream()
                                .flatMap(archive -> Stream.of(archive.mainClass(), archive.startClass())))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> libraries(Subject subject) {
        return Stream.concat(
                        classPathEntries(subject).stream().map(FilePath::name),
                        subject.archives().stream().flatMap(archive -> archive.libraries().orElse(List.of()).stream()))
                .distinct()
                .toList();
    }

    private static Stream<String> manifest(Archive archive) {
        return Stream.of(
                        "Main-Class=" + archive.mainClass(),
                        "Start-Class=" + archive.startClass(),
                        "Implementation-Title=" + archive.title(),
                        "Implementation-Version=" + archive.version(),
                        "Spring-Boot-Version=" + archive.springBootVersion())
                .filter(attribute -> !attribute.endsWith("="));
    }

    private static List<String> executable(Subject subject) {
        return subject
                .process()
                .executable()
                .toOptional()
                .filter(path -> !path.isEmpty())
                .or(() -> subject.process().arguments().toOptional().stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .filter(path -> path.startsWith("/")))
                .stream()
                .toList();
    }

    private static List<String> classPathEntries(Subject subject) {
        List<String> entries = subject.java().classPath();
        return entries.isEmpty()
                ? subject.jvm().map(jvm -> jvm.classPath().orElse(List.of())).orElse(List.of())
                : entries;
    }

    private static List<String> classPath(Subject subject) {
        return classPathEntries(subject).stream()
                .map(entry -> entry.endsWith("/*") ? entry.substring(0, entry.length() - 2) : entry)
                .flatMap(entry -> subject.absolute(entry).stream())
                .distinct()
                .toList();
    }

    /** What the process shows, and what its service says where a title hides it. */
    private static List<String> arguments(Subject subject) {
        if (subject.isJava()) {
            return subject.java().arguments();
        }
        return Stream.concat(
                        subject.arguments().stream(),
                        subject.process().arguments().isKnown()
                                ? Stream.of()
                                : subject.unitCommand().stream().skip(1))
                .toList();
    }

    private static List<String> pathArguments(Subject subject, String form) {
        NamePattern pattern = NamePattern.of(form);
        return arguments(subject).stream()
                .filter(argument -> !argument.startsWith("-") && pattern.matches(argument))
                .flatMap(argument -> subject.absolute(argument).stream())
                .distinct()
                .toList();
    }

    private static List<String> options(Subject subject, String names) {
        List<String> arguments = arguments(subject);
        List<String> values = new ArrayList<>();
        for (String name : names.split(" +")) {
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.equals(name) && i + 1 < arguments.size()) {
                    values.add(arguments.get(i + 1));
                } else if (argument.startsWith(name + "=")) {
                    values.add(argument.substring(name.length() + 1));
                } else if (name.matches("-[A-Za-z]") && argument.startsWith(name + "/")) {
                    values.add(argument.substring(2));
                }
            }
        }
        return values;
    }

    /** Several paths may stand behind one option, with a word before each that says how it is read. */
    private static List<String> paths(Subject subject, String names) {
        Stream<String> values = Stream.concat(
                options(subject, names).stream(),
                Arrays.stream(names.split(" +")).flatMap(name -> subject.java().property(name).stream()));
        return values.flatMap(value -> Arrays.stream(value.split("[,;]")))
                .map(value -> value.replaceFirst("^(?:optional:)?(?:file:)?(?://(?=/))?", ""))
                .filter(value -> !value.startsWith("classpath:"))
                .flatMap(value -> subject.absolute(value).stream())
                .distinct()
                .toList();
    }
}
