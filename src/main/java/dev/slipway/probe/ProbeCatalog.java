package dev.slipway.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * All probes that this build has, by id, and the frame around them.
 *
 * @param prelude sh functions that every script begins with
 */
public record ProbeCatalog(String prelude, List<Probe> probes) {

    public ProbeCatalog {
        probes = List.copyOf(probes);
    }

    /** The probes packaged with this program. */
    public static ProbeCatalog builtIn() {
        List<Probe> probes = resource("index.txt")
                .lines()
                .filter(name -> !name.startsWith("_"))
                .sorted()
                .map(name -> ProbeFile.parse(name.substring(0, name.length() - ".sh".length()), resource(name)))
                .toList();
        return new ProbeCatalog(resource("_prelude.sh"), probes);
    }

    public Optional<Probe> find(String id) {
        return probes.stream().filter(probe -> probe.id().equals(id)).findFirst();
    }

    private static String resource(String name) {
        try (InputStream in = ProbeCatalog.class.getResourceAsStream("/probes/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks probes/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
