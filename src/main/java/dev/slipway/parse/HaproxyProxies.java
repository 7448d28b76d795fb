package dev.slipway.parse;

import dev.slipway.facts.ClusterMembership;
import dev.slipway.facts.ClusterMembership.Discovery;
import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.ProxyRoute;
import dev.slipway.facts.ProxyRoute.Kind;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The frontends of a HAProxy, and the backends that they hand requests to. */
final class HaproxyProxies {
    private final List<ConfigDirective> sections;
    private final Certificates certificates;
    private final EndpointFinder endpoints;
    private final ConfigurationFacts facts;
    private final List<HaproxySection> entrances = new ArrayList<>();
    private final SortedMap<String, HaproxySection> backends = new TreeMap<>();
    private String certificateFolder = "";

    HaproxyProxies(
            List<ConfigDirective> sections,
            Certificates certificates,
            EndpointFinder endpoints,
            ConfigurationFacts facts) {
        this.sections = sections;
        this.certificates = certificates;
        this.endpoints = endpoints;
        this.facts = facts;
    }

    void read() {
        collect();
        for (HaproxySection backend : backends.values()) {
            backend.servers().forEach(server -> endpoint(backend, server));
        }
        for (HaproxySection entrance : entrances) {
            List<HaproxyBind> binds = binds(entrance);
            binds.forEach(bind -> port(entrance, bind));
            entrance.all("bind").forEach(this::certificates);
            routes(entrance)
                    .forEach(route -> binds.stream()
                            .filter(bind -> !bind.tls() || !sendsToTls(route))
                            .map(bind -> route.with(r ->
                                    r.address(bind.address()).port(bind.port()).tls(bind.tls())))
                            .forEach(facts::add));
        }
    }

    /** Whether it sends only clients without TLS elsewhere. */
    private static boolean sendsToTls(ProxyRoute route) {
        return route.kind() == Kind.REDIRECT && route.upstream().contains("!{ ssl_fc }");
    }

    /** A section named twice is one; the defaults before it, or those that it names, are in force for it. */
    private void collect() {
        SortedMap<String, List<ConfigDirective>> named = new TreeMap<>();
        List<ConfigDirective> defaults = List.of();
        for (ConfigDirective section : sections) {
            int from = section.arguments().indexOf("from");
            List<ConfigDirective> inForce =
                    from < 0 ? defaults : named.getOrDefault(section.argument(from + 1), defaults);
            switch (section.name()) {
                case "defaults" -> {
                    defaults = section.children();
                    named.put(section.argument(0), defaults);
                }
                case "frontend" -> entrances.add(new HaproxySection(section, inForce));
                case "backend" -> backends.put(section.argument(0), new HaproxySection(section, inForce));
                case "listen" -> {
                    entrances.add(new HaproxySection(section, inForce));
                    backends.put(section.argument(0), new HaproxySection(section, inForce));
                }
                case "peers" -> peers(section);
                case "global" -> global(section);
                case "" ->
                    section.children()
                            .forEach(line -> facts.add(line.source().unparsed(line.line(), "outside of any section")));
                default -> {}
            }
        }
    }

    private void global(ConfigDirective global) {
        certificateFolder =
                global.child("crt-base").map(base -> base.argument(0) + "/").orElse("");
        for (String name : List.of("maxconn", "nbproc", "nbthread")) {
            global.child(name)
                    .ifPresent(found ->
                            facts.add(new Setting("haproxy", name, found.text(), "", "", List.of(found.evidence()))));
        }
    }

    private void peers(ConfigDirective section) {
        List<String> members = section.children().stream()
                .filter(line -> line.is("peer") || line.is("server"))
                .map(line -> line.argument(1))
                .filter(address -> !address.isEmpty())
                .toList();
        facts.add(new ClusterMembership(
                "HAProxy peers", Discovery.MEMBER_LIST, members, section.argument(0), "", List.of(section.evidence())));
    }

