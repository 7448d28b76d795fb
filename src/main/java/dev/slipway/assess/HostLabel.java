package dev.slipway.assess;

import java.util.List;

/** What the inventory says of a host and the host itself cannot know. */
public record HostLabel(String name, String address, String owner, List<String> tags) {
    public HostLabel {
        tags = List.copyOf(tags);
    }
}
