package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.List;
import java.util.Optional;

/**
 * A web application in a Tomcat.
 *
 * @param engine name of the engine: {@code Catalina}
 * @param host name of the virtual host: {@code localhost}
 * @param name name of its deployment without the version: {@code shop}
 * @param directory absolute path of its directory or archive; empty if it is not there
 * @param external whether it lies outside the host's folder for applications
 * @param descriptor file and element that configure it; empty if nothing does
 * @param webXml its web.xml, if it was read
 * @param evidence the line that shows that it is there
 */
record TomcatContext(
        String engine,
        String host,
        String name,
        String directory,
        boolean external,
        Optional<Descriptor> descriptor,
        Optional<WebXml> webXml,
        EvidenceLine evidence) {

    /** An element with the file that it stands in. */
    record Descriptor(XmlFile file, XmlElement element) {
        EvidenceLine evidence() {
            return file.at(element);
        }

        /** The first child of this name. */
        Optional<Descriptor> child(String name) {
            return element.child(name).map(child -> new Descriptor(file, child));
        }
    }

    /** The path that it answers to: {@code /}, {@code /shop}, {@code /a/b}. */
    String path() {
        return name.equals("ROOT") ? "/" : "/" + name.replace('#', '/');
    }

    /** The folder of Tomcat's own for it, below CATALINA_BASE. */
    String workDirectory() {
        return "/work/" + engine + "/" + host + "/" + name;
    }

    boolean bundled() {
        return webXml.map(WebXml::bundled).orElse(false);
    }

    /** Name of a deployment from its file's name: no {@code .xml} or {@code .war}, no version. */
    static String nameOf(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.(?:xml|war)$", "");
        int version = name.indexOf("##");
        return version < 0 ? name : name.substring(0, version);
    }

    /** Name of a deployment from the path in a Context element of server.xml. */
    static String nameOfPath(String path) {
        String name = path.replaceFirst("^/+", "");
        return name.isEmpty() ? "ROOT" : name.replace('/', '#');
    }

    /** The libraries of this list that keep sessions elsewhere. */
    static Optional<String> sessionLibrary(List<String> libraries) {
        return libraries.stream()
                .filter(name ->
                        name.matches("(?:spring-session-(?!core|web|bom)|redisson-tomcat|tomcat-redis|memcached-session"
                                + "-manager|tomcat-cluster-redis|hazelcast-tomcat|.*-redis-session-manager).*"))
                .findFirst();
    }
}
