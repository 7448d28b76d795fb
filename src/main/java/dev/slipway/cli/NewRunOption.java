package dev.slipway.cli;

import dev.slipway.run.RunDirectory;
import dev.slipway.run.RunDirectory.Existing;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** {@code -o RUN}, and what to do if it holds a run already. */
final class NewRunOption {
    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "RUN",
            description = "Directory for the run; it is made. Readable by you alone.")
    private Path directory = Path.of("");

    @ArgGroup
    private OnExisting existing = new OnExisting();

    /** One of the two, or none. */
    static final class OnExisting {
        @Option(
                names = "--resume",
                description = "Go on with the run in RUN: hosts that were scanned stay as they are.")
        private boolean resume;

        @Option(names = "--force", description = "Replace the run in RUN.")
        private boolean force;
    }

    boolean resumes() {
        return existing.resume;
    }

    RunDirectory open() throws IOException {
        return RunDirectory.create(
                directory, existing.resume ? Existing.RESUME : existing.force ? Existing.REPLACE : Existing.REFUSE);
    }
}
