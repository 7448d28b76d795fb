package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code package.json} says.
 *
 * @param folder folder of the application
 */
record NodePackage(String folder, SourceFile file, ConfigText text) {
    private static final List<String> KINDS = List.of("dependencies.", "optionalDependencies.");

    static NodePackage of(SourceFile file) {
        String folder = file.path().substring(0, file.path().lastIndexOf('/'));
        return new NodePackage(folder, file, JsonText.parse(file.text()));
    }

    /** The line on which it needs a package. */
    Optional<EvidenceLine> needs(String name) {
        return KINDS.stream()
                .flatMap(kind -> text.find(kind + name).stream())
                .findFirst()
                .map(entry -> file.at(entry.line()));
    }

    /** The first of these packages that it needs. */
    Optional<String> firstOf(Collection<String> names) {
        return names.stream().filter(name -> needs(name).isPresent()).findFirst();
    }
}
