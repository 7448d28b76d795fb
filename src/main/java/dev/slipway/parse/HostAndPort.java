package dev.slipway.parse;

import java.util.OptionalInt;

/**
 * An address in a configuration file.
 *
 * @param host name or address, without brackets
 * @param port its port, or the protocol's own where none is written
 */
record HostAndPort(String host, int port) {

    /** Takes {@code host}, {@code host:port}, {@code [::1]:port}, a bare IPv6 address, or an URL of any scheme apart. */
    static HostAndPort of(String text, int otherwise) {
        String address = authority(text);
        int close = address.startsWith("[") ? address.indexOf(']') : -1;
        int colon = address.indexOf(':', Math.max(close, 0));
        boolean bareIpv6 = close < 0 && colon >= 0 && address.indexOf(':', colon + 1) >= 0;
        if (colon < 0 || bareIpv6) {
            return new HostAndPort(close > 0 ? address.substring(1, close) : address, otherwise);
        }
        String host = close > 0 ? address.substring(1, close) : address.substring(0, colon);
        return new HostAndPort(host, port(address.substring(colon + 1)).orElse(otherwise));
    }

    /** A port as written; empty if it is no number from 1 to 65535. */
    static OptionalInt port(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65535 ? OptionalInt.of(port) : OptionalInt.empty();
    }

    /** What stands between scheme and path of an URL, without credentials. */
    private static String authority(String text) {
        int scheme = text.indexOf("://");
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        int end = rest.indexOf('/');
        String authority = end < 0 ? rest : rest.substring(0, end);
        return authority.substring(authority.lastIndexOf('@') + 1).strip();
    }
}
