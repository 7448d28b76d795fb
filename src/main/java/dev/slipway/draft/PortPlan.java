package dev.slipway.draft;

import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.Listener;
import dev.slipway.facts.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which ports of a workload a container would have. */
final class PortPlan {
    private static final List<String> NOT_FOR_CALLERS =
            List.of("shutdown", "ajp", "jmx", "debug", "jdwp", "jgroups", "client-socket", "ssh", "rmi", "cluster");
    private static final int FIRST_FREE_PORT = 1024;
    private static final int SHIFT = 8000;

    private final List<DraftPort> ports;

    private PortPlan(List<DraftPort> ports) {
        this.ports = List.copyOf(ports);
    }

    static PortPlan of(Subject subject) {
        List<DraftPort> ports = new ArrayList<>();
        for (Listener listener : listeners(subject)) {
            boolean taken = ports.stream()
                    .anyMatch(port -> port.servicePort() == listener.port()
                            && port.protocol().equals(protocol(listener)));
            if (!taken) {
                ports.add(port(listener, subject, ports));
            }
        }
        return new PortPlan(ports);
    }

    private static List<Listener> listeners(Subject subject) {
        List<Integer> own = subject.workload().ports();
        List<Listener> all = subject.facts().listeners().stream()
                .filter(listener -> listener.protocol() != Protocol.UNIX)
                .filter(listener -> listener.workload().is(subject.workload().id()))
                .filter(listener -> own.isEmpty() || own.contains(listener.port()))
                .filter(listener -> !NOT_FOR_CALLERS.contains(role(listener, subject)))
                .filter(listener -> !ofTheMachine(listener, subject.jvm()))
                .sorted(Comparator.<Listener>comparingInt(listener -> rank(listener, subject))
                        .thenComparing(Listener::port)
                        .thenComparing(Listener::protocol))
                .toList();
        List<Listener> open = all.stream()
                .filter(listener -> listener.scope() != Listener.Scope.LOOPBACK
                        || role(listener, subject).equals("management"))
                .toList();
        return open.isEmpty() ? all : open;
    }

    private static boolean ofTheMachine(Listener listener, Optional<Jvm> jvm) {
        return jvm.filter(j -> j.jmxPort() == listener.port() || j.debugPort() == listener.port())
                .isPresent();
    }

    private static int rank(Listener listener, Subject subject) {
        return switch (role(listener, subject)) {
            case "http" -> 0;
            case "https" -> 1;
            case "management" -> 3;
            default -> 2;
        };
    }

    private static String role(Listener listener, Subject subject) {
        if (!listener.role().isEmpty() && !listener.role().equals("http")) {
            return listener.role();
        }
        return subject.own(subject.facts().configuredPorts(), ConfiguredPort::workload).stream()
                .filter(port -> port.port() == listener.port() && port.protocol() == listener.protocol())
                .map(ConfiguredPort::role)
                .filter(role -> !role.isEmpty())
                .findFirst()
                .orElse(listener.role());
    }

    private static DraftPort port(Listener listener, Subject subject, List<DraftPort> others) {
        String role = role(listener, subject);
        int number = listener.port() < FIRST_FREE_PORT ? listener.port() + SHIFT : listener.port();
        String base = role.equals("management")
                ? "mgmt"
                : role.isEmpty() ? protocol(listener).toLowerCase(Locale.ROOT) + "-" + listener.port() : role;
        String name = ObjectName.ofPort(base);
        boolean taken = others.stream().anyMatch(port -> port.name().equals(name));
        return new DraftPort(
                taken ? ObjectName.ofPort(name.substring(0, Math.min(9, name.length())) + "-" + listener.port()) : name,
                protocol(listener),
                number,
                listener.port(),
                role,
                listener.scope() == Listener.Scope.LOOPBACK,
                Source.of(listener.evidence(), "the list of sockets"));
    }

    private static String protocol(Listener listener) {
        return listener.protocol() == Protocol.UDP ? "UDP" : "TCP";
    }

    List<DraftPort> all() {
        return ports;
    }

    /** The port that callers use first. */
    Optional<DraftPort> main() {
        return ports.stream().filter(port -> port.protocol().equals("TCP")).findFirst();
    }

    /** The port that a browser would use. */
    Optional<DraftPort> http() {
        return ports.stream()
                .filter(port -> port.role().equals("http") && !port.loopback())
                .findFirst();
    }

    Optional<DraftPort> management() {
        return ports.stream().filter(port -> port.role().equals("management")).findFirst();
    }
}
