package dev.slipway.parse;

import dev.slipway.parse.TomcatContext.Descriptor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The file server.xml of a Tomcat: connectors, engines, hosts. */
record TomcatServer(XmlFile file) {

    /** A virtual host with the engine around it. */
    record VirtualHost(String engine, String name, String appBase, String jvmRoute, Optional<Descriptor> element) {}

    List<XmlElement> connectors() {
        return file.root().descendants("Connector").toList();
    }

    Optional<XmlElement> server() {
        return file.root().child("Server");
    }

    List<VirtualHost> hosts(TomcatVariables variables) {
        return file.root()
                .descendants("Engine")
                .flatMap(engine -> engine.children("Host").map(host -> host(engine, host, variables)))
                .toList();
    }

    private VirtualHost host(XmlElement engine, XmlElement host, TomcatVariables variables) {
        String appBase = variables.resolve(host.attribute("appBase"));
        return new VirtualHost(
                named(engine, "Catalina"),
                named(host, "localhost"),
                appBase.isEmpty() ? "webapps" : appBase,
                variables.resolve(engine.attribute("jvmRoute")),
                Optional.of(new Descriptor(file, host)));
    }

    private static String named(XmlElement element, String otherwise) {
        return element.has("name") ? element.attribute("name") : otherwise;
    }

    /** The engines' and hosts' clusters. */
    Stream<Descriptor> clusters() {
        return file.root().descendants("Cluster").map(element -> new Descriptor(file, element));
    }

    /** The valves and components of other names that these elements hold. */
    Stream<Descriptor> valves() {
        return file.root().descendants("Valve").map(element -> new Descriptor(file, element));
    }
}
