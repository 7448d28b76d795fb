package dev.slipway.workload;

import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.ProxyRoute;
import dev.slipway.facts.Workload.Kind;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What makes two workloads of a fleet the same: their product, their name, and what they serve. */
final class Signatures {
    private Signatures() {}

    static String of(String name, Candidate candidate, List<String> applications, HostFacts facts, String id) {
        SortedSet<String> parts = new TreeSet<>(applications);
        if (candidate.kind() == Kind.PROXY) {
            facts.proxyRoutes().stream()
                    .filter(route -> route.workload().equals(id))
                    .forEach(route -> parts.add(route(route, facts.host().hostName())));
        }
        parts.remove("");
        String main = candidate.subject().java().main().contains("/") ? "" : mainClass(candidate);
        String place = candidate.unitName().isEmpty() && candidate.artifact().isEmpty() ? candidate.root() : "";
        String first = candidate.product() + ":" + name + (main.isEmpty() ? "" : ":" + main)
                + (place.isEmpty() || candidate.kind() != Kind.APPLICATION ? "" : "@" + place);
        return parts.isEmpty() ? first : first + ":" + String.join(",", parts);
    }

    private static String mainClass(Candidate candidate) {
        return candidate
                                .match()
                                .filter(match -> match.runtime().id().equals("java"))
                                .isPresent()
                        && !candidate.subject().java().main().endsWith(".jar")
                ? candidate.subject().java().main()
                : "";
    }

    /** What a rule answers to; the host's own name says nothing of the site. */
    private static String route(ProxyRoute route, Fact<String> hostName) {
        List<String> names = route.serverNames().stream()
                .filter(name -> !name.equals("_") && !name.equals("localhost"))
                .filter(name -> hostName.toOptional()
                        .filter(own -> name.equals(own) || name.startsWith(own + "."))
                        .isEmpty())
                .sorted()
                .toList();
        return String.join("+", names) + route.location() + (route.root().isEmpty() ? "" : "=" + route.root());
    }
}
