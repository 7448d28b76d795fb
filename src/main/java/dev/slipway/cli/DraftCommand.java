package dev.slipway.cli;

import dev.slipway.draft.Answers;
import dev.slipway.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway draft}: from assessments to folders for their owners. */
@Command(
        name = "draft",
        description = "Write the drafts of an assessed run again: Dockerfiles, manifests, hand-off pages.",
        mixinStandardHelpOptions = true)
final class DraftCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "RUN", description = "Directory of the run.")
    private Path directory = Path.of("");

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "What owners answered to the questions of the drafts; see answers.example.yaml there.")
    private Optional<Path> answers = Optional.empty();

    DraftCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (RunDirectory run = RunDirectory.open(directory)) {
            new DraftStage(run, answers()).draft();
            new Summary(around.out()).place("drafts", run.root().resolve("drafts"));
            return ExitStatus.DONE;
        }
    }

    private Answers answers() throws IOException {
        return answers.isPresent()
                ? Answers.read(Files.readString(answers.get()), answers.get().toString())
                : Answers.none();
    }
}
