package dev.slipway.parse;

import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.EvidenceLine;
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
import java.util.stream.Stream;

/** The servers of an nginx: where they listen, and what becomes of a request to each location. */
final class NginxServers {
    private static final List<String> SETTINGS = List.of(
            "client_max_body_size", "proxy_read_timeout", "real_ip_header", "worker_processes", "worker_connections");

    private final List<ConfigDirective> directives;
    private final String base;
    private final Certificates certificates;
    private final EndpointFinder endpoints;
    private final ConfigurationFacts facts;
    private final SortedMap<String, NginxUpstream> upstreams = new TreeMap<>();

    NginxServers(
            List<ConfigDirective> directives,
            String base,
            Certificates certificates,
            EndpointFinder endpoints,
            ConfigurationFacts facts) {
        this.directives = directives;
        this.base = base;
        this.certificates = certificates;
        this.endpoints = endpoints;
        this.facts = facts;
    }

    /**
     * An address that a server listens on.
     *
     * @param port 0 for a unix socket
     */
    private record Listen(String address, int port, boolean tls, boolean udp, EvidenceLine evidence) {}

    void read() {
        for (ConfigDirective directive : ConfigDirective.all(directives)) {
            setting(directive);
            path(directive);
        }
        directives.stream().filter(block -> block.is("http")).forEach(http -> servers(http.children(), false));
        directives.stream().filter(block -> block.is("stream")).forEach(stream -> servers(stream.children(), true));
        // a file that was read without the main file that includes it
        servers(directives, false);
    }

    private void setting(ConfigDirective directive) {
        if (SETTINGS.contains(directive.name())) {
            facts.add(new Setting("nginx", directive.name(), directive.text(), "", "", List.of(directive.evidence())));
        }
    }

    private void path(ConfigDirective directive) {
        String path = absolute(directive.argument(0));
        switch (directive.name()) {
            case "proxy_cache_path", "fastcgi_cache_path", "uwsgi_cache_path" ->
                facts.add(StatePath.unread(path, "cache").withEvidence(List.of(directive.evidence())));
            case "auth_basic_user_file" ->
                facts.add(StatePath.unread(path, "configuration").withEvidence(List.of(directive.evidence())));
            case "ssl_certificate_key" -> {
                if (!path.contains("$")) {
                    facts.add(StatePath.unread(path, "key").withEvidence(List.of(directive.evidence())));
                }
            }
            default -> {}
        }
    }

    private String absolute(String path) {
        return path.startsWith("/") ? path : base + "/" + path;
    }

    private void upstream(ConfigDirective block, boolean stream) {
        NginxUpstream upstream = NginxUpstream.of(block);
        upstreams.put(upstream.name(), upstream);
        upstream.eachServer((server, line) -> ServerAddress.parse(server)
                .map(address -> endpoints.endpoint(
                        address.orPort(80),
                        stream ? PortRoles.ofPort(Protocol.TCP, address.port()) : "http",
                        "",
                        "upstream " + upstream.name(),
                        line.evidence()))
                .ifPresent(facts::add));
    }

    private void servers(List<ConfigDirective> block, boolean stream) {
        block.stream().filter(inside -> inside.is("upstream")).forEach(group -> upstream(group, stream));
        block.stream().filter(inside -> inside.is("server")).forEach(server -> server(server, block, stream));
    }

    private void server(ConfigDirective server, List<ConfigDirective> around, boolean stream) {
        List<Listen> listens = listens(server, stream);
        listens.forEach(listen -> facts.add(new ConfiguredPort(
                "nginx",
                listen.port == 0 ? Protocol.UNIX : listen.udp ? Protocol.UDP : Protocol.TCP,
                listen.address,
                listen.port,
                stream ? PortRoles.ofPort(Protocol.TCP, listen.port) : listen.tls ? "https" : "http",
                listen.tls,
                "",
                List.of(listen.evidence))));
        certificates(server, around);
        List<ConfigDirective> inherited = Stream.concat(around.stream(), server.children().stream())
                .filter(directive -> directive.children().isEmpty())
                .toList();
        List<ProxyRoute> routes = new ArrayList<>();
        if (stream) {
            server.child("proxy_pass").ifPresent(pass -> routes.add(streamRoute(pass, listens)));
        } else {
            location("", server, inherited, routes);
            locations(server, inherited, routes);
        }
        emit(server, listens, routes);
    }

