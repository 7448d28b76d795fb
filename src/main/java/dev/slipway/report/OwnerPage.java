package dev.slipway.report;

import dev.slipway.assess.Fleet;
import dev.slipway.assess.Fleet.HostLine;
import dev.slipway.assess.Fleet.OwnerTotals;
import dev.slipway.assess.Fleet.WorkloadLine;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The page about what one owner has.
 *
 * @param headline verdict on the owner's workloads in a sentence
 * @param drafts folder of the owner's drafts; no values if there are none
 * @param missing the owner's hosts that could not be scanned
 */
record OwnerPage(
        Frame frame,
        SortedMap<String, String> w,
        String nameOfOwner,
        String headline,
        List<Figure> figures,
        Property drafts,
        Table workloads,
        Table topRules,
        Table rules,
        HeatMap heatMap,
        Table dependencies,
        Table hosts,
        Table missing,
        boolean anyMissing) {
    private static final String ROOT = "../";

    static OwnerPage of(OwnerTotals owner, Fleet fleet, List<HostStatus> statuses, Words words) {
        Fleet own = part(fleet, owner.name());
        List<HostStatus> ownStatuses = statuses.stream()
                .filter(status -> status.owner().equals(owner.name()))
                .toList();
        FleetTables tables = new FleetTables(own, ROOT, words);
        Table missing = tables.missing(ownStatuses);
        return new OwnerPage(
                Frame.sharing(words, words.say("owner-title", owner.name()), fleet.asOf()),
                words.texts(),
                owner.name(),
                Headline.of(Headline.verdicts(own.workloads()), words),
                figures(owner, own, words),
                drafts(own, words),
                tables.workloads(),
                tables.topRules(owner.rules()),
                tables.rules(owner.rules()),
                heatMap(own, words),
                tables.dependencies(),
                tables.hosts(ownStatuses),
                missing,
                missing.hasRows());
    }

    /** As much of the fleet as belongs to this owner. */
    private static Fleet part(Fleet fleet, String owner) {
        List<WorkloadLine> workloads = fleet.workloads().stream()
                .filter(line -> line.owner().equals(owner))
                .toList();
        SortedSet<String> ids = new TreeSet<>();
        workloads.forEach(line -> ids.add(line.id()));
        return new Fleet(
                fleet.schemaVersion(),
                fleet.asOf(),
                0,
                0,
                fleet.score(),
                new TreeMap<>(),
                fleet.effort(),
                fleet.jobs(),
                List.of(),
                fleet.hosts().stream()
                        .filter(host -> host.owner().equals(owner))
                        .toList(),
                workloads,
                List.of(),
                fleet.dependencies().stream()
                        .filter(edge -> ids.contains(edge.from()))
                        .toList(),
                List.of());
    }

    private static List<Figure> figures(OwnerTotals owner, Fleet own, Words words) {
        return List.of(
                new Figure(words.say("owners-hosts"), Amount.whole(owner.hosts()), ""),
                new Figure(
                        words.say("figure-workloads"),
                        Amount.whole(own.workloads().size()),
                        words.count("figure-instances", owner.workloads())),
                Figure.ofScore(owner.score(), words),
                Figure.ofEffort(owner.effort(), words));
    }

    private static Property drafts(Fleet own, Words words) {
        List<Part> folders = own.workloads().stream()
                .flatMap(line -> line.draft().stream())
                .map(folder -> folder.replaceFirst("/[^/]*$", ""))
                .distinct()
                .map(folder -> new Part(folder, "code", Links.draft(folder)))
                .toList();
        return new Property(words.say("owner-drafts"), folders);
    }

    private static HeatMap heatMap(Fleet own, Words words) {
        List<HeatMap.Line> lines = own.hosts().stream()
                .filter(host -> !host.byConcern().isEmpty())
                .map(OwnerPage::line)
                .toList();
        return HeatMap.of("heat-hosts", lines, words);
    }

    private static HeatMap.Line line(HostLine host) {
        return HeatMap.Line.of(host.name(), ROOT + Links.host(host.name()), host.byConcern());
    }
}
