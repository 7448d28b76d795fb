package dev.slipway.parse;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host with a port, as configuration writes it: {@code db:3306}, {@code 10.0.0.10}, {@code [::1]:8080}.
 *
 * @param host name or address, without brackets
 * @param port 0 if none is written
 */
record ServerAddress(String host, int port) {
    /** With a letter in it: digits alone are a number, digits and dots an address or a version. */
    private static final Pattern HOST_NAME =
            Pattern.compile("(?=[0-9._-]*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9.])?");

    /** The host and port that this text is; empty if it is something else. */
    static Optional<ServerAddress> parse(String text) {
        String rest = text.strip();
        int close = rest.indexOf(']');
        if (rest.startsWith("[") && close > 0) {
            return of(rest.substring(1, close), rest.substring(close + 1));
        }
        int colon = rest.indexOf(':');
        if (colon >= 0 && rest.indexOf(':', colon + 1) >= 0) {
            return IpAddress.parse(rest).map(address -> new ServerAddress(rest, 0));
        }
        return of(colon < 0 ? rest : rest.substring(0, colon), colon < 0 ? "" : rest.substring(colon));
    }

    private static Optional<ServerAddress> of(String host, String colonAndPort) {
        if (!isHost(host) || !colonAndPort.matches("(?::[0-9]{1,5})?")) {
            return Optional.empty();
        }
        int port = colonAndPort.isEmpty() ? 0 : Integer.parseInt(colonAndPort.substring(1));
        return port > 65535 ? Optional.empty() : Optional.of(new ServerAddress(host, port));
    }

    /** Whether this may be the name or address of a host. */
    static boolean isHost(String text) {
        if (text.isEmpty() || text.length() > 253) {
            return false;
        }
        if (IpAddress.parse(text).isPresent()) {
            return true;
        }
        return HOST_NAME.matcher(text).matches();
    }

    ServerAddress orPort(int other) {
        return port == 0 ? new ServerAddress(host, other) : this;
    }

    /** As one would write it: {@code db:3306}. */
    @Override
    public String toString() {
        String written = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == 0 ? written : written + ":" + port;
    }
}
