package dev.slipway.cli;

import dev.slipway.inventory.Inventory;
import dev.slipway.inventory.InventoryReader;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code -i INVENTORY}. */
final class InventoryOption {
    @Option(
            names = {"-i", "--inventory"},
            required = true,
            paramLabel = "INVENTORY",
            description = "The hosts: YAML, CSV with a header, or what 'ansible-inventory --list' prints.")
    private Path file = Path.of("");

    /** The inventory; its mistakes are told all at once. */
    Inventory read() {
        return new InventoryReader(Surroundings.home()).read(file);
    }
}
