package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * All that is known of one host. Each list is an array of the assessment and may be the {@code subject} of a rule; what may be
 * missing from a list is in {@code gaps}.
 */
@RecordBuilder
public record HostFacts(
        Host host,
        List<HostProcess> processes,
        List<Unit> units,
        List<Listener> listeners,
        List<Connection> connections,
        List<Jvm> jvms,
        List<Archive> archives,
        List<SessionState> sessionState,
        Syslog syslog,
        List<LogFile> logs,
        List<StatePath> state,
        List<SecretFound> secretsFound,
        List<Mount> mounts,
        List<ProxyRoute> proxyRoutes,
        List<ConfigFile> configFiles,
        List<Setting> settings,
        List<Endpoint> endpoints,
        List<ConfiguredPort> configuredPorts,
        List<WebApplication> webApplications,
        List<ClusterMembership> clusters,
        List<Certificate> certificates,
        List<VirtualAddress> virtualAddresses,
        List<HostsEntry> hostsEntries,
        List<Job> jobs,
        List<Workload> workloads,
        List<Gap> gaps,
        List<Unparsed> unparsed)
        implements HostFactsBuilder.With {

    public HostFacts {
        processes = List.copyOf(processes);
        units = List.copyOf(units);
        listeners = List.copyOf(listeners);
        connections = List.copyOf(connections);
        jvms = List.copyOf(jvms);
        archives = List.copyOf(archives);
        sessionState = List.copyOf(sessionState);
        logs = List.copyOf(logs);
        state = List.copyOf(state);
        secretsFound = List.copyOf(secretsFound);
        mounts = List.copyOf(mounts);
        proxyRoutes = List.copyOf(proxyRoutes);
        configFiles = List.copyOf(configFiles);
        settings = List.copyOf(settings);
        endpoints = List.copyOf(endpoints);
        configuredPorts = List.copyOf(configuredPorts);
        webApplications = List.copyOf(webApplications);
        clusters = List.copyOf(clusters);
        certificates = List.copyOf(certificates);
        virtualAddresses = List.copyOf(virtualAddresses);
        hostsEntries = List.copyOf(hostsEntries);
        jobs = List.copyOf(jobs);
        workloads = List.copyOf(workloads);
        gaps = List.copyOf(gaps);
        unparsed = List.copyOf(unparsed);
    }

    /** A host of which nothing was read. */
    public static HostFacts unread(String name) {
        return new HostFacts(
                Host.unread(name),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Syslog.unread(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Whether nothing can be missing from this array. */
    public boolean complete(String fact) {
        return gaps.stream().noneMatch(gap -> gap.fact().equals(fact));
    }
}
