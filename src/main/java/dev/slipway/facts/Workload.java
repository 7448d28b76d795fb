package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Processes that are one program to its owner: what would become one Deployment, or stays behind as one piece.
 *
 * @param id unique on the host: {@code tomcat}
 * @param name name that it keeps in the cluster; the same on every host of its fleet
 * @param kind what to do with such a thing at all
 * @param family language or sort: {@code java node python ruby php perl shell dotnet native proxy data agent system}
 * @param launcher who starts it: {@code systemd}, {@code sysv}, {@code inittab}, {@code supervisord}, {@code pm2},
 *     {@code cron}, {@code rc.local}, {@code container}, {@code manual} if somebody did from a login
 * @param unit unit's or init script's name; empty if it has none
 * @param user user of the main process
 * @param pids all its processes, the main one first
 * @param ports TCP and UDP ports that it listens on, ascending, without ephemeral ones
 * @param executable program of the main process
 * @param command command line of the main process, secrets redacted
 * @param rootDirectory directory of its code: the jar's, CATALINA_BASE ...; empty if not known
 * @param artifact the jar, war, script or binary that is its code; empty if not known
 * @param applications web applications or pools inside it
 * @param environment variables of the main process that configure runtimes, with values; other names with an empty value
 * @param instances how many of the same signature the fleet has; 1 until the fleet is known
 * @param memoryBytes resident memory of all processes
 * @param peakMemoryBytes sum of the peaks
 * @param cpuCores processor cores used, average since the start
 * @param zombies children that ended and were not waited for
 * @param confidence how sure the runtime is, 0..1
 * @param signature what makes two workloads of a fleet the same
 */
@RecordBuilder
public record Workload(
        String id,
        String name,
        Kind kind,
        String family,
        Product runtime,
        String launcher,
        String unit,
        Fact<String> user,
        Fact<Integer> userId,
        List<Integer> pids,
        List<Integer> ports,
        Fact<String> executable,
        Fact<String> command,
        Fact<String> workingDirectory,
        String rootDirectory,
        String artifact,
        List<String> applications,
        Fact<SortedMap<String, String>> environment,
        List<Dependency> dependencies,
        int instances,
        Fact<Long> memoryBytes,
        Fact<Long> peakMemoryBytes,
        Fact<Double> cpuCores,
        Fact<Long> startedAt,
        Fact<Integer> threads,
        int zombies,
        double confidence,
        String signature,
        List<EvidenceLine> evidence)
        implements WorkloadBuilder.With {

    public Workload {
        if (pids.isEmpty() && kind != Kind.CONTAINER && unit.isEmpty()) {
            throw new IllegalArgumentException("workload " + id + " has neither a process nor a unit");
        }
        pids = List.copyOf(pids);
        ports = List.copyOf(ports);
        applications = List.copyOf(applications);
        dependencies = List.copyOf(dependencies);
        evidence = List.copyOf(evidence);
        environment = environment.map(TreeMap::new);
    }

    /** What is done with a workload. */
    public enum Kind implements Term {
        /** Code of the house or of a product that can run in a container. */
        APPLICATION,
        /** Passes requests on; replaced by the cluster's own. */
        PROXY,
        /** Keeps data for others. */
        DATA,
        /** Runs in a container already. */
        CONTAINER,
        /** Looks after the host for somebody; replaced by an add-on of the cluster. Never scored. */
        AGENT,
        /** Part of the operating system. Never scored. */
        SYSTEM
    }

    /**
     * The product that runs a workload.
     *
     * @param name {@code tomcat}, {@code spring-boot}, {@code nginx}; {@code unknown-<program>} if it is not known
     * @param version {@code 9.0.117}
     */
    public record Product(String name, Fact<String> version) {}

    /** Whether it gets a score. */
    public boolean scored() {
        return kind != Kind.AGENT && kind != Kind.SYSTEM;
    }
}
