package dev.slipway.workload;

import java.util.List;

/**
 * A probe of the second phase that a host is to be asked.
 *
 * @param probe its id: {@code tomcat}
 * @param arguments process ids, directories or files, as the probe takes them
 */
public record Want(String probe, List<String> arguments) {
    public Want {
        arguments = List.copyOf(arguments);
    }
}
