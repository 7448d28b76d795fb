package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A jar, war or ear that a workload runs, as its manifest and its list of entries show it.
 *
 * @param path absolute path
 * @param sizeBytes size
 * @param mainClass Main-Class of the manifest; empty if it has none
 * @param startClass Start-Class of the manifest: the main class that Spring Boot's launcher calls; empty if it has none
 * @param title Implementation-Title or Bundle-SymbolicName; empty if it has none
 * @param version Implementation-Version or Bundle-Version; empty if it has none
 * @param springBootVersion Spring-Boot-Version of the manifest; empty if it has none
 * @param builtFor major version of Java that it was built for or with, from the manifest; 0 if it does not say
 * @param libraries file names of the jars inside: {@code spring-boot-2.7.18.jar}
 * @param configurations entries that configure it: {@code BOOT-INF/classes/application-prod.yml}
 * @param nativeLibraries entries that are native code: {@code native/linux/libfoo.so}
 * @param complete whether all its entries were seen
 * @param workload id of the workload; empty if none
 */
@RecordBuilder
public record Archive(
        String path,
        Fact<Long> sizeBytes,
        String mainClass,
        String startClass,
        String title,
        String version,
        String springBootVersion,
        int builtFor,
        Fact<List<String>> libraries,
        List<String> configurations,
        List<String> nativeLibraries,
        boolean complete,
        String workload,
        List<EvidenceLine> evidence)
        implements ArchiveBuilder.With {

    public Archive {
        configurations = List.copyOf(configurations);
        nativeLibraries = List.copyOf(nativeLibraries);
        evidence = List.copyOf(evidence);
    }

    /** An archive of which only the path is known. */
    public static Archive unread(String path) {
        String reason = "not read";
        return new Archive(
                path,
                Fact.unknown(reason),
                "",
                "",
                "",
                "",
                "",
                0,
                Fact.unknown(reason),
                List.of(),
                List.of(),
                false,
                "",
                List.of());
    }
}
