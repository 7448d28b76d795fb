package dev.slipway.parse;

import dev.slipway.facts.ProxyRoute;
import dev.slipway.facts.ProxyRoute.Kind;
import dev.slipway.facts.StatePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What becomes of the requests to one server: where they are passed to, which files answer them, where clients are sent. */
final class HttpdRoutes {
    private static final Pattern URL = Pattern.compile("([a-z0-9]+)://([^/?#\\s]*).*");
    private static final Pattern HANDLER = Pattern.compile("proxy:(?:unix:([^|]+)\\|)?([a-z0-9]+)://([^/\\s]*).*");
    private static final List<String> FEATURES = List.of(
            "rewriterule",
            "authtype",
            "authbasicprovider",
            "sslverifyclient",
            "requestheader",
            "substitute",
            "extfilterdefine",
            "setoutputfilter",
            "proxypassreversecookiepath",
            "proxypassreversecookiedomain",
            "proxyhtmlurlmap",
            "secruleengine",
            "cacheenable",
            "errordocument",
            "scriptalias");
    private static final List<String> LIMITS = List.of("limitrequestbody", "proxytimeout");

    private final HttpdConfiguration configuration;
    private final HttpdBalancers balancers;
    private final EndpointFinder endpoints;
    private final ConfigurationFacts facts;

    HttpdRoutes(
            HttpdConfiguration configuration,
            HttpdBalancers balancers,
            EndpointFinder endpoints,
            ConfigurationFacts facts) {
        this.configuration = configuration;
        this.balancers = balancers;
        this.endpoints = endpoints;
        this.facts = facts;
    }

    /** The rules of a server's block, with what it inherits from around it. */
    List<ProxyRoute> of(List<ConfigDirective> block, List<ConfigDirective> around) {
        List<String> features = features(
                List.of(),
                block.stream()
                        .filter(directive -> !directive.name().startsWith("location"))
                        .toList());
        List<ProxyRoute> routes = new ArrayList<>();
        inside(block, "", features, routes);
        if (routes.stream().noneMatch(route -> route.location().equals("/") && route.kind() != Kind.STATIC)) {
            Stream.concat(around.stream(), block.stream())
                    .filter(directive -> directive.is("documentroot"))
                    .reduce((outer, inner) -> inner)
                    .ifPresent(root -> routes.add(folder("/", root, 0, features)));
        }
        return routes;
    }

    private void inside(List<ConfigDirective> block, String path, List<String> features, List<ProxyRoute> routes) {
        for (ConfigDirective directive : block) {
            switch (directive.name()) {
                case "location", "locationmatch" ->
                    inside(directive.children(), location(directive), features(features, directive.children()), routes);
                case "directory", "directorymatch", "files", "filesmatch", "if", "else", "elseif" ->
                    inside(directive.children(), path, features, routes);
                case "proxypass", "proxypassmatch" ->
                    passed(directive, path, features).ifPresent(routes::add);
                case "rewriterule" -> rewritten(directive, features).ifPresent(routes::add);
                case "jkmount" -> mounted(directive, path, features).ifPresent(routes::add);
                case "sethandler", "addhandler" ->
                    handled(directive, path, features).ifPresent(routes::add);
                case "redirect", "redirectmatch", "redirectpermanent", "redirecttemp" ->
                    routes.add(redirect(directive, path, features));
                case "alias", "aliasmatch", "scriptalias" ->
                    routes.add(folder(directive.argument(0), directive, 1, features));
                default -> {}
            }
        }
    }

    private static String location(ConfigDirective section) {
        String last = section.arguments().isEmpty()
                ? ""
                : section.argument(section.arguments().size() - 1);
        boolean pattern = section.is("locationmatch") || section.argument(0).equals("~");
        return pattern ? "~ " + last : last;
    }

    private Optional<ProxyRoute> passed(ConfigDirective pass, String path, List<String> features) {
        // Inside of a section the path is that of the section.
        boolean own = pass.argument(0).matches("[a-z0-9]+://.*|unix:.*") && !path.isEmpty();
        String location = own ? path : (pass.is("proxypassmatch") ? "~ " : "") + pass.argument(0);
        String target = pass.argument(own ? 0 : 1);
        String sticky = pass.arguments().stream()
                .filter(argument -> argument.startsWith("stickysession="))
                .findFirst()
                .orElse("");
        return target.isEmpty() || target.equals("!")
                ? Optional.empty()
                : Optional.of(route(location, target, sticky, pass, features));
    }

    private Optional<ProxyRoute> rewritten(ConfigDirective rule, List<String> features) {
        String flags = rule.argument(2);
        String target = rule.argument(1);
        if (flags.matches("\\[(?:.*,)?P(?:,.*)?]") && URL.matcher(target).matches()) {
            return Optional.of(route("~ " + rule.argument(0), target, "", rule, features));
        }
        return flags.matches("\\[(?:.*,)?R(?:=\\d+)?(?:,.*)?]")
                ? Optional.of(plain(Kind.REDIRECT, "~ " + rule.argument(0), rule, features)
                        .withUpstream(target))
                : Optional.empty();
    }

    private Optional<ProxyRoute> mounted(ConfigDirective mount, String path, List<String> features) {
        String worker = mount.argument(mount.arguments().size() > 1 ? 1 : 0);
        Optional<HttpdBalancers.Balancer> found = balancers.worker(worker);
        found.ifPresent(balancer -> balancer.members().forEach(member -> endpoint(member, "ajp", mount)));
        return mount.arguments().isEmpty()
                ? Optional.empty()
                : Optional.of(plain(Kind.AJP, mount.arguments().size() > 1 ? mount.argument(0) : path, mount, features)
                        .with(r -> r.upstream(worker)
                                .members(found.map(HttpdBalancers.Balancer::members)
                                        .orElse(List.of()))
                                .sticky(found.map(HttpdBalancers.Balancer::sticky)
                                        .orElse(""))));
    }

