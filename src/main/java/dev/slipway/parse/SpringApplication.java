package dev.slipway.parse;

import dev.slipway.facts.Archive;
import dev.slipway.facts.EvidenceLine;
import java.util.List;
import java.util.Optional;

/**
 * A Java program that is configured as Spring Boot does it.
 *
 * @param program the program
 * @param properties its properties in force
 * @param files the files that they come from, those that count more behind the others
 * @param profiles profiles that are active
 */
record SpringApplication(
        JavaApplication program, SpringProperties properties, List<SourceFile> files, List<String> profiles) {

    SpringApplication {
        files = List.copyOf(files);
        profiles = List.copyOf(profiles);
    }

    /** The application that this program is; empty if nothing shows that it is one. */
    static Optional<SpringApplication> find(JavaApplication program, HostFiles outside, HostFiles inside) {
        if (program.command().main().startsWith("org.apache.catalina.")) {
            // applications inside of it have their configuration inside of them
            return Optional.empty();
        }
        SpringFiles files = new SpringFiles(program, outside, inside);
        SpringProperties properties = files.read();
        boolean named = program.archive()
                        .map(Archive::springBootVersion)
                        .filter(version -> !version.isEmpty())
                        .isPresent()
                || program.library("spring-boot").isPresent();
        List<SourceFile> used = files.used().stream().distinct().toList();
        return named || !used.isEmpty()
                ? Optional.of(new SpringApplication(program, properties, used, files.profiles()))
                : Optional.empty();
    }

    /** Whether a file on the host, or inside an archive, belongs to it. */
    boolean owns(String path) {
        return program.places().archives().stream()
                        .anyMatch(archive -> path.equals(archive) || path.startsWith(archive + "!/"))
                || program.places().directories().stream().anyMatch(directory -> path.startsWith(directory + "/"));
    }

    /** Major and minor version of Spring Boot; empty if it is not known. */
    Optional<String> version() {
        return program.archive()
                .map(Archive::springBootVersion)
                .filter(version -> !version.isEmpty())
                .or(() ->
                        program.library("spring-boot").map(file -> file.replaceFirst("spring-boot-(.*)\\.jar", "$1")));
    }

    /** What shows that it is one: its archive, else the first of its files. */
    List<EvidenceLine> evidence() {
        return program.archive()
                .map(Archive::evidence)
                .filter(lines -> !lines.isEmpty())
                .orElseGet(() -> files.stream().limit(1).map(file -> file.at(0)).toList());
    }
}
