package dev.slipway.parse;

import java.util.LinkedHashSet;
import java.util.List;

/** What else than passing on nginx does with a request, as far as its replacement has to do it too. */
final class NginxFeatures {
    private static final List<String> BY_NAME = List.of(
            "rewrite",
            "auth_basic",
            "auth_request",
            "limit_req",
            "limit_conn",
            "limit_rate",
            "allow",
            "deny",
            "sub_filter",
            "proxy_cache",
            "fastcgi_cache",
            "mirror",
            "split_clients",
            "modsecurity",
            "perl",
            "js_content",
            "proxy_redirect",
            "proxy_cookie_path",
            "proxy_cookie_domain",
            "proxy_next_upstream",
            "secure_link",
            "xslt_stylesheet",
            "image_filter",
            "geoip_country",
            "error_page",
            "add_header");
    private static final List<String> WITH_VALUE =
            List.of("client_max_body_size", "proxy_read_timeout", "proxy_buffering", "proxy_request_buffering");

    private NginxFeatures() {}

    /** The features that these directives make, in their order, each once. */
    static List<String> of(List<ConfigDirective> effective) {
        LinkedHashSet<String> features = new LinkedHashSet<>();
        for (ConfigDirective directive : effective) {
            String name = directive.name();
            if (WITH_VALUE.contains(name)) {
                features.removeIf(feature -> feature.startsWith(name + " "));
                features.add(name + " " + directive.argument(0));
            } else if (BY_NAME.contains(name)) {
                boolean off = directive.argument(0).equals("off");
                features.removeIf(feature -> off && feature.equals(name));
                features.addAll(off ? List.of() : List.of(name));
            } else if (name.contains("_by_lua")) {
                features.add("lua");
            } else if (name.equals("proxy_set_header") && directive.argument(0).equalsIgnoreCase("upgrade")) {
                features.add("websocket");
            } else if (name.equals("real_ip_header") || name.equals("set_real_ip_from")) {
                features.add("real_ip");
            }
        }
        return List.copyOf(features);
    }
}
