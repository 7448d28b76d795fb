package dev.slipway.workload;

import dev.slipway.facts.HostProcess;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the service manager has put a process.
 *
 * @param unit unit of the service: {@code tomcat.service}, {@code shop@1.service}; empty outside of one
 * @param session whether it belongs to a login
 */
record ControlGroup(String unit, boolean session) {

    static ControlGroup of(HostProcess process) {
        List<String> parts = Arrays.asList(process.cgroup().orElse("").split("/"));
        Optional<String> service = parts.stream()
                .filter(part -> part.endsWith(".service"))
                .reduce((a, b) -> b)
                .filter(part -> !part.startsWith("user@"));
        boolean session = service.isEmpty()
                && parts.stream().anyMatch(part -> part.equals("user.slice") || part.matches("session-.+\\.scope"));
        return new ControlGroup(service.map(ControlGroup::unescaped).orElse(""), session);
    }

    /** The manager writes characters that a path cannot have as {@code \x2d}. */
    private static String unescaped(String unit) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < unit.length(); i++) {
            if (unit.startsWith("\\x", i) && unit.substring(i).matches("\\\\x[0-9a-f]{2}.*")) {
                text.append((char) Integer.parseInt(unit.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                text.append(unit.charAt(i));
            }
        }
        return text.toString();
    }
}
