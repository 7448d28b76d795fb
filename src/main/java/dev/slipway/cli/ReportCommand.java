package dev.slipway.cli;

import dev.slipway.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway report}: from assessments to pages. */
@Command(name = "report", description = "Write the report of an assessed run again.", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "RUN", description = "Directory of the run.")
    private Path directory = Path.of("");

    ReportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (RunDirectory run = RunDirectory.open(directory)) {
            Path report = new ReportStage(run).report();
            new Summary(around.out()).place("report", report);
            return ExitStatus.DONE;
        }
    }
}
