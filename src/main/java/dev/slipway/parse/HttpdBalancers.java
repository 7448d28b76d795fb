package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The groups of servers that an Apache HTTP server chooses from: balancers of mod_proxy, workers of mod_jk. */
final class HttpdBalancers {
    private final SortedMap<String, Balancer> balancers = new TreeMap<>();
    private final SortedMap<String, Balancer> workers = new TreeMap<>();

    /**
     * A group of servers.
     *
     * @param members addresses, with {@code disabled} or {@code backup} behind one that is so marked
     * @param sticky what ties a client to one of them; empty if nothing does
     * @param source its directives, to tell where it stands; empty for workers
     */
    record Balancer(String name, List<String> members, String sticky, List<ConfigDirective> source) {}

    HttpdBalancers(List<ConfigDirective> directives, HostFiles files, HttpdConfiguration configuration) {
        for (ConfigDirective directive : ConfigDirective.all(directives)) {
            if (directive.is("proxy") && directive.argument(0).startsWith("balancer://")) {
                add(directive);
            } else if (directive.is("balancermember") && directive.argument(0).startsWith("balancer://")) {
                // Outside of a section the name of the balancer stands before the member.
                merge(directive.argument(0), List.of(directive.withoutArguments(1)), List.of());
            } else if (directive.is("proxyset") && directive.argument(0).startsWith("balancer://")) {
                merge(directive.argument(0), List.of(), List.of(directive));
            } else if (directive.is("jkworkersfile")) {
                files.find(configuration.absolute(directive.argument(0))).ifPresent(this::workers);
            }
        }
    }

    Optional<Balancer> balancer(String target) {
        return Optional.ofNullable(balancers.get(name(target)));
    }

    Optional<Balancer> worker(String name) {
        return Optional.ofNullable(workers.get(name));
    }

    List<Balancer> all() {
        return List.copyOf(balancers.values());
    }

    private void add(ConfigDirective section) {
        List<ConfigDirective> members = section.children("balancermember").toList();
        merge(section.argument(0), members, section.children("proxyset").toList());
    }

    private static String name(String url) {
        return url.replaceFirst("^balancer://", "").replaceFirst("/.*", "");
    }

    private void merge(String url, List<ConfigDirective> members, List<ConfigDirective> settings) {
        String name = name(url);
        Balancer before = balancers.getOrDefault(name, new Balancer(name, List.of(), "", List.of()));
        List<String> addresses = new ArrayList<>(before.members);
        List<ConfigDirective> source = new ArrayList<>(before.source);
        members.forEach(member -> addresses.add(member(member)));
        source.addAll(members);
        String sticky = settings.stream()
                .flatMap(setting -> setting.arguments().stream())
                .filter(argument -> argument.startsWith("stickysession="))
                .findFirst()
                .orElse(before.sticky);
        balancers.put(name, new Balancer(name, addresses, sticky, source));
    }

    private static String member(ConfigDirective member) {
        String address = member.argument(0).replaceFirst("^[a-z0-9]+://", "").replaceFirst("/.*", "");
        String status = member.arguments().stream()
                .filter(argument -> argument.startsWith("status="))
                .findFirst()
                .orElse("");
        boolean off = status.matches("status=.*[dDsS].*");
        return address + (off ? " disabled" : status.matches("status=.*[hH].*") ? " backup" : "");
    }

    private void workers(SourceFile file) {
        ConfigText text = ConfigText.of(PropertiesText.parse(file.text()).entries());
        SortedMap<String, String> hosts = new TreeMap<>();
        text.entries().stream()
                .filter(entry -> entry.key().matches("worker\\.[^.]+\\.(?:host|port)"))
                .map(entry -> entry.key().split("\\.")[1])
                .forEach(name -> hosts.put(name, address(text, name)));
        hosts.forEach((name, address) -> workers.put(name, new Balancer(name, List.of(address), "", List.of())));
        text.entries().stream()
                .filter(entry -> entry.key().matches("worker\\.[^.]+\\.balance(?:d)?_workers"))
                .forEach(entry -> balanced(text, entry.key().split("\\.")[1], entry.value(), hosts));
    }

    private static String address(ConfigText text, String worker) {
        String host = text.value("worker." + worker + ".host");
        String port = text.value("worker." + worker + ".port");
        return (host.isEmpty() ? "localhost" : host) + ":" + (port.isEmpty() ? "8009" : port);
    }

    private void balanced(ConfigText text, String name, String members, SortedMap<String, String> hosts) {
        List<String> addresses =
                new ArrayList<>(workers.getOrDefault(name, new Balancer(name, List.of(), "", List.of())).members);
        for (String member : members.split("[,\\s]+")) {
            if (!member.isEmpty()) {
                addresses.add(hosts.getOrDefault(member, member));
            }
        }
        String sticky = text.value("worker." + name + ".sticky_session");
        // Sessions are sticky unless it is said that they are not.
        boolean off = sticky.equalsIgnoreCase("false") || sticky.equals("0") || sticky.equalsIgnoreCase("no");
        workers.put(name, new Balancer(name, addresses, off ? "" : "mod_jk sticky_session", List.of()));
    }
}
