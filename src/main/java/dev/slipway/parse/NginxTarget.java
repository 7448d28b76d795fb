package dev.slipway.parse;

import dev.slipway.facts.ProxyRoute.Kind;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a {@code proxy_pass} or the like sends a request.
 *
 * @param kind what is spoken there
 * @param text target as written
 * @param host host, or name of a group of servers; a variable where it is one
 * @param address host and port, where it can be a server; empty for a unix socket or a variable
 */
record NginxTarget(Kind kind, String text, String host, Optional<ServerAddress> address) {
    /** Directives that pass a request on, and what they speak. */
    static final SortedMap<String, Kind> PASSES = new TreeMap<>();

    static {
        PASSES.put("proxy_pass", Kind.HTTP);
        PASSES.put("fastcgi_pass", Kind.FASTCGI);
        PASSES.put("uwsgi_pass", Kind.UWSGI);
        PASSES.put("scgi_pass", Kind.FASTCGI);
        PASSES.put("grpc_pass", Kind.GRPC);
        PASSES.put("memcached_pass", Kind.TCP);
    }

    static NginxTarget of(ConfigDirective pass, List<ConfigDirective> effective) {
        Kind kind = PASSES.getOrDefault(pass.name(), Kind.HTTP);
        String written = pass.argument(0);
        String text = resolved(written, effective);
        int scheme = text.indexOf("://");
        boolean tls = text.startsWith("https:") || text.startsWith("grpcs:");
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        if (rest.startsWith("unix:")) {
            return new NginxTarget(kind, written, rest, Optional.empty());
        }
        int end = rest.indexOf('/');
        String authority = end < 0 ? rest : rest.substring(0, end);
        int port = kind == Kind.HTTP || kind == Kind.GRPC ? tls ? 443 : 80 : 0;
        Optional<ServerAddress> address = ServerAddress.parse(authority).map(found -> found.orPort(port));
        return new NginxTarget(kind, written, authority, address);
    }

    /** A variable that is the whole target and that a {@code set} gives a value, replaced by that value. */
    private static String resolved(String text, List<ConfigDirective> effective) {
        String value = text;
        for (ConfigDirective directive : effective) {
            if (directive.is("set") && directive.arguments().size() == 2) {
                String name = directive.argument(0);
                String braced = name.isEmpty() ? name : "${" + name.substring(1) + "}";
                value = value.length() > 1024 || name.length() < 2
                        ? value
                        : value.replace(braced, directive.argument(1)).replace(name, directive.argument(1));
            }
        }
        return value;
    }

    /** What answers there. */
    String role() {
        return switch (kind) {
            case FASTCGI -> "fastcgi";
            case UWSGI -> "uwsgi";
            case GRPC -> "grpc";
            case TCP -> "memcached";
            default -> "http";
        };
    }
}
