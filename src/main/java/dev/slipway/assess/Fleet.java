package dev.slipway.assess;

import dev.slipway.score.Effort;
import dev.slipway.score.Score;
import dev.slipway.score.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All hosts together: {@code fleet.json}.
 *
 * @param asOf date it was assessed for
 * @param score mean over all scored workloads
 * @param verdicts how many workloads have each verdict, by its word
 * @param rules how many workloads each rule concerns, most first
 * @param jobs scheduled work
 * @param effort sum over all workloads, each counted once however many hosts it runs on
 * @param gaps what was not readable, and what would make it so
 */
public record Fleet(
        int schemaVersion,
        String asOf,
        int hostCount,
        int workloadCount,
        Score score,
        SortedMap<String, Integer> verdicts,
        Effort effort,
        JobTotals jobs,
        List<OwnerTotals> owners,
        List<HostLine> hosts,
        List<WorkloadLine> workloads,
        List<RuleTotals> rules,
        List<Edge> dependencies,
        List<GapTotals> gaps) {

    public Fleet {
        verdicts = new TreeMap<>(verdicts);
        owners = List.copyOf(owners);
        hosts = List.copyOf(hosts);
        workloads = List.copyOf(workloads);
        rules = List.copyOf(rules);
        dependencies = List.copyOf(dependencies);
        gaps = List.copyOf(gaps);
    }

    /** Scheduled work: how many jobs, how often they run, and where each should. */
    public record JobTotals(int jobs, double runsPerDay, SortedMap<String, Integer> targets) {
        public JobTotals {
            targets = new TreeMap<>(targets);
        }
    }

    /**
     * One owner's part of the fleet.
     *
     * @param rules how many of the owner's workloads each rule concerns, most first
     */
    public record OwnerTotals(
            String name, int hosts, int workloads, Score score, Effort effort, List<RuleTotals> rules) {
        public OwnerTotals {
            rules = List.copyOf(rules);
        }
    }

    /**
     * One host in a line.
     *
     * @param byConcern score as is of each concern of which something is known, by its word
     */
    public record HostLine(
            String name,
            String owner,
            String os,
            int workloads,
            Optional<Integer> asIs,
            Optional<Integer> withDraft,
            Optional<Integer> low,
            Optional<Integer> high,
            double coverage,
            SortedMap<String, Integer> byConcern,
            Verdict verdict) {
        public HostLine {
            byConcern = new TreeMap<>(byConcern);
        }
    }

    /**
     * One workload of the fleet, wherever it runs.
     *
     * @param id the draft's folder below {@code drafts}, or owner and name where there is no draft
     * @param hosts names of its hosts
     */
    public record WorkloadLine(
            String id,
            String name,
            String owner,
            String kind,
            String runtime,
            List<String> hosts,
            Optional<Integer> asIs,
            Optional<Integer> withDraft,
            Optional<Integer> low,
            Optional<Integer> high,
            double coverage,
            Verdict verdict,
            Disposition disposition,
            Controller controller,
            Optional<String> draft,
            double storyPoints) {
        public WorkloadLine {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * How many workloads a rule concerns.
     *
     * @param points points that it costs all of them together, before caps
     */
    public record RuleTotals(
            String rule, String title, String concern, String severity, int workloads, double points) {}

    /**
     * Facts that could not be read completely, by what would make them readable.
     *
     * @param remedy what to do: {@code "scan as root or with sudo"}
     * @param facts arrays of the assessment that may be incomplete: {@code jobs}
     * @param hosts how many hosts it concerns
     */
    public record GapTotals(String remedy, List<String> facts, int hosts) {
        public GapTotals {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Something that a workload needs.
     *
     * @param from workload's id as in {@link WorkloadLine}
     * @param to a workload's id, a host's name, or an address
     * @param known whether the other end is a host of the fleet
     */
    public record Edge(String from, String to, int port, String kind, String role, boolean known) {}
}
