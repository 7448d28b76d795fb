package dev.slipway.cli;

import dev.slipway.inventory.Inventory;
import dev.slipway.run.RunDirectory;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway run}: all stages. */
@Command(
        name = "run",
        description = "Scan the hosts of an inventory, assess them, write drafts and the report.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private InventoryOption inventory = new InventoryOption();

    @Mixin
    private NewRunOption output = new NewRunOption();

    @Mixin
    private ScanSettings scan = new ScanSettings();

    @Mixin
    private AssessSettings assess = new AssessSettings();

    @Mixin
    private JsonOption json = new JsonOption();

    RunCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Inventory hosts = inventory.read();
        try (RunDirectory run = output.open()) {
            return new AllStages(around, scan, assess, json).run(hosts, run, output.resumes());
        }
    }
}
