package dev.slipway.parse;

import dev.slipway.evidence.Redactor;
import dev.slipway.facts.ConfigFile;
import dev.slipway.facts.Endpoint;
import dev.slipway.facts.Fact;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes a fact of a configuration file that was read. */
final class ConfigFiles {
    private ConfigFiles() {}

    /** The file with the addresses that were found in it. */
    static ConfigFile of(SourceFile file, List<Endpoint> endpoints) {
        int secrets = (int) file.lines().stream()
                .filter(line -> line.contains(Redactor.MARK))
                .count();
        boolean whole = file.item().complete() && secrets == 0;
        return new ConfigFile(
                file.path(),
                format(file.path()),
                whole
                        ? Fact.known((long) file.text().getBytes(StandardCharsets.UTF_8).length)
                        : Fact.unknown("what was kept of it is shorter"),
                endpoints.stream()
                        .map(endpoint -> new ServerAddress(endpoint.address(), endpoint.port()).toString())
                        .distinct()
                        .sorted()
                        .toList(),
                secrets,
                Fact.known(false),
                "",
                List.of(file.at(0)));
    }

    private static String format(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        return switch (extension) {
            case "properties", "xml", "json", "ini" -> extension;
            case "yml", "yaml" -> "yaml";
            case "sh" -> "shell";
            default -> "text";
        };
    }
}
