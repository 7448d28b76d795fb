package dev.slipway.parse;

import dev.slipway.facts.ClusterMembership;
import dev.slipway.facts.ClusterMembership.Discovery;
import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import dev.slipway.parse.TomcatContext.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a Tomcat is reached: ports, TLS, valves at the door, and other members of its cluster. */
final class TomcatConnectors {
    private static final List<String> SETTINGS = List.of(
            "maxThreads",
            "maxConnections",
            "acceptCount",
            "connectionTimeout",
            "proxyName",
            "proxyPort",
            "secretRequired",
            "maxPostSize",
            "URIEncoding");
    private static final List<String> KEYSTORES =
            List.of("keystoreFile", "certificateKeystoreFile", "certificateKeyFile", "SSLCertificateKeyFile");

    private final TomcatServer server;
    private final TomcatVariables variables;
    private final ConfigurationFacts facts;

    TomcatConnectors(TomcatServer server, TomcatVariables variables, ConfigurationFacts facts) {
        this.server = server;
        this.variables = variables;
        this.facts = facts;
    }

    void read() {
        server.connectors().forEach(this::connector);
        server.server().ifPresent(this::shutdownPort);
        server.valves().forEach(this::valve);
        server.clusters().forEach(this::cluster);
    }

    private void connector(XmlElement connector) {
        int port = port(connector, "port");
        if (port <= 0) {
            return;
        }
        String protocol = connector.attribute("protocol").toLowerCase(Locale.ROOT);
        boolean tls = connector.attribute("SSLEnabled").equalsIgnoreCase("true");
        String role = protocol.contains("ajp") ? "ajp" : tls ? "https" : "http";
        facts.add(new ConfiguredPort(
                "tomcat",
                Protocol.TCP,
                variables.resolve(connector.attribute("address")),
                port,
                role,
                tls,
                "",
                List.of(server.file().at(connector))));
        for (String name : SETTINGS) {
            if (connector.has(name)) {
                setting(
                        "Connector." + name,
                        variables.resolve(connector.attribute(name)),
                        role + " " + port,
                        connector);
            }
        }
        keys(connector);
    }

    private void keys(XmlElement connector) {
        List<XmlElement> elements = new ArrayList<>(connector.descendants());
        elements.add(connector);
        for (XmlElement element : elements) {
            for (String name : KEYSTORES) {
                String path = variables.resolve(element.attribute(name));
                if (!path.isEmpty() && !path.contains("${")) {
                    facts.add(StatePath.unread(
                                    path.startsWith("/") ? path : variables.resolve("${catalina.base}/") + path, "key")
                            .withEvidence(List.of(server.file().at(element))));
                }
            }
        }
    }

    private void shutdownPort(XmlElement element) {
        int port = port(element, "port");
        if (port > 0) {
            String address = variables.resolve(element.attribute("address"));
            facts.add(new ConfiguredPort(
                    "tomcat",
                    Protocol.TCP,
                    address.isEmpty() ? "localhost" : address,
                    port,
                    "shutdown",
                    false,
                    "",
                    List.of(server.file().at(element))));
        }
    }

    private int port(XmlElement element, String attribute) {
        String value = variables.resolve(element.attribute(attribute));
        if (value.matches("-1|[0-9]{1,5}")) {
            return Integer.parseInt(value);
        }
        if (!value.isEmpty()) {
            facts.add(server.file().source().unparsed(element.line(), "the port " + value + " is not known"));
        }
        return 0;
    }

    private void valve(Descriptor valve) {
        String name = TomcatSessionStore.simpleName(valve.element().attribute("className"));
        if (List.of("RemoteIpValve", "RemoteAddrValve", "RemoteHostValve", "RemoteCIDRValve")
                .contains(name)) {
            String value = valve.element().attribute("allow");
            setting(name, value.isEmpty() ? valve.element().attribute("deny") : value, "", valve.element());
        } else if (name.equals("HealthCheckValve") || name.equals("SingleSignOn")) {
            setting(name, valve.element().attribute("path"), "", valve.element());
        }
    }

    private void setting(String name, String value, String scope, XmlElement element) {
        facts.add(new Setting(
                "tomcat", name, value, scope, "", List.of(server.file().at(element))));
    }

    private void cluster(Descriptor cluster) {
        List<XmlElement> inside = cluster.element().descendants();
        List<String> members = inside.stream()
                .filter(element -> element.is("Member"))
                .map(member -> variables.resolve(member.attribute("host") + ":" + member.attribute("port")))
                .toList();
        Optional<XmlElement> membership =
                inside.stream().filter(element -> element.is("Membership")).findFirst();
        String className = membership.map(found -> found.attribute("className")).orElse("");
        Discovery discovery = className.endsWith("CloudMembershipService")
                ? membership
                                .get()
                                .attribute("membershipProviderClassName")
                                .toLowerCase(Locale.ROOT)
                                .contains("dns")
                        ? Discovery.DNS
                        : Discovery.KUBERNETES
                : className.endsWith("StaticMembershipService") || (!members.isEmpty() && membership.isEmpty())
                        ? Discovery.MEMBER_LIST
                        : Discovery.MULTICAST;
        String group = membership
                .map(found -> or(found, "address", "228.0.0.4") + ":" + or(found, "port", "45564"))
                .orElse("228.0.0.4:45564");
        facts.add(new ClusterMembership(
                "Tomcat " + TomcatSessionStore.simpleName(cluster.element().attribute("className")),
                discovery,
                members,
                discovery == Discovery.MULTICAST ? group : "",
                "",
                List.of(cluster.evidence())));
    }

    private String or(XmlElement element, String attribute, String otherwise) {
        return element.has(attribute) ? variables.resolve(element.attribute(attribute)) : otherwise;
    }
}
