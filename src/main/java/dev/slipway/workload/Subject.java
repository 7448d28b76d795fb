package dev.slipway.workload;

import dev.slipway.facts.Archive;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Jvm;
import dev.slipway.jvm.JavaCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A process with what is known around it: what a runtime is recognised by.
 *
 * @param jvm its Java virtual machine, if it is one
 * @param java its command line as Java reads it; empty if it is no virtual machine
 * @param archives jars and wars that it runs
 * @param ports ports that its workload listens on
 * @param unit name of its service without {@code .service}; empty if it has none
 * @param unitCommand words of the command that its service starts; empty if not known
 */
record Subject(
        HostProcess process,
        Optional<Jvm> jvm,
        JavaCommand java,
        List<Archive> archives,
        List<Integer> ports,
        String unit,
        List<String> unitCommand) {

    Subject {
        archives = List.copyOf(archives);
        ports = List.copyOf(ports);
        unitCommand = List.copyOf(unitCommand);
    }

    /** Arguments behind the program's own name; where a title stands over them the words of the title, which often repeat them. */
    List<String> arguments() {
        List<String> words = process.title().isEmpty()
                ? process.arguments().orElse(List.of())
                : Arrays.stream(process.title().split(" +"))
                        .map(word -> word.replaceAll("^\\((.*)\\)$", "$1"))
                        .toList();
        return words.isEmpty() ? words : words.subList(1, words.size());
    }

    /** Whether it is a Java program. */
    boolean isJava() {
        return jvm.isPresent() || java.kind() != JavaCommand.Kind.NONE;
    }

    /** An absolute path for one that the process was given; empty if that depends on a directory that is not known. */
    Optional<String> absolute(String path) {
        return FilePath.resolve(process.workingDirectory().orElse(""), path);
    }

    /** The jar that it was started with, as an absolute path. */
    Optional<String> jar() {
        return java.kind() == JavaCommand.Kind.JAR ? absolute(java.main()) : Optional.empty();
    }
}
