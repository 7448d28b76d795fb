package dev.slipway.report;

import dev.slipway.assess.Fleet;
import dev.slipway.assess.Fleet.Edge;
import dev.slipway.assess.Fleet.HostLine;
import dev.slipway.assess.Fleet.RuleTotals;
import dev.slipway.assess.Fleet.WorkloadLine;
import dev.slipway.report.Table.Sorted;
import dev.slipway.rules.Severity;
import dev.slipway.score.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables of the page about all hosts. */
final class FleetTables {
    private static final int NAMES_SHOWN = 4;
    private static final int TOP_RULES = 12;
    private static final Comparator<WorkloadLine> BEST_FIRST = Comparator.comparing(
                    (WorkloadLine line) -> line.asIs().orElse(-1))
            .reversed()
            .thenComparing(WorkloadLine::id);

    private static final List<Verdict> VERDICTS = List.of(Verdict.values());
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::term).toList();

    private final Fleet fleet;
    private final String root;
    private final Words words;

    /**
     * Tables of this fleet.
     *
     * @param root way from the page to the folder {@code report}: empty or {@code ../}
     */
    FleetTables(Fleet fleet, String root, Words words) {
        this.fleet = fleet;
        this.root = root;
        this.words = words;
    }

    Table workloads() {
        Table.Builder table = Table.named("workloads", words)
                .sortable()
                .text("name")
                .text("owner")
                .text("hosts")
                .number("as-is")
                .number("with-draft")
                .number("range")
                .number("coverage")
                .text("verdict")
                .text("disposition")
                .number("effort");
        fleet.workloads().stream().sorted(BEST_FIRST).forEach(line -> add(line, table));
        return table.build();
    }

    private void add(WorkloadLine line, Table.Builder table) {
        String verdict = words.term("verdict", line.verdict());
        table.filterableRow(
                line.owner(),
                verdict,
                List.of(
                        Part.link(
                                line.name(), root + Links.workload(line.hosts().get(0), line.name())),
                        Part.muted(line.runtime().equals(line.name()) ? "" : line.runtime())),
                line.owner(),
                hostLinks(line.hosts()),
                score(line.asIs()),
                score(line.withDraft()),
                range(line.low(), line.high()),
                Sorted.by(line.coverage(), Amount.percent(line.coverage())),
                Sorted.by(VERDICTS.indexOf(line.verdict()), Part.verdict(line.verdict(), words)),
                List.of(
                        Part.plain(words.term("disposition", line.disposition())),
                        Part.muted(words.term("controller", line.controller()))),
                Sorted.by(line.storyPoints(), Amount.decimal(line.storyPoints())));
    }

    private List<Part> hostLinks(List<String> names) {
        List<Part> parts = new ArrayList<>();
        names.stream().limit(NAMES_SHOWN).forEach(name -> parts.add(Part.link(name, root + Links.host(name))));
        if (names.size() > NAMES_SHOWN) {
            parts.add(Part.muted(words.say("and-more", names.size() - NAMES_SHOWN)));
        }
        return parts;
    }

    private static Sorted score(Optional<Integer> score) {
        return Sorted.by(score.orElse(-1), Amount.orDash(score));
    }

    private Sorted range(Optional<Integer> low, Optional<Integer> high) {
        String range = low.isEmpty() ? "–" : words.say("range", low.get(), Amount.orDash(high));
        return Sorted.by(low.orElse(-1), range);
    }

    /** The rules that cost most. */
    Table topRules(List<RuleTotals> totals) {
        return rules("top-rules", dearest(totals).limit(TOP_RULES).toList())
                .captioned("top-rules")
                .build();
    }

    Table rules(List<RuleTotals> totals) {
        return rules("rules", dearest(totals).toList()).sortable().build();
    }

    private static Stream<RuleTotals> dearest(List<RuleTotals> totals) {
        return totals.stream()
                .filter(rule -> rule.points() > 0)
                .sorted(Comparator.comparing(RuleTotals::points).reversed().thenComparing(RuleTotals::rule));
    }

    private Table.Builder rules(String id, List<RuleTotals> totals) {
        Table.Builder table = Table.named(id, words)
                .withWordsOf("rules")
                .text("title")
                .text("concern")
                .text("severity")
                .number("workloads")
                .number("points");
        totals.forEach(rule -> table.row(
                List.of(Part.plain(rule.title()), Part.muted(rule.rule())),
                words.term("concern", rule.concern()),
                Sorted.by(SEVERITIES.indexOf(rule.severity()), Part.severity(rule.severity(), words)),
                Sorted.by(rule.workloads(), Amount.whole(rule.workloads())),
                Sorted.by(rule.points(), Amount.decimal(rule.points()))));
        return table;
    }

    Table dependencies() {
        SortedMap<String, List<Edge>> byTarget = new TreeMap<>();
        fleet.dependencies()
                .forEach(edge -> byTarget.computeIfAbsent(
                                edge.to() + "\n" + edge.port() + "\n" + edge.role(), key -> new ArrayList<>())
                        .add(edge));
        Table.Builder table = Table.named("dependencies", words)
                .sortable()
                .text("target")
                .number("port")
                .text("role")
                .text("place")
                .number("count")
                .text("needed-by");
        byTarget.values().stream()
                .sorted(Comparator.comparing((List<Edge> edges) -> names(edges).size())
                        .reversed())
                .forEach(edges -> add(edges, table));
        return table.build();
    }

    private void add(List<Edge> edges, Table.Builder table) {
        Edge edge = edges.get(0);
        SortedSet<String> names = names(edges);
        List<Part> neededBy = new ArrayList<>();
        names.stream().limit(NAMES_SHOWN).forEach(name -> neededBy.add(Part.plain(name)));
        if (names.size() > NAMES_SHOWN) {
            neededBy.add(Part.muted(words.say("and-more", names.size() - NAMES_SHOWN)));
        }
        table.row(
                hostNames().contains(edge.to())
                        ? Part.link(edge.to(), root + Links.host(edge.to()))
                        : Part.code(edge.to()),
                edge.port() == 0 ? "" : String.valueOf(edge.port()),
                edge.role(),
                words.say(edge.known() ? "dependencies-inside" : "dependencies-outside"),
                Sorted.by(names.size(), Amount.whole(names.size())),
                neededBy);
    }

    private static SortedSet<String> names(List<Edge> edges) {
        SortedSet<String> names = new TreeSet<>();
        edges.forEach(edge -> names.add(edge.from()));
        return names;
    }

    private SortedSet<String> hostNames() {
        SortedSet<String> names = new TreeSet<>();
        fleet.hosts().forEach(host -> names.add(host.name()));
        return names;
    }

    Table gaps() {
        Table.Builder table = Table.named("remedies", words)
                .stacked()
                .text("remedy")
                .number("hosts")
                .text("facts");
        fleet.gaps()
                .forEach(gap -> table.row(
                        gap.remedy().isEmpty() ? words.say("remedy-none") : gap.remedy(),
                        Amount.whole(gap.hosts()),
                        String.join(
                                ", ",
                                gap.facts().stream()
                                        .map(fact -> words.term("fact", fact))
                                        .toList())));
        return table.build();
    }

    Table hosts(List<HostStatus> statuses) {
        SortedMap<String, HostStatus> byName = new TreeMap<>();
        statuses.forEach(status -> byName.put(status.name(), status));
        Table.Builder table = Table.named("hosts", words)
                .sortable()
                .text("name")
                .text("owner")
                .text("os")
                .number("workloads")
                .number("as-is")
                .number("with-draft")
                .number("coverage")
                .text("verdict")
                .text("outcome");
        fleet.hosts()
                .forEach(line -> add(
                        line, byName.getOrDefault(line.name(), HostStatus.scanned(line.name(), line.owner())), table));
        return table.build();
    }

    private void add(HostLine line, HostStatus status, Table.Builder table) {
        table.filterableRow(
                line.owner(),
                words.term("verdict", line.verdict()),
                Part.link(line.name(), root + Links.host(line.name())),
                line.owner(),
                line.os().isEmpty() ? Part.muted(words.say("not-known")) : line.os(),
                Sorted.by(line.workloads(), Amount.whole(line.workloads())),
                score(line.asIs()),
                score(line.withDraft()),
                Sorted.by(line.coverage(), Amount.percent(line.coverage())),
                Sorted.by(VERDICTS.indexOf(line.verdict()), Part.verdict(line.verdict(), words)),
                List.of(Part.plain(words.term("outcome", status.outcome())), Part.muted(status.message())));
    }

    /** Hosts that nothing is known of. */
    Table missing(List<HostStatus> statuses) {
        Table.Builder table = Table.named("missing", words)
                .stacked()
                .text("name")
                .text("owner")
                .text("outcome")
                .text("message")
                .text("next");
        SortedSet<String> assessed = hostNames();
        statuses.stream()
                .filter(status -> !assessed.contains(status.name()) || !status.read())
                .sorted(Comparator.comparing(HostStatus::name))
                .forEach(status -> table.row(
                        assessed.contains(status.name())
                                ? Part.link(status.name(), root + Links.host(status.name()))
                                : status.name(),
                        status.owner(),
                        words.term("outcome", status.outcome()),
                        status.message(),
                        status.next()));
        return table.build();
    }
}
