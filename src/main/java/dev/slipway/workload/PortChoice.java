package dev.slipway.workload;

import dev.slipway.facts.Listener;
import dev.slipway.facts.Protocol;

/** Which sockets are services, and not a client's or a runtime's own at a port that changes with each start. */
final class PortChoice {
    private static final int FIRST_EPHEMERAL = 32768;

    private PortChoice() {}

    static boolean service(Listener listener) {
        return listener.protocol() != Protocol.UNIX
                && listener.port() > 0
                && !listener.role().equals("client-socket")
                && !(listener.port() >= FIRST_EPHEMERAL && temporary(listener.role()));
    }

    private static boolean temporary(String role) {
        return role.isEmpty() || role.contains("local agent") || role.equals("rmi");
    }
}
