package dev.slipway.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The runtimes that this program knows, and which of them a process is. */
final class RuntimeCatalog {
    private final List<Runtime> runtimes;

    RuntimeCatalog(List<Runtime> runtimes) {
        this.runtimes = List.copyOf(runtimes);
    }

    /** Those that are packaged with this program, by id. */
    static RuntimeCatalog builtIn() {
        return BuiltIn.CATALOG;
    }

    List<Runtime> runtimes() {
        return runtimes;
    }

    Optional<Runtime> find(String id) {
        return runtimes.stream().filter(runtime -> runtime.id().equals(id)).findFirst();
    }

    /**
     * What a process was recognised as.
     *
     * @param confidence 0..1
     */
    record Match(Runtime runtime, double confidence) {}

    /** The runtime that most speaks for; none if nothing is sure enough. */
    Optional<Match> recognise(Subject subject) {
        List<Match> matches = runtimes.stream()
                .map(runtime -> new Match(runtime, runtime.confidence(subject)))
                .filter(match -> match.confidence() >= Runtime.LEAST_CONFIDENCE)
                .toList();
        SortedSet<String> displaced = new TreeSet<>();
        matches.forEach(match -> displaced.addAll(match.runtime().over()));
        boolean particular = matches.stream().anyMatch(match -> !match.runtime().generic());
        return matches.stream()
                .filter(match -> !displaced.contains(match.runtime().id()))
                .filter(match -> !particular || !match.runtime().generic())
                .reduce((a, b) -> b.confidence() > a.confidence() ? b : a);
    }

    /** Read once, when first needed: the data is part of the program. */
    private static final class BuiltIn {
        static final RuntimeCatalog CATALOG = new RuntimeCatalog(resource("index.txt")
                .lines()
                .sorted()
                .map(name -> RuntimeReader.read(resource(name), "runtimes/" + name, name.replaceFirst("\\.yaml$", "")))
                .toList());

        private static String resource(String name) {
            try (InputStream in = RuntimeCatalog.class.getResourceAsStream("/runtimes/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the build lacks runtimes/" + name);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
