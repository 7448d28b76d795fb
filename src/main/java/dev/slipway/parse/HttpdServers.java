package dev.slipway.parse;

import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.ProxyRoute;
import dev.slipway.facts.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The virtual hosts of an Apache HTTP server: where they listen, and what becomes of a request. */
final class HttpdServers {
    private static final List<String> SETTINGS = List.of(
            "RemoteIPHeader",
            "RemoteIPInternalProxy",
            "MaxRequestWorkers",
            "MaxClients",
            "ServerLimit",
            "Timeout",
            "LimitRequestBody",
            "StartServers",
            "ThreadsPerChild");
    /** Modules that run other programs, or that decide who is let in. */
    private static final Pattern MODULES =
            Pattern.compile("(?:php|perl|wsgi|passenger|cgid?|jk|security2|suexec|auth_kerb"
                    + "|authnz_ldap|auth_openidc|mellon|dav_svn|dav_fs)[0-9]?_module");

    private final List<ConfigDirective> directives;
    private final HttpdConfiguration configuration;
    private final Certificates certificates;
    private final HttpdRoutes routes;
    private final ConfigurationFacts facts;

    HttpdServers(
            List<ConfigDirective> directives,
            HttpdConfiguration configuration,
            Certificates certificates,
            HttpdRoutes routes,
            ConfigurationFacts facts) {
        this.directives = directives;
        this.configuration = configuration;
        this.certificates = certificates;
        this.routes = routes;
        this.facts = facts;
    }

    /** An address and a port; 0 stands for any. */
    private record Listen(String address, int port, boolean tls, EvidenceLine evidence) {}

    void read() {
        List<Listen> listens = listens();
        listens.forEach(listen -> facts.add(new ConfiguredPort(
                "httpd",
                Protocol.TCP,
                listen.address,
                listen.port,
                listen.tls ? "https" : "http",
                listen.tls,
                "",
                List.of(listen.evidence))));
        ConfigDirective.all(directives).forEach(this::setting);
        List<ConfigDirective> around = directives.stream()
                .filter(directive -> !directive.is("virtualhost"))
                .toList();
        List<ConfigDirective> hosts = hosts();
        hosts.forEach(host -> host(host, around, listens));
        // Without a virtual host the main server answers, on every port.
        if (hosts.isEmpty()) {
            List<ProxyRoute> found = routes.of(around, List.of());
            listens.forEach(listen -> found.forEach(route -> facts.add(
                    route.with(r -> r.address(listen.address).port(listen.port).tls(listen.tls)))));
        }
    }

    private List<ConfigDirective> hosts() {
        return directives.stream()
                .filter(directive -> directive.is("virtualhost"))
                .toList();
    }

    private List<Listen> listens() {
        List<Listen> listens = new ArrayList<>();
        for (ConfigDirective listen : directives) {
            if (listen.is("listen") || listen.is("port")) {
                Optional<Listen> found = listen(listen);
                if (found.isEmpty()) {
                    facts.add(listen.source()
                            .unparsed(listen.line(), "not an address to listen on: " + listen.argument(0)));
                }
                found.filter(one -> listens.stream()
                                .noneMatch(other -> other.port == one.port && other.address.equals(one.address)))
                        .ifPresent(listens::add);
            }
        }
        return listens;
    }

    private Optional<Listen> listen(ConfigDirective listen) {
        return address(listen.argument(0))
                .map(address -> new Listen(
                        address.host(),
                        address.port(),
                        listen.argument(1).equalsIgnoreCase("https") || isTls(address.port()),
                        listen.evidence()));
    }

    /** Whether a virtual host of this port, or the main server, switches TLS on. */
    private boolean isTls(int port) {
        boolean mainOn = isOn(directives);
        return hosts().stream()
                        .filter(host -> host.arguments().stream()
                                .flatMap(argument -> address(argument).stream())
                                .anyMatch(address -> address.port() == port))
                        .anyMatch(host -> isOn(host.children()))
                || mainOn && port == 443;
    }

    private static boolean isOn(List<ConfigDirective> block) {
        return block.stream()
                .anyMatch(line -> line.is("sslengine") && line.argument(0).equalsIgnoreCase("on"));
    }

    /** An address as written for Listen or a virtual host; host empty for all, port 0 for all. */
    private static Optional<ServerAddress> address(String written) {
        if (written.matches("[0-9]{1,5}")) {
            return Optional.of(new ServerAddress("", Integer.parseInt(written)));
        }
        if (written.matches("(?:\\*|_default_)(?::(?:\\*|[0-9]{1,5}))?")) {
            String port = written.replaceFirst("^[^:]*:?", "");
            return Optional.of(new ServerAddress("", port.matches("[0-9]+") ? Integer.parseInt(port) : 0));
        }
        return ServerAddress.parse(written)
                .map(address ->
                        IpAddress.parse(address.host()).map(IpAddress::isAny).orElse(false)
                                ? new ServerAddress("", address.port())
                                : address);
    }

    private void host(ConfigDirective host, List<ConfigDirective> around, List<Listen> listens) {
        List<String> names = Stream.concat(
                        host.children("servername").map(name -> name.argument(0)),
                        host.children("serveralias").flatMap(name -> name.arguments().stream()))
                .map(name -> name.replaceFirst("^https?://", "").replaceFirst(":[0-9]+$", ""))
                .distinct()
                .toList();
        boolean tls = isOn(host.children());
        List<ProxyRoute> found = routes.of(host.children(), around);
        certificates(host);
        host.arguments().stream()
                .flatMap(argument -> address(argument).stream())
                .flatMap(address -> address.port() > 0 || listens.isEmpty()
                        ? Stream.of(address)
                        : listens.stream().map(listen -> new ServerAddress(address.host(), listen.port)))
                .distinct()
                .forEach(address -> found.forEach(route -> facts.add(route.with(r -> r.address(address.host())
                        .port(address.port())
                        .serverNames(names)
                        .tls(tls)))));
    }

    private void certificates(ConfigDirective host) {
        String key = host.child("sslcertificatekeyfile")
                .map(file -> configuration.absolute(file.argument(0)))
                .orElse("");
        host.children("sslcertificatefile")
                .forEach(file -> certificates.add(configuration.absolute(file.argument(0)), key, file.evidence()));
    }

    private void setting(ConfigDirective directive) {
        SETTINGS.stream()
                .filter(name -> directive.is(name.toLowerCase(Locale.ROOT)))
                .forEach(name ->
                        facts.add(new Setting("httpd", name, directive.text(), "", "", List.of(directive.evidence()))));
        if (directive.is("loadmodule") && MODULES.matcher(directive.argument(0)).matches()) {
            facts.add(new Setting("httpd", "LoadModule", directive.argument(0), "", "", List.of(directive.evidence())));
        }
    }
}
