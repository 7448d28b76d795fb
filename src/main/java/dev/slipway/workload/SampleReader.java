package dev.slipway.workload;

import dev.slipway.workload.Runtime.Sample;
import dev.slipway.yaml.YamlException;
import dev.slipway.yaml.YamlValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the samples of a runtime: processes, and what has to be recognised. */
final class SampleReader {
    private static final List<String> KEYS = List.of(
            "command",
            "title",
            "executable",
            "name",
            "workingDirectory",
            "unit",
            "ports",
            "libraries",
            "native",
            "is",
            "isNot",
            "version",
            "root",
            "artifact",
            "wants");

    private SampleReader() {}

    static Sample read(YamlValue value) {
        RuntimeYaml sample = new RuntimeYaml(RuntimeYaml.mapping(value), KEYS);
        List<String> command = sample.texts("command");
        if (sample.text("is").isEmpty() == sample.text("isNot").isEmpty()) {
            throw new YamlException(value.place(), "a sample says either 'is' or 'isNot'");
        }
        return new Sample(
                command.isEmpty()
                        ? List.of(sample.text("title").split("[: ]")[0])
                        : command.size() == 1 ? Arrays.asList(command.get(0).split(" ")) : command,
                sample.text("title"),
                sample.text("executable"),
                sample.text("name"),
                sample.text("workingDirectory"),
                sample.text("unit"),
                sample.texts("ports").stream().map(Integer::valueOf).toList(),
                sample.texts("libraries"),
                sample.texts("native"),
                sample.text("is") + sample.text("isNot"),
                !sample.text("is").isEmpty(),
                optional(sample, "version"),
                optional(sample, "root"),
                optional(sample, "artifact"),
                sample.texts("wants"),
                sample.line());
    }

    private static Optional<String> optional(RuntimeYaml sample, String key) {
        return Optional.of(sample.text(key)).filter(text -> !text.isEmpty());
    }
}