    private Optional<ProxyRoute> handled(ConfigDirective handler, String path, List<String> features) {
        Matcher form = HANDLER.matcher(handler.argument(0));
        if (!form.matches()) {
            return Optional.empty();
        }
        String member = form.group(1) != null ? "unix:" + form.group(1) : form.group(3);
        endpoint(member, role(form.group(2)), handler);
        return Optional.of(plain(kind(form.group(2)), path, handler, features)
                .with(r -> r.upstream(handler.argument(0)).members(List.of(member))));
    }

    private ProxyRoute redirect(ConfigDirective directive, String path, List<String> features) {
        int last = directive.arguments().size() - 1;
        String location = last > 0 ? directive.argument(last - 1) : path;
        return plain(Kind.REDIRECT, location, directive, features).withUpstream(directive.argument(Math.max(last, 0)));
    }

    private ProxyRoute folder(String location, ConfigDirective directive, int argument, List<String> features) {
        return plain(Kind.STATIC, location, directive, features)
                .withRoot(configuration.absolute(directive.argument(argument)));
    }

    private ProxyRoute route(
            String location, String target, String sticky, ConfigDirective line, List<String> features) {
        Optional<HttpdBalancers.Balancer> balancer =
                target.startsWith("balancer://") ? balancers.balancer(target) : Optional.empty();
        Matcher url = URL.matcher(target.replaceFirst("^unix:[^|]*\\|", ""));
        String scheme = url.matches() ? url.group(1) : "http";
        List<String> own = new ArrayList<>(features);
        if (scheme.startsWith("ws")) {
            own.add("websocket");
        }
        List<String> members = balancer.map(HttpdBalancers.Balancer::members)
                .orElseGet(() -> url.matches() && !target.startsWith("balancer:") ? List.of(url.group(2)) : List.of());
        if (balancer.isEmpty()) {
            members.forEach(member -> endpoint(withPort(member, scheme), role(scheme), line));
        }
        return plain(kind(balancer.map(b -> schemeOf(b)).orElse(scheme)), location, line, own)
                .with(r -> r.upstream(
                                balancer.map(HttpdBalancers.Balancer::name).orElse(target))
                        .members(members)
                        .sticky(balancer.map(HttpdBalancers.Balancer::sticky)
                                .filter(s -> !s.isEmpty())
                                .orElse(sticky)));
    }

    private static String schemeOf(HttpdBalancers.Balancer balancer) {
        return balancer.source().stream()
                .map(line -> URL.matcher(line.argument(0)))
                .filter(Matcher::matches)
                .map(url -> url.group(1))
                .findFirst()
                .orElse("http");
    }

    private static String withPort(String member, String scheme) {
        return member.matches(".*:[0-9]+|unix:.*|.*\\$.*") ? member : member + ":" + port(scheme);
    }

    private static int port(String scheme) {
        return switch (scheme) {
            case "https", "wss", "h2" -> 443;
            case "ajp" -> 8009;
            case "fcgi" -> 9000;
            case "uwsgi" -> 3031;
            default -> 80;
        };
    }

    private void endpoint(String member, String role, ConfigDirective line) {
        if (member.startsWith("unix:")) {
            return;
        }
        ServerAddress.parse(member)
                .filter(address -> address.port() > 0)
                .map(address -> endpoints.endpoint(address, role, "", line.name(), line.evidence()))
                .ifPresent(facts::add);
    }

    /** Tells the members of all balancers as other parties. */
    void balancerEndpoints() {
        for (HttpdBalancers.Balancer balancer : balancers.all()) {
            for (ConfigDirective member : balancer.source()) {
                Matcher url = URL.matcher(member.argument(0));
                if (url.matches()) {
                    endpoint(withPort(url.group(2), url.group(1)), role(url.group(1)), member);
                }
            }
        }
    }

    private static Kind kind(String scheme) {
        return switch (scheme) {
            case "ajp" -> Kind.AJP;
            case "fcgi", "scgi" -> Kind.FASTCGI;
            case "uwsgi" -> Kind.UWSGI;
            default -> Kind.HTTP;
        };
    }

    private static String role(String scheme) {
        return switch (scheme) {
            case "ajp" -> "ajp";
            case "fcgi", "scgi" -> "fastcgi";
            case "uwsgi" -> "uwsgi";
            default -> "http";
        };
    }

    private List<String> features(List<String> around, List<ConfigDirective> block) {
        LinkedHashSet<String> features = new LinkedHashSet<>(around);
        for (ConfigDirective directive : ConfigDirective.all(block)) {
            if (LIMITS.contains(directive.name())) {
                features.add(directive.name() + " " + directive.argument(0));
            } else if (FEATURES.contains(directive.name())) {
                features.add(directive.name());
            } else if (directive.is("require") && directive.argument(0).matches("ip|host|not|user|valid-user|group")) {
                features.add("require " + directive.argument(0));
            } else if (directive.is("authuserfile")) {
                facts.add(StatePath.unread(configuration.absolute(directive.argument(0)), "configuration")
                        .withEvidence(List.of(directive.evidence())));
            }
        }
        return List.copyOf(features);
    }

    private static ProxyRoute plain(Kind kind, String location, ConfigDirective directive, List<String> features) {
        return new ProxyRoute(
                "httpd",
                kind,
                "",
                0,
                List.of(),
                location,
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
