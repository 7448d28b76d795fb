package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.ClusterMembership;
import dev.slipway.facts.ClusterMembership.Discovery;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.ProxyRoute;
import dev.slipway.facts.ProxyRoute.Kind;
import dev.slipway.facts.Setting;
import dev.slipway.facts.VirtualAddress;
import java.util.List;
import java.util.stream.Stream;

/** Reads what the probe {@code keepalived} brought: addresses that move, and connections that are spread over servers. */
final class KeepalivedParser implements Parser {
    private static final String PRODUCT = "keepalived";
    private static final String MULTICAST_GROUP = "224.0.0.18";
    private static final List<String> NOTIFIES =
            List.of("notify", "notify_master", "notify_backup", "notify_fault", "notify_stop");

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        if (evidence.items().stream().noneMatch(item -> item.probe().equals(PRODUCT))) {
            return soFar;
        }
        ConfigurationFacts facts = new ConfigurationFacts();
        EndpointFinder endpoints = new EndpointFinder(soFar.host());
        List<ConfigDirective> directives = HostFiles.of(evidence, PRODUCT, "configuration").all().stream()
                .flatMap(file -> KeepalivedText.parse(file, facts).stream())
                .toList();
        for (ConfigDirective block : directives) {
            switch (block.name()) {
                case "vrrp_instance" -> instance(block, facts);
                case "vrrp_script" -> block.child("script").ifPresent(script -> script(block, script, facts));
                case "virtual_server" -> server(block, endpoints, facts);
                default -> {}
            }
        }
        for (String fact : List.of("virtualAddresses", "proxyRoutes")) {
            facts.addGaps(Gaps.of(evidence, PRODUCT, "configuration", fact));
        }
        return facts.addTo(soFar);
    }

    private static void instance(ConfigDirective instance, ConfigurationFacts facts) {
        String network =
                instance.child("interface").map(name -> name.argument(0)).orElse("");
        String state = instance.child("state").map(name -> name.argument(0)).orElse("");
        Stream.of("virtual_ipaddress", "virtual_ipaddress_excluded")
                .flatMap(instance::children)
                .flatMap(block -> block.children().stream())
                .forEach(address -> facts.add(new VirtualAddress(
                        address.name(),
                        device(address, network),
                        PRODUCT,
                        instance.argument(0),
                        state,
                        List.of(address.evidence()))));
        instance.children().stream()
                .filter(line -> NOTIFIES.contains(line.name()))
                .forEach(line -> script(instance, line, facts));
        cluster(instance, facts);
    }

    /** The interface behind {@code dev}, else that of the instance. */
    private static String device(ConfigDirective address, String usual) {
        int at = address.arguments().indexOf("dev");
        return at < 0 ? usual : address.argument(at + 1);
    }

    private static void cluster(ConfigDirective instance, ConfigurationFacts facts) {
        List<String> peers = instance.children("unicast_peer")
                .flatMap(block -> block.children().stream())
                .map(ConfigDirective::name)
                .toList();
        String router =
                instance.child("virtual_router_id").map(id -> id.argument(0)).orElse("");
        facts.add(new ClusterMembership(
                ("VRRP router " + router).strip(),
                peers.isEmpty() ? Discovery.MULTICAST : Discovery.MEMBER_LIST,
                peers,
                peers.isEmpty() ? MULTICAST_GROUP : "",
                "",
                List.of(instance.evidence())));
    }

    private static void script(ConfigDirective block, ConfigDirective line, ConfigurationFacts facts) {
        facts.add(new Setting(PRODUCT, line.name(), line.text(), block.argument(0), "", List.of(line.evidence())));
    }

    /** An address of which the kernel spreads the connections over other hosts. */
    private static void server(ConfigDirective block, EndpointFinder endpoints, ConfigurationFacts facts) {
        boolean udp = block.child("protocol")
                .filter(p -> p.argument(0).equalsIgnoreCase("udp"))
                .isPresent();
        List<ConfigDirective> servers = block.children("real_server").toList();
        // "fwmark 1" and "group www" stand for packets and addresses that are named elsewhere.
        boolean named = IpAddress.parse(block.argument(0)).isPresent();
        facts.add(new ProxyRoute(
                PRODUCT,
                udp ? Kind.UDP : Kind.TCP,
                named ? block.argument(0) : "",
                named ? port(block.argument(1)) : 0,
                List.of(),
                "",
                block.argument(0) + (named ? ":" : " ") + block.argument(1),
                servers.stream()
                        .map(server -> server.argument(0) + ":" + server.argument(1))
                        .toList(),
                block.child("persistence_timeout")
                        .map(line -> (line.name() + " " + line.text()).strip())
                        .orElse(""),
                false,
                "",
                Stream.of("lb_algo", "lvs_sched", "lb_kind", "lvs_method")
                        .flatMap(block::children)
                        .map(line -> line.name() + " " + line.text())
                        .toList(),
                "",
                List.of(block.evidence())));
        for (ConfigDirective server : servers) {
            ServerAddress.parse(server.argument(0) + ":" + server.argument(1))
                    .map(address -> endpoints.endpoint(
                            address,
                            PortRoles.ofPort(udp ? Protocol.UDP : Protocol.TCP, address.port()),
                            "",
                            "virtual_server " + block.argument(0),
                            server.evidence()))
                    .ifPresent(facts::add);
        }
    }

    private static int port(String word) {
        return word.matches("\\d{1,5}") ? Integer.parseInt(word) : 0;
    }
}
