package dev.slipway.draft;

import dev.slipway.facts.ProxyRoute;
import java.util.ArrayList;
import java.util.List;

/** The rules of a proxy as a page tells them. All texts are Markdown. */
record ProxyRows(Subject subject) {

    /** A rule of a proxy and what takes its place. */
    record Rule(String from, String to, String now, String features, String source) {}

    List<Rule> rules() {
        return subject.index().routes().stream()
                .filter(route -> subject.instances().stream()
                        .anyMatch(instance -> instance.hostName().equals(route.host())
                                && instance.id().equals(route.rule().workload())))
                .map(this::rule)
                .toList();
    }

    private Rule rule(DraftIndex.Route route) {
        ProxyRoute rule = route.rule();
        String from = String.join(" ", rule.serverNames()) + (rule.port() > 0 ? ":" + rule.port() : "") + " "
                + rule.location();
        String to = rule.kind() == ProxyRoute.Kind.STATIC
                ? rule.root()
                : rule.upstream() + " " + String.join(", ", rule.members());
        List<String> features = new ArrayList<>(rule.features());
        if (!rule.sticky().isEmpty()) {
            features.add("sticky by " + rule.sticky());
        }
        return new Rule(
                PlainText.code(from.strip()),
                PlainText.code(to.strip()),
                takenOver(route),
                PlainText.markdown(String.join(", ", features)),
                PlainText.code(Source.of(rule.evidence(), rule.proxy())));
    }

    /** What takes its place in the cluster. */
    private String takenOver(DraftIndex.Route route) {
        return ExposurePlan.peer(route, subject.index())
                .map(peer -> peer.moves()
                        ? "the Ingress in " + PlainText.code("../../" + peer.folder() + "/k8s/ingress.yaml")
                        : "the Service " + PlainText.code(peer.name()) + ", which leads to its machine")
                .orElse("nothing yet: decide");
    }
}
