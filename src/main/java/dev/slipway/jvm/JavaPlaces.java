package dev.slipway.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where the configuration of a Java program may lie, as its command line shows: what the probes {@code spring}, {@code java-logging}
 * and {@code java-archive} are to be asked for.
 *
 * @param archives absolute paths of its own jars and wars
 * @param directories absolute paths of its working directory, its archives' directory, directories of its class path and of its
 *     server; no slash at the end
 * @param files absolute paths of configuration files that options name
 */
public record JavaPlaces(List<String> archives, List<String> directories, List<String> files) {
    /** A class path of libraries can have hundreds of archives; the program's own stands among the first. */
    private static final int MAX_ARCHIVES = 5;

    private static final List<String> FILE_PROPERTIES = List.of(
            "logging.config",
            "log4j.configuration",
            "log4j.configurationFile",
            "log4j2.configurationFile",
            "logback.configurationFile",
            "java.util.logging.config.file",
            "org.quartz.properties");
    private static final List<String> DIRECTORY_PROPERTIES = List.of(
            "catalina.base",
            "catalina.home",
            "jetty.base",
            "jetty.home",
            "jboss.server.base.dir",
            "jboss.server.config.dir");
    private static final List<String> LOCATION_PROPERTIES =
            List.of("spring.config.location", "spring.config.additional-location", "spring.config.import");

    public JavaPlaces {
        archives = List.copyOf(archives);
        directories = List.copyOf(directories);
        files = List.copyOf(files);
    }

    /** The places of a program that was started in this directory; empty if it is not known. */
    public static JavaPlaces of(JavaCommand command, String workingDirectory) {
        return new Search(command, workingDirectory).places();
    }

    /**
     * The value that an option of the program, {@code --name=value}, or of the machine, {@code -Dname=value}, gives. Servers like
     * WildFly take properties among their arguments as well.
     */
    public static Optional<String> option(JavaCommand command, String name) {
        return command.arguments().stream()
                .filter(argument -> argument.startsWith("--" + name + "=") || argument.startsWith("-D" + name + "="))
                .reduce((first, second) -> second)
                .map(argument -> argument.substring(argument.indexOf('=') + 1))
                .or(() -> command.property(name));
    }

    /** Gathers them for one command line. */
    private static final class Search {
        private final JavaCommand command;
        private final String workingDirectory;
        private final List<String> archives = new ArrayList<>();
        private final SortedSet<String> directories = new TreeSet<>();
        private final SortedSet<String> files = new TreeSet<>();

        Search(JavaCommand command, String workingDirectory) {
            this.command = command;
            this.workingDirectory = workingDirectory;
        }

        JavaPlaces places() {
            addDirectory(workingDirectory);
            if (command.kind() == JavaCommand.Kind.JAR) {
                addClassPathEntry(command.main());
            } else {
                command.classPath().forEach(this::addClassPathEntry);
            }
            DIRECTORY_PROPERTIES.forEach(name -> option(command, name).ifPresent(this::addDirectory));
            FILE_PROPERTIES.forEach(name -> option(command, name).ifPresent(this::addFile));
            LOCATION_PROPERTIES.stream()
                    .flatMap(name -> option(command, name).stream())
                    .flatMap(locations -> Stream.of(locations.split("[,;]")))
                    .forEach(this::addLocation);
            return new JavaPlaces(archives, List.copyOf(directories), List.copyOf(files));
        }

        private void addClassPathEntry(String entry) {
            String path = entry.replaceFirst("/?\\*$", "");
            boolean archive = path.matches(".*\\.[jwe]ar");
            String absolute = absolute(path);
            if (archive && absolute.startsWith("/") && archives.size() < MAX_ARCHIVES && !archives.contains(absolute)) {
                archives.add(absolute);
            }
            String directory = archive ? absolute.substring(0, Math.max(0, absolute.lastIndexOf('/'))) : absolute;
            addDirectory(directory);
            if (directory.matches(".*/(?:lib|libs|bin|boot|target|app)")) {
                addDirectory(directory.substring(0, directory.lastIndexOf('/')));
            }
        }

        private void addLocation(String location) {
            String path = plain(location);
            if (path.contains(":")) {
                return;
            }
            if (path.endsWith("/")) {
                addDirectory(path);
            } else {
                addFile(path);
            }
        }

        private void addFile(String name) {
            String path = absolute(plain(name));
            if (path.startsWith("/") && !path.contains(":")) {
                files.add(path);
            }
        }

        /** The root directory holds nothing of a program's own. */
        private void addDirectory(String name) {
            String path = absolute(name).replaceFirst("(?:/\\.?)+$", "");
            if (path.startsWith("/")) {
                directories.add(path);
            }
        }

        private String absolute(String path) {
            if (path.startsWith("/") || workingDirectory.isEmpty()) {
                return path;
            }
            return (workingDirectory.equals("/") ? "" : workingDirectory) + "/" + path.replaceFirst("^(?:\\./)+", "");
        }

        /** Without what Spring and log4j write before a path. */
        private static String plain(String location) {
            return location.strip().replaceFirst("^optional:", "").replaceFirst("^file:(?://(?=/))?", "");
        }
    }
}
