package dev.slipway.parse;

import dev.slipway.facts.Endpoint;
import dev.slipway.facts.Endpoint.Scope;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the other parties that the values of a configuration name, by address, by JDBC address, or as host and port. */
final class EndpointFinder {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30})://");
    private static final Pattern LIST_KEY = Pattern.compile(
            ".*(?:servers?|brokers?|broker-?list|address(?:es)?|addrs?|nodes?|hosts?|endpoints?|connect(?:-?string)?|quorum"
                    + "|contact-?points|members?|seeds?|peers?|targets?|ur[li]s?|cluster)(?:\\[[0-9]+])?");
    private static final Pattern HOST_KEY = Pattern.compile(
            "(.*?)(?:host(?:-?name)?|server(?:-?name)?|ip(?:-?address)?|address)", Pattern.CASE_INSENSITIVE);
    private static final List<String> NO_SCHEMES =
            List.of("file", "classpath", "jar", "vfs", "urn", "data", "s3", "oss", "gs", "hdfs", "unix", "fd");
    /** Hosts of names and schemas: nobody connects to them. */
    private static final List<String> VOCABULARIES = List.of(
            "www.w3.org",
            "java.sun.com",
            "xmlns.jcp.org",
            "xmlns.oracle.com",
            "jakarta.ee",
            "www.springframework.org",
            "maven.apache.org",
            "hibernate.org",
            "www.hibernate.org",
            "hibernate.sourceforge.net",
            "logging.apache.org",
            "mybatis.org",
            "ibatis.apache.org",
            "www.jboss.org",
            "schemas.xmlsoap.org",
            "json-schema.org",
            "www.ehcache.org",
            "www.hazelcast.com",
            "activemq.apache.org",
            "cxf.apache.org",
            "camel.apache.org",
            "tomcat.apache.org",
            "www.eclipse.org",
            "www.quartz-scheduler.org",
            "code.alibabatech.com",
            "dubbo.apache.org",
            "getbootstrap.com");

    private final Host host;

    /** Finds them as they look from this host. */
    EndpointFinder(Host host) {
        this.host = host;
    }

    /** All that a file's keys and values name, each once. */
    List<Endpoint> in(ConfigText config, IntFunction<EvidenceLine> evidence) {
        List<Endpoint> found = new ArrayList<>();
        SortedMap<String, Integer> ports = ports(config);
        for (ConfigEntry entry : config.entries()) {
            found.addAll(in(entry.key(), entry.value(), evidence.apply(entry.line())));
            hostWithPort(entry, ports, evidence).ifPresent(found::add);
        }
        return found.stream().distinct().toList();
    }

    /** All that one value names. */
    List<Endpoint> in(String key, String value, EvidenceLine evidence) {
        if (key.startsWith("xmlns") || key.endsWith("schemaLocation")) {
            return List.of();
        }
        Optional<JdbcUrl> jdbc = JdbcUrl.parse(value);
        if (jdbc.isPresent()) {
            return jdbc.get().servers().stream()
                    .map(server ->
                            endpoint(server, jdbc.get().role(), jdbc.get().database(), key, evidence))
                    .toList();
        }
        List<Endpoint> found = inUrls(key, value, evidence);
        return found.isEmpty() && value.indexOf("://") < 0 ? inList(key, value, evidence) : found;
    }

    private List<Endpoint> inUrls(String key, String value, EvidenceLine evidence) {
        List<Endpoint> found = new ArrayList<>();
        Matcher scheme = SCHEME.matcher(value);
        while (scheme.find()) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            int end = scheme.end();
            while (end < value.length() && "/?# \t\"'<>;()}".indexOf(value.charAt(end)) < 0) {
                end++;
            }
            String authority = value.substring(scheme.end(), end);
            // "a:1,tcp://b:2": the authority ran into the next address
            boolean ran = authority.endsWith(":");
            String path = !ran && end < value.length() && value.charAt(end) == '/' ? path(value, end) : "";
            if (!NO_SCHEMES.contains(name)) {
                addUrl(found, new String[] {name, authority, path}, key, evidence);
            }
        }
        return found;
    }

    private void addUrl(List<Endpoint> found, String[] url, String key, EvidenceLine evidence) {
        String role = Role.ofScheme(url[0], key);
        for (String server : url[1].substring(url[1].lastIndexOf('@') + 1).split(",")) {
            ServerAddress.parse(server)
                    .filter(named ->
                            !VOCABULARIES.contains(named.host().toLowerCase(Locale.ROOT)) && !any(named.host()))
                    .map(named -> named.orPort(Role.defaultPort(url[0], role)))
                    .map(named -> endpoint(
                            named, role.isEmpty() ? Role.ofKey(key, named.port()) : role, url[2], key, evidence))
                    .ifPresent(found::add);
        }
    }

    private static String path(String value, int from) {
        int end = from;
        while (end < value.length() && "?#; \t\"'<>,)".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return value.substring(from + 1, end);
    }

    /** A value that is one or more of {@code host:port}, without a scheme. */
    private List<Endpoint> inList(String key, String value, EvidenceLine evidence) {
        boolean named = LIST_KEY.matcher(key.toLowerCase(Locale.ROOT)).matches();
        List<Endpoint> found = new ArrayList<>();
        for (String item : value.strip().split("[,;\\s]+")) {
            Optional<ServerAddress> server = ServerAddress.parse(item.replaceFirst("/.*", ""));
            boolean address = server.flatMap(s -> IpAddress.parse(s.host())).isPresent();
            if (server.isEmpty() || server.get().port() == 0 || any(server.get().host()) || !(named || address)) {
                return List.of();
            }
            found.add(endpoint(server.get(), Role.ofKey(key, server.get().port()), "", key, evidence));
        }
        return found;
    }

    /** Section and key, in small letters, of every key that ends in "port" and has a port for its value. */
    private static SortedMap<String, Integer> ports(ConfigText config) {
        SortedMap<String, Integer> ports = new TreeMap<>();
        for (ConfigEntry entry : config.entries()) {
            String key = entry.key().toLowerCase(Locale.ROOT);
            if (key.endsWith("port") && entry.value().matches("[0-9]{1,5}")) {
                ports.put(entry.section() + "\n" + key, Integer.parseInt(entry.value()));
            }
        }
        return ports;
    }

    /** A key like {@code redis.host} with its {@code redis.port} beside it, or with a role that has a usual port. */
    private Optional<Endpoint> hostWithPort(
            ConfigEntry entry, SortedMap<String, Integer> ports, IntFunction<EvidenceLine> evidence) {
        Matcher key = HOST_KEY.matcher(entry.key());
        if (!key.matches() || !ServerAddress.isHost(entry.value()) || any(entry.value())) {
            return Optional.empty();
        }
        String beside = entry.section() + "\n" + key.group(1).toLowerCase(Locale.ROOT) + "port";
        int port = ports.getOrDefault(beside, 0);
        String role = Role.ofKey(entry.key(), port);
        int known = port == 0 ? WellKnownPort.of(role) : port;
        boolean address = IpAddress.parse(entry.value()).isPresent();
        return known > 0 && known <= 65535 && (address || !role.isEmpty())
                ? Optional.of(endpoint(
                        new ServerAddress(entry.value(), known), role, "", entry.key(), evidence.apply(entry.line())))
                : Optional.empty();
    }

    /** Whether it means all addresses of this host: a place to listen at, nobody's to connect to. */
    private static boolean any(String address) {
        return IpAddress.parse(address).map(IpAddress::isAny).orElse(false);
    }

    /** The endpoint, seen from this host. */
    Endpoint endpoint(ServerAddress server, String role, String name, String key, EvidenceLine evidence) {
        return new Endpoint(server.host(), server.port(), role, name, key, scope(server.host()), "", List.of(evidence));
    }

    /** How far away this name or address is from the host. */
    Scope scope(String address) {
        if (address.startsWith("/") || address.equals("localhost") || address.startsWith("localhost.")) {
            return Scope.LOOPBACK;
        }
        boolean own = host.addresses().stream()
                        .anyMatch(a -> a.replaceFirst("/.*", "").equals(address))
                || host.hostName().is(address);
        return own ? Scope.HOST : IpAddress.parse(address).map(IpAddress::scope).orElse(Scope.NAME);
    }
}
