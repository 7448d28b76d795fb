package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.ArrayList;
import java.util.List;

/**
 * An address that a frontend listens on.
 *
 * @param address as written; empty for all; the path of a unix socket
 * @param port 0 for a unix socket
 */
record HaproxyBind(String address, int port, boolean tls, EvidenceLine evidence) {
    private static final int MAX_RANGE = 100;

    /** All addresses of a bind line, or of a section's header in the old form. */
    static List<HaproxyBind> of(ConfigDirective line, String addresses) {
        boolean tls = line.arguments().contains("ssl");
        List<HaproxyBind> binds = new ArrayList<>();
        for (String text : addresses.split(",")) {
            String plain = text.replaceFirst("^(?:ipv4|ipv6|tcp4|tcp6|tcp|quic4|quic6|udp)@", "");
            if (plain.startsWith("/") || plain.startsWith("unix@")) {
                binds.add(new HaproxyBind(plain.replaceFirst("^unix@", ""), 0, tls, line.evidence()));
                continue;
            }
            int colon = plain.lastIndexOf(':');
            String host = colon < 0 ? "" : plain.substring(0, colon).replaceAll("^\\[|]$", "");
            boolean any = host.isEmpty() || host.equals("*") || host.equals("0.0.0.0") || host.equals("::");
            for (int port : ports(plain.substring(colon + 1))) {
                binds.add(new HaproxyBind(any ? "" : host, port, tls, line.evidence()));
            }
        }
        return binds;
    }

    private static List<Integer> ports(String text) {
        String[] ends = text.split("-", 2);
        if (!ends[0].matches("[0-9]{1,5}") || !ends[ends.length - 1].matches("[0-9]{1,5}")) {
            return List.of();
        }
        int last = Integer.parseInt(ends[ends.length - 1]);
        List<Integer> ports = new ArrayList<>();
        for (int port = Integer.parseInt(ends[0]); port <= last && ports.size() < MAX_RANGE; port++) {
            ports.add(port);
        }
        return ports;
    }
}