    /** One route a port and location: a dual-stack server listens twice on the same. */
    private void emit(ConfigDirective server, List<Listen> listens, List<ProxyRoute> routes) {
        List<String> names = server.children("server_name")
                .flatMap(name -> name.arguments().stream())
                .filter(name -> !name.equals("_") && !name.isEmpty())
                .toList();
        SortedMap<Integer, Listen> byPort = new TreeMap<>();
        listens.forEach(listen -> byPort.putIfAbsent(listen.port, listen));
        for (Listen listen : byPort.values()) {
            for (ProxyRoute route : routes) {
                facts.add(route.with(r -> r.port(listen.port)
                        .address(listen.address)
                        .tls(listen.tls)
                        .serverNames(names)));
            }
        }
    }

    private List<Listen> listens(ConfigDirective server, boolean stream) {
        boolean sslOn =
                server.child("ssl").map(ssl -> ssl.argument(0).equals("on")).orElse(false);
        List<Listen> listens = new ArrayList<>();
        server.children("listen")
                .flatMap(listen -> listen(listen, sslOn).stream())
                // the same of the other IP version is no other
                .filter(listen -> listens.stream()
                        .noneMatch(other -> other.address.equals(listen.address) && other.port == listen.port))
                .forEach(listens::add);
        return listens.isEmpty() && !stream ? List.of(new Listen("", 80, sslOn, false, server.evidence())) : listens;
    }

    private Optional<Listen> listen(ConfigDirective listen, boolean sslOn) {
        String where = listen.argument(0);
        boolean tls = sslOn
                || listen.arguments().contains("ssl")
                || listen.arguments().contains("quic");
        boolean udp = listen.arguments().contains("udp");
        if (where.startsWith("unix:")) {
            return Optional.of(new Listen(where.substring("unix:".length()), 0, tls, udp, listen.evidence()));
        }
        if (where.matches("[0-9]{1,5}")) {
            return Optional.of(new Listen("", Integer.parseInt(where), tls, udp, listen.evidence()));
        }
        Optional<ServerAddress> address =
                ServerAddress.parse(where.startsWith("*") ? "0.0.0.0" + where.substring(1) : where);
        if (address.isEmpty()) {
            facts.add(listen.source().unparsed(listen.line(), "not an address to listen on: " + where));
        }
        return address.map(found -> new Listen(
                IpAddress.parse(found.host()).map(IpAddress::isAny).orElse(false) ? "" : found.host(),
                found.port() == 0 ? 80 : found.port(),
                tls,
                udp,
                listen.evidence()));
    }

    private void certificates(ConfigDirective server, List<ConfigDirective> around) {
        Optional<ConfigDirective> key = server.child("ssl_certificate_key")
                .or(() ->
                        around.stream().filter(d -> d.is("ssl_certificate_key")).findFirst());
        Stream.concat(around.stream(), server.children().stream())
                .filter(directive -> directive.is("ssl_certificate"))
                .filter(directive -> !directive.argument(0).contains("$"))
                .forEach(directive -> certificates.add(
                        absolute(directive.argument(0)),
                        key.map(found -> absolute(found.argument(0))).orElse(""),
                        directive.evidence()));
    }

    private void locations(ConfigDirective block, List<ConfigDirective> inherited, List<ProxyRoute> routes) {
        block.children("location").forEach(location -> {
            List<ConfigDirective> inside = Stream.concat(inherited.stream(), location.children().stream())
                    .filter(directive -> directive.children().isEmpty())
                    .toList();
            location(location.text(), location, inside, routes);
            locations(location, inside, routes);
        });
        // what stands in a condition belongs to the block around it
        Stream.of("if", "limit_except")
                .flatMap(block::children)
                .forEach(condition -> location(block.is("location") ? block.text() : "", condition, inherited, routes));
    }

