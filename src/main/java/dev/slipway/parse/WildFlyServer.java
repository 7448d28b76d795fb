package dev.slipway.parse;

import dev.slipway.facts.ClusterMembership;
import dev.slipway.facts.ClusterMembership.Discovery;
import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Host;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.SessionState.Store;
import dev.slipway.facts.StatePath;
import dev.slipway.facts.WebApplication;
import java.util.List;
import java.util.Optional;

/** A WildFly or JBoss EAP that stands alone: its ports, other parties, applications and their sessions. */
final class WildFlyServer {
    private final JavaApplication program;
    private final String base;
    private final HostFiles files;
    private final List<WebApplication> applications;
    private final EndpointFinder endpoints;
    private final LoggingVariables variables;
    private final ConfigurationFacts facts;

    WildFlyServer(
            JavaApplication program,
            HostFiles files,
            List<WebApplication> applications,
            Host host,
            ConfigurationFacts facts) {
        this.program = program;
        this.files = files;
        this.base = program.option("jboss.server.base.dir")
                .or(() -> program.option("jboss.home.dir").map(home -> home + "/standalone"))
                .orElse(program.workingDirectory());
        this.applications = applications.stream()
                .filter(application -> application.directory().startsWith(base + "/"))
                .toList();
        this.endpoints = new EndpointFinder(host);
        this.variables = new LoggingVariables(this::variable);
        this.facts = facts;
    }

    private Optional<String> variable(String expression) {
        int colon = expression.indexOf(':');
        String name = colon < 0 ? expression : expression.substring(0, colon);
        return program.option(name)
                .or(() -> name.equals("jboss.bind.address") ? argument("-b") : Optional.empty())
                .or(() -> name.equals("jboss.bind.address.management") ? argument("-bmanagement") : Optional.empty())
                .or(() -> colon < 0 ? Optional.empty() : Optional.of(expression.substring(colon + 1)));
    }

    /** The value of a short option of the server: {@code -c standalone-ha.xml}, {@code -b=0.0.0.0}. */
    private Optional<String> argument(String name) {
        List<String> arguments = program.command().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(name + "=")) {
                return Optional.of(arguments.get(i).substring(name.length() + 1));
            } else if (arguments.get(i).equals(name) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    void read() {
        String name = program.option("server-config")
                .or(() -> argument("-c"))
                .or(() -> argument("--server-config"))
                .orElse("standalone.xml");
        applications.forEach(facts::add);
        String path = base + "/configuration/" + name;
        Optional<SourceFile> source = files.find(path);
        if (source.isEmpty()) {
            facts.add(new Gap("sessionState", "app-server", path + ": was not read", Gaps.WITH_ROOT));
        }
        source.map(file -> XmlFile.read(file, facts)).ifPresent(this::read);
    }

    private void read(XmlFile file) {
        file.root().descendants("socket-binding-group").forEach(group -> ports(file, group));
        facts.addEndpoints(endpoints.in(others(file), file.source()::at));
        ScheduleXml.read(file, facts);
        sessions(file);
        if (file.source().path().matches(".*-(?:full-)?ha\\.xml")) {
            file.root().descendants("stack").findFirst().ifPresent(stack -> cluster(file, stack));
        }
        facts.add(StatePath.unread(base + "/data", "data")
                .withEvidence(List.of(file.source().at(0))));
        facts.add(ConfigFiles.of(file.source(), List.of()));
    }

    /** What may name other parties; bindings and interfaces are the server's own. */
    private ConfigText others(XmlFile file) {
        return ConfigText.of(file.entries().entries().stream()
                .filter(entry -> entry.key().matches(".*(?i:url|host|port|address|server|broker|uri).*")
                        && !entry.key()
                                .matches("(?:socket-binding|interface|inet-address|multicast|host|server|any).*"))
                .map(entry -> new ConfigEntry("", entry.key(), variables.resolve(entry.value()), entry.line()))
                .toList());
    }

    private void ports(XmlFile file, XmlElement group) {
        String offset = variables.resolve(group.attribute("port-offset"));
        int plus = offset.matches("\\d{1,5}") ? Integer.parseInt(offset) : 0;
        group.children("socket-binding").forEach(binding -> {
            String port = variables.resolve(binding.attribute("port"));
            String name = binding.attribute("name");
            if (port.matches("[1-9]\\d{0,4}")
                    && List.of("http", "https", "ajp", "management-http", "management-https")
                            .contains(name)) {
                String role = name.startsWith("management") ? "management" : name;
                String of = binding.has("interface")
                        ? binding.attribute("interface")
                        : group.attribute("default-interface");
                facts.add(new ConfiguredPort(
                        "wildfly",
                        Protocol.TCP,
                        address(file, of),
                        Integer.parseInt(port) + plus,
                        role,
                        name.endsWith("https"),
                        "",
                        List.of(file.at(binding))));
            }
        });
    }

    private String address(XmlFile file, String named) {
        return file.root()
                .descendants("interface")
                .filter(found -> found.attribute("name").equals(named))
                .flatMap(found -> found.descendants("inet-address"))
                .map(found -> variables.resolve(found.attribute("value")))
                .findFirst()
                .orElse("");
    }

    /** Sessions of an application are shared only if its own web.xml says that it is distributable. */
    private void sessions(XmlFile file) {
        Optional<XmlElement> remote =
                file.root().descendants("hotrod-session-management").findFirst();
        Optional<XmlElement> shared =
                file.root().descendants("infinispan-session-management").findFirst();
        Optional<XmlElement> kept =
                file.root().descendants("persistent-sessions").findFirst();
        String mechanism = remote.isPresent()
                ? "Infinispan HotRod, for applications that are distributable"
                : shared.isPresent()
                        ? "Undertow session manager, Infinispan for applications that are distributable"
                        : "Undertow session manager";
        XmlElement shows = remote.or(() -> shared).or(() -> kept).orElse(file.root());
        List<String> paths = applications.isEmpty()
                ? List.of("")
                : applications.stream().map(WebApplication::path).toList();
        for (String path : paths) {
            facts.add(SessionState.unread(mechanism, remote.isPresent() ? Store.UNKNOWN : Store.MEMORY)
                    .with(state -> state.application(path)
                            .cookie("JSESSIONID")
                            .survivesRestart(
                                    kept.isPresent()
                                            ? Fact.known(true)
                                            : remote.or(() -> shared).isPresent()
                                                    ? Fact.unknown("its web.xml was not read")
                                                    : Fact.known(false))
                            .inUse(Fact.unknown("sessions are not visible from outside"))
                            .evidence(List.of(file.at(shows)))));
        }
    }

    private void cluster(XmlFile file, XmlElement stack) {
        boolean multicast = stack.descendants("transport")
                .anyMatch(transport -> transport.attribute("type").equals("UDP"));
        facts.add(new ClusterMembership(
                "JGroups " + stack.attribute("name"),
                multicast ? Discovery.MULTICAST : Discovery.UNKNOWN,
                List.of(),
                "",
                "",
                List.of(file.at(stack))));
    }
}
