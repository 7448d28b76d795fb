package dev.slipway.scan;

import dev.slipway.inventory.InventoryHost;
import dev.slipway.ssh.Deadline;
import dev.slipway.ssh.Opening;

/** Opens a shell on a host, however it is connected. */
interface ShellSource {

    /** Connects to a host and logs in, once. */
    Opening open(InventoryHost host, Deadline deadline);
}
