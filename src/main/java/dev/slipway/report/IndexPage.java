package dev.slipway.report;

import dev.slipway.assess.Fleet;
import dev.slipway.assess.Fleet.HostLine;
import dev.slipway.assess.Fleet.OwnerTotals;
import dev.slipway.assess.Fleet.WorkloadLine;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The page about all hosts.
 *
 * @param w words that stand in the template
 * @param headline verdict in a sentence
 * @param scope what it is about: how many hosts, as of when
 * @param figures the numbers it begins with
 * @param owners what each owner has
 * @param jobsSummary scheduled work in a sentence
 * @param jobTargets where jobs should run
 * @param missing hosts that could not be scanned
 */
record IndexPage(
        Frame frame,
        SortedMap<String, String> w,
        String headline,
        String scope,
        List<Figure> figures,
        Histogram histogram,
        List<Owner> owners,
        List<HeatMap> heatMaps,
        String heatMapNote,
        Table topRules,
        Table rules,
        Table workloads,
        String jobsSummary,
        List<Share> jobTargets,
        Table dependencies,
        Table gaps,
        Table hosts,
        Table missing,
        boolean anyMissing,
        String missingSummary) {
    private static final int MOST_HOSTS_IN_HEAT_MAP = 100;

    /** One owner's part of the fleet. */
    record Owner(
            String ownerName,
            String ownerLink,
            int hostCount,
            int workloadCount,
            BandBar bar,
            Meter meter,
            String effort,
            String seen) {}

    /** A part of a whole, drawn as a bar that is 100 wide. */
    record Share(String what, String count, int shareWidth) {}

    static IndexPage of(Fleet fleet, List<HostStatus> statuses, Words words) {
        FleetTables tables = new FleetTables(fleet, "", words);
        Table missing = tables.missing(statuses);
        int all = fleet.hostCount() + notAssessed(fleet, statuses);
        return new IndexPage(
                Frame.selfContained(words, words.say("index-title"), fleet.asOf()),
                words.texts(),
                Headline.of(Headline.verdicts(fleet.workloads()), words),
                words.say("index-scope", words.count("hosts", all), fleet.asOf()),
                figures(fleet, all, words),
                Histogram.of(fleet.workloads(), words),
                fleet.owners().stream().map(owner -> owner(owner, fleet, words)).toList(),
                List.of(ownersHeatMap(fleet, words), hostsHeatMap(fleet, words)),
                heatMapNote(fleet, words),
                tables.topRules(fleet.rules()),
                tables.rules(fleet.rules()),
                tables.workloads(),
                jobsSummary(fleet, words),
                jobTargets(fleet, words),
                tables.dependencies(),
                tables.gaps(),
                tables.hosts(statuses),
                missing,
                missing.hasRows(),
                words.count("missing", missing.rows().size()));
    }

    private static int notAssessed(Fleet fleet, List<HostStatus> statuses) {
        List<String> assessed =
                fleet.hosts().stream().map(HostLine::name).sorted().toList();
        return (int) statuses.stream()
                .filter(status -> Collections.binarySearch(assessed, status.name()) < 0)
                .count();
    }

    private static List<Figure> figures(Fleet fleet, int all, Words words) {
        return List.of(
                new Figure(
                        words.say("figure-hosts"),
                        words.say("of", Amount.whole(fleet.hostCount()), Amount.whole(all)),
                        words.count("figure-owners", fleet.owners().size())),
                new Figure(
                        words.say("figure-workloads"),
                        Amount.whole(fleet.workloads().size()),
                        words.count("figure-instances", fleet.workloadCount())),
                Figure.ofScore(fleet.score(), words),
                Figure.ofEffort(fleet.effort(), words));
    }

    private static Owner owner(OwnerTotals owner, Fleet fleet, Words words) {
        List<WorkloadLine> own = fleet.workloads().stream()
                .filter(line -> line.owner().equals(owner.name()))
                .toList();
        return new Owner(
                owner.name(),
                Links.owner(owner.name()),
                owner.hosts(),
                own.size(),
                BandBar.of(Headline.verdicts(own), words),
                Meter.of(owner.score(), words),
                Amount.decimal(owner.effort().storyPoints()),
                Amount.percent(owner.score().coverage()));
    }

    private static HeatMap ownersHeatMap(Fleet fleet, Words words) {
        List<HeatMap.Line> lines = fleet.owners().stream()
                .map(owner -> {
                    SortedMap<String, Integer> scores = new TreeMap<>();
                    owner.score()
                            .byConcern()
                            .forEach((concern, of) -> of.asIs().ifPresent(points -> scores.put(concern, points)));
                    return HeatMap.Line.of(owner.name(), Links.owner(owner.name()), scores);
                })
                .toList();
        return HeatMap.of("heat-owners", lines, words);
    }

    /** The hosts that score lowest; a map of thousands says nothing. */
    private static HeatMap hostsHeatMap(Fleet fleet, Words words) {
        List<HeatMap.Line> lines = fleet.hosts().stream()
                .filter(host -> !host.byConcern().isEmpty())
                .sorted(Comparator.comparing((HostLine host) -> host.asIs().orElse(-1))
                        .thenComparing(HostLine::name))
                .limit(MOST_HOSTS_IN_HEAT_MAP)
                .map(host -> HeatMap.Line.of(host.name(), Links.host(host.name()), host.byConcern()))
                .toList();
        return HeatMap.of("heat-hosts", lines, words);
    }

    private static String heatMapNote(Fleet fleet, Words words) {
        long known = fleet.hosts().stream()
                .filter(host -> !host.byConcern().isEmpty())
                .count();
        return known > MOST_HOSTS_IN_HEAT_MAP
                ? words.say("heat-note", MOST_HOSTS_IN_HEAT_MAP, Amount.whole(known))
                : "";
    }

    private static String jobsSummary(Fleet fleet, Words words) {
        return fleet.jobs().jobs() == 0
                ? words.say("jobs-none")
                : words.say(
                        "jobs-summary",
                        words.count("jobs-count", fleet.jobs().jobs()),
                        Amount.decimal(fleet.jobs().runsPerDay()));
    }

    private static List<Share> jobTargets(Fleet fleet, Words words) {
        int most = fleet.jobs().targets().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        return fleet.jobs().targets().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Share(
                        words.term("target", entry.getKey()),
                        Amount.whole(entry.getValue()),
                        Math.max(1, 100 * entry.getValue() / most)))
                .toList();
    }
}
