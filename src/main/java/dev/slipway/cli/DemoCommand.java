package dev.slipway.cli;

import dev.slipway.inventory.Inventory;
import dev.slipway.inventory.InventoryReader;
import dev.slipway.run.RunDirectory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway demo}: the whole flow over recordings of real hosts. */
@Command(
        name = "demo",
        description = "Show everything on recordings of real hosts: no host and no network is needed.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String INVENTORY = "sample-inventory/inventory.yaml";

    private final Surroundings around;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "slipway-demo",
            description = "Directory for the run, replaced each time (default: ./${DEFAULT-VALUE}).")
    private Path directory = Path.of("");

    DemoCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Inventory hosts = new InventoryReader(Surroundings.home()).read(inventory());
        try (RunDirectory run = RunDirectory.create(directory, RunDirectory.Existing.REPLACE)) {
            return new AllStages(around, new ScanSettings(), new AssessSettings(), new JsonOption())
                    .run(hosts, run, false);
        }
    }

    /** In the clone that this program was built in. */
    private static Path inventory() {
        return Stream.iterate(program(), path -> path != null, Path::getParent)
                .map(home -> home.resolve(INVENTORY))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ExitStatus.USAGE,
                        INVENTORY + " is not there: run the demo from a clone of slipway, with bin/slipway."));
    }

    private static Path program() {
        try {
            return Path.of(DemoCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
