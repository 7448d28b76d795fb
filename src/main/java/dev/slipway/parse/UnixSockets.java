package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Listener;
import dev.slipway.facts.Listener.Scope;
import dev.slipway.facts.Protocol;
import dev.slipway.parse.SocketOwners.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Listeners with a path. The sockets by which the parts of the operating system talk to each other are left out, since no
 * program that moves to a cluster can bring them: those of the service manager, the message bus, devices and login sessions.
 */
final class UnixSockets {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]+:(?: [0-9A-F]+){5} +(\\d{1,18}) +(/.*)");
    private static final Pattern PLUMBING = Pattern.compile("(?:/var)?/run/(?:systemd|dbus|udev|user|lvm)/.*");
    /** A server that is started anew binds a name of its own first, and then moves it to the right place. */
    private static final Pattern RENAMED = Pattern.compile("\\.\\d{1,9}\\.tmp$");

    private static final List<List<String>> ROLES = List.of(
            List.of("/dev/log", "syslog"),
            List.of("docker.sock", "docker"),
            List.of("containerd.sock", "containerd"),
            List.of("/.X11-unix/X0", "x11"));

    private UnixSockets() {}

    /** The listeners, each path once. */
    static List<Listener> listeners(EvidenceItem item, SocketOwners owners) {
        SortedMap<String, Listener> byPath = new TreeMap<>();
        int number = 0;
        for (String line : item.text().split("\n", -1)) {
            number++;
            Matcher form = FORM.matcher(line);
            if (form.matches() && !PLUMBING.matcher(form.group(2)).matches()) {
                String path = RENAMED.matcher(form.group(2)).replaceAll("");
                long inode = Long.parseLong(form.group(1));
                if (!owners.foreign(inode)) {
                    Listener listener = listener(path, owners.owner(inode).map(Owner::process));
                    byPath.putIfAbsent(path, listener.withEvidence(List.of(item.at(number, line.strip()))));
                }
            }
        }
        return new ArrayList<>(byPath.values());
    }

    private static Listener listener(String path, Fact<HostProcess> owner) {
        Fact<String> user = owner.toOptional().map(HostProcess::user).orElse(Fact.unknown(owner.reason()));
        return new Listener(
                Protocol.UNIX,
                path,
                0,
                Scope.LOOPBACK,
                owner.map(HostProcess::name),
                owner.map(HostProcess::pid),
                user,
                Fact.unknown("the kernel does not show it"),
                owner.map(process -> ""),
                role(path, owner.toOptional()),
                owner.isKnown() ? "socket" : "none",
                List.of());
    }

    private static String role(String path, Optional<HostProcess> owner) {
        return ROLES.stream()
                .filter(role -> path.endsWith(role.get(0)))
                .map(role -> role.get(1))
                .findFirst()
                .orElseGet(() -> PortRoles.ofListener(Protocol.UNIX, 0, owner));
    }
}
