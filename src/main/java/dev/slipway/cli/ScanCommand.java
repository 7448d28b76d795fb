package dev.slipway.cli;

import dev.slipway.assess.Json;
import dev.slipway.inventory.Inventory;
import dev.slipway.run.RunDirectory;
import dev.slipway.run.ScanRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway scan}: reads hosts, changes nothing on them. */
@Command(
        name = "scan",
        description = "Read the hosts of an inventory, without changing anything on them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ScanCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private InventoryOption inventory = new InventoryOption();

    @Mixin
    private NewRunOption output = new NewRunOption();

    @Mixin
    private ScanSettings settings = new ScanSettings();

    @Mixin
    private JsonOption json = new JsonOption();

    ScanCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Inventory hosts = inventory.read();
        try (RunDirectory run = output.open()) {
            ScanRecord record = new ScanStage(around, hosts, settings).scan(run, output.resumes());
            if (json.wanted()) {
                around.out().print(new String(Json.write(record), StandardCharsets.UTF_8));
            } else {
                Summary summary = new Summary(around.out());
                summary.scan(record);
                summary.place("evidence", run.root().resolve("evidence"));
            }
            return ExitStatus.of(record);
        }
    }
}
