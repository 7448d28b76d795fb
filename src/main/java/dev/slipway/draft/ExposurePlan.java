package dev.slipway.draft;

import dev.slipway.facts.Connection;
import dev.slipway.facts.ProxyRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How requests from outside the cluster reach a workload.
 *
 * @param port the port that they go to; empty if none do
 */
record ExposurePlan(Optional<DraftPort> port, List<Path> paths) {
    private static final Pattern MEMBER =
            Pattern.compile("(?:[a-z]+://)?\\[?([^\\]/\\s]+?)\\]?:(\\d{1,5})(?:[/\\s].*)?");
    private static final Pattern HOST_NAME =
            Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

    ExposurePlan {
        paths = List.copyOf(paths);
    }

    /**
     * A host name and a path under it.
     *
     * @param host host name; empty if no usable one is known
     * @param features what the proxy did besides
     * @param source the proxy's configuration
     */
    record Path(
            Optional<String> host,
            String path,
            boolean exact,
            boolean tls,
            String sticky,
            List<String> features,
            String source) {
        Path {
            features = List.copyOf(features);
        }
    }

    static ExposurePlan of(Subject subject, PortPlan ports) {
        Optional<DraftPort> http = ports.http().or(ports::main);
        List<Path> paths = new ArrayList<>();
        for (DraftIndex.Route route : subject.index().routes()) {
            if (isHttp(route.rule()) && leadsTo(route, subject)) {
                paths.addAll(paths(route));
            }
        }
        Optional<String> answer = subject.answer("ingressHost").filter(ExposurePlan::isHostName);
        if (answer.isPresent()) {
            return new ExposurePlan(
                    http, List.of(new Path(answer, "/", false, true, "", List.of(), "the answer ingressHost")));
        }
        if (paths.isEmpty() && ports.http().isPresent() && calledFromOutside(subject)) {
            paths.add(new Path(
                    Optional.empty(),
                    "/",
                    false,
                    false,
                    "",
                    List.of(),
                    "callers outside the fleet on " + subject.lead().hostName()));
        }
        return new ExposurePlan(http, paths);
    }

    static boolean isHostName(String name) {
        return name.length() <= 253 && HOST_NAME.matcher(name).matches() && !IpText.isV4(name);
    }

    private static boolean isHttp(ProxyRoute rule) {
        return switch (rule.kind()) {
            case HTTP, FASTCGI, AJP, UWSGI, GRPC -> true;
            case TCP, UDP, STATIC, REDIRECT -> false;
        };
    }

    private static boolean leadsTo(DraftIndex.Route route, Subject subject) {
        return route.rule().members().stream().anyMatch(member -> leadsTo(member, route, subject));
    }

    private static boolean leadsTo(String member, DraftIndex.Route route, Subject subject) {
        Matcher target = MEMBER.matcher(member);
        if (!target.matches() || target.group(2).length() > 5) {
            return false;
        }
        int port = Integer.parseInt(target.group(2));
        String address = target.group(1);
        Optional<String> host = IpText.isLoopback(address)
                ? Optional.of(route.host())
                : subject.index().hostAt(address);
        return subject.instances().stream()
                .anyMatch(instance -> host.filter(instance.hostName()::equals).isPresent()
                        && instance.workload().workload().ports().contains(port)
                        && !route.rule().workload().equals(instance.id()));
    }

    /** The workload that the first member of a rule is, as far as the fleet knows it. */
    static Optional<DraftIndex.Peer> peer(DraftIndex.Route route, DraftIndex index) {
        return route.rule().members().stream()
                .map(MEMBER::matcher)
                .filter(Matcher::matches)
                .flatMap(target -> (IpText.isLoopback(target.group(1))
                                ? Optional.of(route.host())
                                : index.hostAt(target.group(1)))
                        .flatMap(host -> index.at(host, Integer.parseInt(target.group(2)))).stream())
                .findFirst();
    }

    /** The port of the first member of a rule that has one. */
    static String memberPort(DraftIndex.Route route) {
        return route.rule().members().stream()
                .map(MEMBER::matcher)
                .filter(Matcher::matches)
                .map(target -> target.group(2))
                .findFirst()
                .orElse("80");
    }

    /** The rules of a proxy itself, for the case that a gateway replaces it. */
    static List<Path> paths(DraftIndex.Route route) {
        ProxyRoute rule = route.rule();
        String location = rule.location();
        boolean exact = location.startsWith("=");
        String path = location.replaceFirst("^(=|\\^~)\\s*", "");
        boolean usable = path.matches("/[A-Za-z0-9_.~/%-]{0,200}");
        List<String> features = new ArrayList<>(rule.features());
        if (!usable && !location.isEmpty()) {
            features.add("condition " + location);
        }
        String source = Source.of(rule.evidence(), rule.proxy()) + " on " + route.host();
        List<String> names =
                rule.serverNames().stream().filter(ExposurePlan::isHostName).toList();
        List<Optional<String>> hosts = names.isEmpty()
                ? List.of(Optional.empty())
                : names.stream().map(Optional::of).toList();
        return hosts.stream()
                .map(host -> new Path(
                        host, usable ? path : "/", exact && usable, rule.tls(), rule.sticky(), features, source))
                .toList();
    }

    private static boolean calledFromOutside(Subject subject) {
        return subject.instances().stream()
                .anyMatch(instance -> instance.facts().connections().stream()
                        .anyMatch(connection -> connection.direction() == Connection.Direction.INBOUND
                                && connection.workload().is(instance.id())
                                && !connection.local()
                                && subject.index()
                                        .hostAt(connection.peerAddress())
                                        .isEmpty()));
    }

    boolean exposed() {
        return port.isPresent() && !paths.isEmpty();
    }
}
