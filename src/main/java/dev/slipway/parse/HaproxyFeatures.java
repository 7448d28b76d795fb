package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;

/** What else than passing on HAProxy does with a request, as far as its replacement has to do it too. */
final class HaproxyFeatures {
    private static final List<String> REWRITES =
            List.of("reqrep", "reqirep", "rspirep", "rsprep", "reqadd", "rspadd", "reqdel", "rspdel", "reqidel");

    private HaproxyFeatures() {}

    static List<String> of(HaproxySection section) {
        List<String> features = new ArrayList<>();
        for (ConfigDirective line : section.own().children()) {
            String feature = feature(line);
            if (!feature.isEmpty() && !features.contains(feature)) {
                features.add(feature);
            }
        }
        return features;
    }

    private static String feature(ConfigDirective line) {
        if (REWRITES.contains(line.name())) {
            return "rewrite";
        }
        return switch (line.name()) {
            case "http-request", "http-response", "tcp-request" -> request(line);
            case "stick-table" -> line.text().contains("_rate(") ? "rate limit" : "";
            case "compression", "errorfile", "filter" -> line.name();
            case "option" -> option(line.argument(0));
            case "timeout" -> line.argument(0).equals("tunnel") ? "timeout tunnel " + line.argument(1) : "";
            default -> "";
        };
    }

    private static String request(ConfigDirective line) {
        String action = line.argument(0).replaceFirst("\\(.*", "");
        return switch (action) {
            case "auth" -> "basic authentication";
            case "deny", "reject", "tarpit", "silent-drop" -> "deny";
            case "replace-path", "replace-uri", "replace-pathq", "set-path", "set-uri", "replace-header" -> "rewrite";
            case "set-header", "add-header", "del-header" -> "headers";
            case "lua.", "use-service" -> "lua";
            default -> action.startsWith("lua.") ? "lua" : "";
        };
    }

    private static String option(String option) {
        return switch (option) {
            case "forwardfor", "httpchk", "tcp-check", "mysql-check", "redis-check", "pgsql-check" ->
                "option " + option;
            default -> "";
        };
    }
}
