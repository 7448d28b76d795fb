package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.StatePath;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Databases that run inside a program, as its configuration names their files. */
final class EmbeddedDatabases {
    private EmbeddedDatabases() {}

    /**
     * Their files.
     *
     * @param directory where relative paths begin; empty if that is not known
     */
    static List<StatePath> in(ConfigText entries, IntFunction<EvidenceLine> evidence, String directory) {
        return entries.entries().stream()
                .flatMap(entry -> JdbcUrl.parse(entry.value())
                        .filter(url -> url.embedded() && !url.database().isEmpty())
                        .flatMap(url -> path(url, directory))
                        .map(path ->
                                StatePath.unread(path, "database").withEvidence(List.of(evidence.apply(entry.line()))))
                        .stream())
                .toList();
    }

    /** The file or directory; empty if it lies below a home or a variable that is not known. */
    static Optional<String> path(JdbcUrl url, String directory) {
        String name = url.database();
        if (name.contains("${") || name.startsWith("~")) {
            return Optional.empty();
        }
        String path = name.startsWith("/") ? name : directory + "/" + name.replaceFirst("^(?:\\./)+", "");
        return directory.isEmpty() && !name.startsWith("/")
                ? Optional.empty()
                : Optional.of(url.role().equals("h2") ? path + ".mv.db" : path);
    }
}