    private void location(
            String path, ConfigDirective block, List<ConfigDirective> effective, List<ProxyRoute> routes) {
        List<String> features = NginxFeatures.of(effective);
        Optional<ConfigDirective> pass = block.children().stream()
                .filter(directive -> NginxTarget.PASSES.containsKey(directive.name()))
                .findFirst();
        if (pass.isPresent()) {
            routes.add(passed(path, pass.get(), effective, features));
            return;
        }
        Optional<ConfigDirective> back =
                block.child("return").filter(d -> d.arguments().size() > 0);
        Optional<ConfigDirective> folder = folder(path, block, effective);
        if (back.isPresent() && back.get().text().matches("(?:30[1278] .*|https?://.*)")) {
            routes.add(route(Kind.REDIRECT, path, back.get(), features)
                    .withUpstream(back.get().argument(back.get().arguments().size() - 1)));
        } else if (folder.isPresent()) {
            routes.add(route(Kind.STATIC, path, folder.get(), features)
                    .withRoot(absolute(folder.get().argument(0))));
        }
    }

    /** The folder whose files a block serves: its own, or the inherited one where it is for all paths. */
    private static Optional<ConfigDirective> folder(
            String path, ConfigDirective block, List<ConfigDirective> effective) {
        if (block.is("server")) {
            boolean other = block.children("location")
                    .anyMatch(location -> location.text().equals("/"));
            return other ? Optional.empty() : root(effective);
        }
        Optional<ConfigDirective> own = block.child("alias").or(() -> block.child("root"));
        return own.isPresent() || !path.equals("/") ? own : root(effective);
    }

    private static Optional<ConfigDirective> root(List<ConfigDirective> effective) {
        return effective.stream().filter(directive -> directive.is("root")).reduce((outer, inner) -> inner);
    }

    private static String role(NginxTarget target, Kind kind) {
        boolean plain = kind == Kind.TCP || kind == Kind.UDP;
        Protocol protocol = kind == Kind.UDP ? Protocol.UDP : Protocol.TCP;
        return plain
                ? PortRoles.ofPort(
                        protocol, target.address().map(ServerAddress::port).orElse(0))
                : target.role();
    }

    private ProxyRoute passed(
            String path, ConfigDirective pass, List<ConfigDirective> effective, List<String> features) {
        NginxTarget target = NginxTarget.of(pass, effective);
        return passed(path, pass, target, target.kind(), features);
    }

    private ProxyRoute passed(String path, ConfigDirective pass, NginxTarget target, Kind kind, List<String> features) {
        Optional<NginxUpstream> upstream = Optional.ofNullable(upstreams.get(target.host()));
        List<String> all = Stream.concat(
                        features.stream(), upstream.stream().flatMap(group -> group.features().stream()))
                .toList();
        if (upstream.isEmpty()) {
            target.address()
                    .map(address -> endpoints.endpoint(address, role(target, kind), "", pass.name(), pass.evidence()))
                    .ifPresent(facts::add);
        }
        return route(kind, path, pass, all)
                .with(r -> r.upstream(upstream.map(NginxUpstream::name).orElse(target.text()))
                        .members(upstream.map(NginxUpstream::members)
                                .orElse(target.address().map(ServerAddress::toString).stream()
                                        .toList()))
                        .sticky(upstream.map(NginxUpstream::sticky).orElse("")));
    }

    private ProxyRoute streamRoute(ConfigDirective pass, List<Listen> listens) {
        boolean udp = listens.stream().anyMatch(Listen::udp);
        return passed("", pass, NginxTarget.of(pass, List.of()), udp ? Kind.UDP : Kind.TCP, List.of());
    }

    private static ProxyRoute route(Kind kind, String path, ConfigDirective directive, List<String> features) {
        return new ProxyRoute(
                "nginx",
                kind,
                "",
                0,
                List.of(),
                path,
                "",
                List.of(),
                "",
                false,
                "",
                features,
                "",
                List.of(directive.evidence()));
    }
}
