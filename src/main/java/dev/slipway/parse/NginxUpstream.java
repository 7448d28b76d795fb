package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A group of servers that nginx chooses from.
 *
 * @param sticky what ties a client to one of them; empty if nothing does
 * @param features other ways to choose: {@code hash $request_uri}, {@code least_conn}
 * @param lines its server directives
 */
record NginxUpstream(String name, String sticky, List<String> features, List<ConfigDirective> lines) {
    private static final String CLIENT =
            ".*\\$(?:remote_addr|binary_remote_addr|http_x_forwarded_for|http_x_real_ip|cookie_|http_cookie|arg_.*sess|"
                    + "proxy_protocol_addr|ssl_session_id|http_authorization).*";

    NginxUpstream {
        features = List.copyOf(features);
        lines = List.copyOf(lines);
    }

    static NginxUpstream of(ConfigDirective block) {
        String sticky = "";
        List<String> features = new ArrayList<>();
        for (ConfigDirective directive : block.children()) {
            String written = (directive.name() + " " + directive.text()).strip();
            switch (directive.name()) {
                case "ip_hash", "sticky", "sticky_cookie_insert" -> sticky = written;
                case "hash" -> {
                    // a hash of something else than the client keeps caches warm, not sessions
                    if (directive.text().matches(CLIENT)) {
                        sticky = written;
                    } else {
                        features.add(written);
                    }
                }
                case "least_conn", "random", "least_time", "check", "zone" -> features.add(directive.name());
                default -> {}
            }
        }
        return new NginxUpstream(
                block.argument(0), sticky, features, block.children("server").toList());
    }

    /** Each server's address with the line that names it. */
    void eachServer(BiConsumer<String, ConfigDirective> action) {
        lines.forEach(line -> action.accept(line.argument(0), line));
    }

    /** Address and mark of each server: {@code batch:8080 down}. */
    List<String> members() {
        return lines.stream()
                .map(line -> line.arguments().contains("down")
                        ? line.argument(0) + " down"
                        : line.arguments().contains("backup") ? line.argument(0) + " backup" : line.argument(0))
                .toList();
    }
}