    private void endpoint(HaproxySection backend, ConfigDirective server) {
        String role = backend.kind() == Kind.HTTP ? "http" : "";
        ServerAddress.parse(HaproxySection.address(server).replaceFirst("^(?:ipv4|ipv6|tcp4|tcp6|tcp)@", ""))
                .map(address -> endpoints.endpoint(
                        address,
                        role.isEmpty() ? PortRoles.ofPort(Protocol.TCP, address.port()) : role,
                        "",
                        "backend " + backend.name(),
                        server.evidence()))
                .ifPresent(facts::add);
    }

    /** The bind lines; before 1.5 an address could stand behind the section's name. */
    private List<HaproxyBind> binds(HaproxySection entrance) {
        List<HaproxyBind> binds = new ArrayList<>();
        entrance.all("bind").forEach(bind -> {
            List<HaproxyBind> found = HaproxyBind.of(bind, bind.argument(0));
            binds.addAll(found);
            if (found.isEmpty()) {
                facts.add(bind.source().unparsed(bind.line(), "not an address to listen on: " + bind.argument(0)));
            }
        });
        String behindName = entrance.own().argument(1);
        if (behindName.indexOf(':') >= 0) {
            binds.addAll(HaproxyBind.of(entrance.own(), behindName));
        }
        return binds;
    }

    private void port(HaproxySection entrance, HaproxyBind bind) {
        boolean http = entrance.kind() == Kind.HTTP;
        String role = http ? bind.tls() ? "https" : "http" : PortRoles.ofPort(Protocol.TCP, bind.port());
        facts.add(new ConfiguredPort(
                "haproxy",
                bind.port() == 0 ? Protocol.UNIX : Protocol.TCP,
                bind.address(),
                bind.port(),
                role,
                bind.tls(),
                "",
                List.of(bind.evidence())));
    }

    private void certificates(ConfigDirective bind) {
        for (int i = 0; i + 1 < bind.arguments().size(); i++) {
            if (bind.argument(i).equals("crt")) {
                String written = bind.argument(i + 1);
                String path = written.startsWith("/") ? written : certificateFolder + written;
                List<String> inside = certificates.below(path);
                for (String file : inside.isEmpty() ? List.of(path) : inside) {
                    certificates.add(file, "", bind.evidence());
                    facts.add(StatePath.unread(file, "key").withEvidence(List.of(bind.evidence())));
                }
            }
        }
    }

    private List<ProxyRoute> routes(HaproxySection entrance) {
        List<ProxyRoute> routes = new ArrayList<>();
        HaproxyConditions conditions = HaproxyConditions.of(entrance.own());
        entrance.all("use_backend")
                .forEach(use -> routes.add(route(entrance, use, use.argument(0))
                        .with(r -> r.location(conditions.location(use)).serverNames(conditions.hosts(use)))));
        entrance.own().children().stream()
                .filter(line -> line.is("redirect")
                        || (line.is("http-request") && line.argument(0).equals("redirect")))
                .forEach(line -> routes.add(route(entrance, line, "")
                        .with(r -> r.kind(Kind.REDIRECT)
                                .upstream(line.text())
                                .members(List.of())
                                .sticky(""))));
        Optional<ConfigDirective> usual = entrance.setting("default_backend");
        if (usual.isPresent()) {
            routes.add(route(entrance, usual.get(), usual.get().argument(0)));
        } else if (entrance.own().is("listen") && entrance.servers().findAny().isPresent()) {
            routes.add(route(entrance, entrance.own(), entrance.name()));
        }
        return routes;
    }

    private ProxyRoute route(HaproxySection entrance, ConfigDirective line, String name) {
        Optional<HaproxySection> backend = Optional.ofNullable(backends.get(name));
        List<String> features = new ArrayList<>(HaproxyFeatures.of(entrance));
        backend.filter(found -> !found.own().equals(entrance.own()))
                .map(HaproxyFeatures::of)
                .ifPresent(features::addAll);
        return new ProxyRoute(
                "haproxy",
                entrance.kind(),
                "",
                0,
                List.of(),
                "",
                name,
                backend.map(HaproxySection::members).orElse(List.of()),
                backend.map(HaproxySection::sticky).orElse(""),
                false,
                "",
                features.stream().distinct().toList(),
                "",
                List.of(line.evidence()));
    }
}
