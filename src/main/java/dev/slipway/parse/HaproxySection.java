package dev.slipway.parse;

import dev.slipway.facts.ProxyRoute.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A frontend, backend or listen section, with the defaults that are in force for it.
 *
 * @param own its own directives
 * @param defaults directives of the defaults section before it, or of the one that it names
 */
record HaproxySection(ConfigDirective own, List<ConfigDirective> defaults) {

    HaproxySection {
        defaults = List.copyOf(defaults);
    }

    String name() {
        return own.argument(0);
    }

    /** The last directive of this name: its own, else the default. */
    Optional<ConfigDirective> setting(String directive) {
        return own.child(directive)
                .or(() -> defaults.stream().filter(d -> d.is(directive)).reduce((first, second) -> second));
    }

    Stream<ConfigDirective> all(String directive) {
        return own.children(directive);
    }

    Kind kind() {
        return setting("mode")
                        .map(mode -> mode.argument(0))
                        .filter("tcp"::equals)
                        .isPresent()
                ? Kind.TCP
                : Kind.HTTP;
    }

    /** What ties a client to a server; empty if nothing does. */
    String sticky() {
        Optional<ConfigDirective> cookie = own.child("cookie").or(() -> own.child("appsession"));
        if (cookie.isPresent()) {
            return cookie.get().name() + " " + cookie.get().text();
        }
        Optional<ConfigDirective> stick = Stream.of("stick on", "stick match", "stick store-response")
                .flatMap(words -> own.children("stick").filter(d -> ("stick " + d.argument(0)).equals(words)))
                .findFirst();
        if (stick.isPresent()) {
            return "stick " + stick.get().text();
        }
        return setting("balance")
                .filter(balance -> balance.argument(0)
                        .matches("source|rdp-cookie.*|hdr\\((?i:cookie|x-forwarded-for).*|url_param"))
                .map(balance -> "balance " + balance.text())
                .or(() -> defaults.stream()
                        .filter(d -> d.is("cookie"))
                        .findFirst()
                        .map(d -> "cookie " + d.text()))
                .orElse("");
    }

    /** Address and mark of each server: {@code 10.0.0.11:8080 disabled}. */
    List<String> members() {
        List<String> members = new ArrayList<>();
        servers().forEach(server -> {
            List<String> words = server.arguments();
            String mark = words.contains("disabled") ? " disabled" : words.contains("backup") ? " backup" : "";
            members.add(address(server) + mark);
        });
        return members;
    }

    Stream<ConfigDirective> servers() {
        return own.children().stream().filter(d -> d.is("server") || d.is("server-template"));
    }

    /** The address of a server line; a template has the number of its servers before it. */
    static String address(ConfigDirective server) {
        return server.argument(server.is("server-template") ? 2 : 1);
    }
}
