package dev.slipway.parse;

import dev.slipway.facts.Archive;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Jvm;
import dev.slipway.jvm.JavaCommand;
import dev.slipway.jvm.JavaPlaces;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Java program that runs, with what tells where its configuration is.
 *
 * @param process its process
 * @param command its command line
 * @param flags options of its virtual machine, wherever they come from
 * @param archive its own jar or war as its table of contents shows it
 */
record JavaApplication(HostProcess process, JavaCommand command, List<String> flags, Optional<Archive> archive) {

    JavaApplication {
        flags = List.copyOf(flags);
    }

    /** The programs of all virtual machines of the host. */
    static List<JavaApplication> of(HostFacts facts) {
        return facts.jvms().stream()
                .flatMap(jvm -> facts.processes().stream()
                        .filter(process -> process.pid() == jvm.pid())
                        .limit(1)
                        .map(process -> of(process, jvm, facts.archives())))
                .toList();
    }

    private static JavaApplication of(HostProcess process, Jvm jvm, List<Archive> archives) {
        JavaCommand command = JavaCommand.parse(process.arguments().orElse(List.of()));
        List<String> own =
                JavaPlaces.of(command, process.workingDirectory().orElse("")).archives();
        Optional<Archive> archive = archives.stream()
                .filter(candidate -> !own.isEmpty() && candidate.path().equals(own.get(0)))
                .findFirst();
        return new JavaApplication(process, command, jvm.flags().orElse(List.of()), archive);
    }

    JavaPlaces places() {
        return JavaPlaces.of(command, workingDirectory());
    }

    /** Absolute path of the directory in which it runs; where that is not known, of the directory of its archive. */
    String workingDirectory() {
        return process.workingDirectory().toOptional().orElseGet(() -> {
            String main = command.main();
            return main.startsWith("/") ? main.substring(0, main.lastIndexOf('/')) : "";
        });
    }

    /** The path as seen from the working directory; the same path if it is absolute. */
    String absolute(String path) {
        String name = path.replaceFirst("^file:(?://(?=/))?", "").replaceFirst("^(?:\\./)+", "");
        return name.startsWith("/") || workingDirectory().isEmpty() ? name : workingDirectory() + "/" + name;
    }

    /** What its arguments, or properties of its virtual machine, say. */
    Optional<String> option(String name) {
        String property = "-D" + name + "=";
        return JavaPlaces.option(command, name)
                .or(() -> flags.stream()
                        .filter(flag -> flag.startsWith(property))
                        .reduce((first, second) -> second)
                        .map(flag -> flag.substring(property.length())));
    }

    /** The whole of its environment, values empty where they were not read. */
    SortedMap<String, String> environment() {
        return process.environment().orElse(new TreeMap<>());
    }

    /** File names of the libraries in its archive and on its class path. */
    Fact<List<String>> libraries() {
        Fact<List<String>> inside =
                archive.map(Archive::libraries).orElse(Fact.unknown("its archive was not looked into"));
        List<String> onClassPath = command.classPath().stream()
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> entry.substring(entry.lastIndexOf('/') + 1))
                .toList();
        return onClassPath.isEmpty()
                ? inside
                : Fact.known(Stream.concat(inside.orElse(List.of()).stream(), onClassPath.stream())
                        .toList());
    }

    /** The library whose file name begins like this and goes on with its version. */
    Optional<String> library(String name) {
        return libraries().orElse(List.of()).stream()
                .filter(file ->
                        file.startsWith(name) && file.substring(name.length()).matches("-?(?:\\d.*)?\\.jar"))
                .findFirst();
    }
}
