package dev.slipway.cli;

import dev.slipway.assess.Fleet;
import dev.slipway.assess.Json;
import dev.slipway.run.RunDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway assess}: from evidence to scores. */
@Command(
        name = "assess",
        description = "Assess the evidence of a run again: facts, workloads, findings, scores.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class AssessCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "RUN", description = "Directory of the run.")
    private Path directory = Path.of("");

    @Mixin
    private AssessSettings settings = new AssessSettings();

    @Mixin
    private JsonOption json = new JsonOption();

    AssessCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (RunDirectory run = RunDirectory.open(directory)) {
            Fleet fleet = settings.stage().assess(run);
            if (json.wanted()) {
                around.out().print(new String(Json.write(fleet), StandardCharsets.UTF_8));
            } else {
                Summary summary = new Summary(around.out());
                summary.fleet(fleet);
                summary.place("results", run.root().resolve("assessment"));
            }
            return settings.gate(fleet);
        }
    }
}
