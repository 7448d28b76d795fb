package dev.slipway.draft;

import dev.slipway.facts.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found of a workload, as a page tells it. All texts are Markdown. */
record FoundRows(WorkloadPlan plan) {

    List<HandoffDraft.Row> rows() {
        List<HandoffDraft.Row> rows = new ArrayList<>(program());
        rows.addAll(ports());
        rows.addAll(sessions());
        rows.addAll(resources());
        return rows;
    }

    private List<HandoffDraft.Row> program() {
        List<HandoffDraft.Row> rows = new ArrayList<>();
        Subject subject = plan.subject();
        rows.add(new HandoffDraft.Row(
                "runtime",
                PlainText.markdown(subject.runtime() + " "
                        + subject.workload().runtime().version().orElse("(version not readable)")),
                PlainText.code(Source.of(subject.workload().evidence(), "its processes"))));
        rows.add(new HandoffDraft.Row(
                "command", PlainText.code(subject.workload().command().orElse("not readable")), "process list"));
        if (!subject.workload().unit().isEmpty()) {
            rows.add(new HandoffDraft.Row(
                    "started by",
                    PlainText.code(subject.workload().unit()),
                    PlainText.markdown(subject.workload().launcher())));
        }
        return rows;
    }

    private List<HandoffDraft.Row> ports() {
        List<HandoffDraft.Row> rows = new ArrayList<>();
        notOffered()
                .ifPresent(
                        ports -> rows.add(new HandoffDraft.Row("ports that callers do not get", ports, "their role")));
        for (DraftPort port : plan.ports().all()) {
            rows.add(new HandoffDraft.Row(
                    "port",
                    port.servicePort() + "/" + port.protocol()
                            + (port.role().isEmpty() ? "" : " " + PlainText.markdown(port.role())),
                    PlainText.code(port.source())));
        }
        return rows;
    }

    private List<HandoffDraft.Row> sessions() {
        return plan.subject()
                .everywhere(facts -> facts.sessionState(), SessionState::workload)
                .map(session -> new HandoffDraft.Row(
                        "sessions of " + PlainText.code(session.application().isEmpty() ? "/" : session.application()),
                        PlainText.markdown(
                                session.mechanism() + " (" + session.store().term() + ")"),
                        PlainText.code(Source.of(session.evidence(), "configuration"))))
                .distinct()
                .toList();
    }

    private List<HandoffDraft.Row> resources() {
        if (!plan.subject().runs()) {
            return List.of();
        }
        return List.of(
                new HandoffDraft.Row(
                        "memory",
                        plan.memory().limitMiB() + " MiB planned",
                        PlainText.markdown(plan.memory().reason())),
                new HandoffDraft.Row(
                        "processor",
                        plan.processor().requestMillis() + "m planned",
                        PlainText.markdown(plan.processor().reason())));
    }

    /** What it listens on and would not in the cluster: the ways in for administrators and for other servers. */
    private Optional<String> notOffered() {
        List<String> ports = new ArrayList<>();
        for (int port : plan.subject().workload().ports()) {
            if (plan.ports().all().stream().noneMatch(offered -> offered.servicePort() == port)) {
                String role = plan.subject().facts().listeners().stream()
                        .filter(listener ->
                                listener.port() == port && !listener.role().isEmpty())
                        .map(listener -> " " + PlainText.markdown(listener.role()))
                        .findFirst()
                        .orElse("");
                ports.add(port + role);
            }
        }
        return ports.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", ports));
    }
}
