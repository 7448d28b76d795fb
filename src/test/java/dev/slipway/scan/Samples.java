package dev.slipway.scan;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.RedactedSecret;
import dev.slipway.evidence.Redactor;
import dev.slipway.inventory.Connection;
import dev.slipway.inventory.InventoryHost;
import dev.slipway.inventory.Login;
import dev.slipway.inventory.Sudo;
import dev.slipway.probe.Probe;
import dev.slipway.probe.Probe.Phase;
import dev.slipway.probe.Probe.Section;
import dev.slipway.probe.ProbeCatalog;
import dev.slipway.probe.ScanScript.Request;
import dev.slipway.ssh.Execution;
import dev.slipway.ssh.Limits;
import dev.slipway.ssh.RemoteShell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** A catalogue of two probes, hosts, and a redactor that takes out one word. */
final class Samples {
    static final Section HELLO = section("hello", "echo 'password=hunter2'");
    static final Section MORE = section("more", "echo \"more about $1\"");
    static final ProbeCatalog CATALOG = new ProbeCatalog(
            ProbeCatalog.builtIn().prelude(),
            List.of(probe("greeting", Phase.EVERY_HOST, HELLO), probe("details", Phase.FOUND, MORE)));

    /** Asks for more about {@code x} if the greeting says what only raw evidence says. */
    static final FollowUp ASK_MORE = raw -> raw.command("greeting", "hello")
            .filter(item -> item.text().contains("hunter2"))
            .map(item -> List.of(new Request("details", MORE, List.of("x"))))
            .orElse(List.of());

    static final Redactor REDACTOR = items -> new Redactor.Redacted(
            items.stream()
                    .map(item -> item.withText(item.text().replace("hunter2", Redactor.MARK)))
                    .toList(),
            items.stream()
                    .filter(item -> item.text().contains("hunter2"))
                    .map(item -> new RedactedSecret(item.probe(), item.name(), 1, "password", "password"))
                    .toList());

    private Samples() {}

    private static Section section(String name, String body) {
        return new Section(name, false, false, 5, 1024, "", body, 1);
    }

    private static Probe probe(String id, Phase phase, Section section) {
        return new Probe(id, "a title", "a reason", "nothing", "nothing", phase, List.of(section), "");
    }

    static InventoryHost host(String name) {
        return host(name, new Connection.Ssh(Login.to("10.0.0.1"), Optional.empty()), Sudo.NEVER);
    }

    static InventoryHost host(String name, Connection connection, Sudo sudo) {
        return new InventoryHost(name, "unowned", new TreeSet<>(), connection, sudo, Duration.ofSeconds(20));
    }

    static InventoryHost recorded(Path file) {
        return host("old", new Connection.Recorded(file), Sudo.NEVER);
    }

    static List<String> texts(List<EvidenceItem> items) {
        return items.stream().map(item -> item.probe() + ": " + item.text()).toList();
    }

    /** A shell of which a test says what becomes of each command. */
    static RemoteShell shell(Function<String, Execution> answer) {
        return new RemoteShell() {
            @Override
            public Execution exec(String command, byte[] stdin, Limits limits) {
                return answer.apply(command);
            }

            @Override
            public String address() {
                return "10.0.0.1";
            }

            @Override
            public void close() {}
        };
    }
}
