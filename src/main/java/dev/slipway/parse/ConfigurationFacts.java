package dev.slipway.parse;

import dev.slipway.facts.Certificate;
import dev.slipway.facts.ClusterMembership;
import dev.slipway.facts.ConfigFile;
import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.Endpoint;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.ProxyRoute;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import dev.slipway.facts.Unparsed;
import dev.slipway.facts.VirtualAddress;
import dev.slipway.facts.WebApplication;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What configuration files say, gathered while they are read. */
final class ConfigurationFacts {
    private final List<SessionState> sessions = new ArrayList<>();
    private final List<ConfiguredPort> ports = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<WebApplication> applications = new ArrayList<>();
    private final List<StatePath> state = new ArrayList<>();
    private final List<Certificate> certificates = new ArrayList<>();
    private final List<ClusterMembership> clusters = new ArrayList<>();
    private final List<ProxyRoute> routes = new ArrayList<>();
    private final List<VirtualAddress> addresses = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<LogFile> logs = new ArrayList<>();
    private final List<ConfigFile> files = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Unparsed> unparsed = new ArrayList<>();

    void add(SessionState session) {
        sessions.add(session);
    }

    void add(ConfiguredPort port) {
        ports.add(port);
    }

    void add(Endpoint endpoint) {
        endpoints.add(endpoint);
    }

    void addEndpoints(List<Endpoint> found) {
        endpoints.addAll(found);
    }

    void add(Setting setting) {
        settings.add(setting);
    }

    void add(WebApplication application) {
        applications.add(application);
    }

    void add(StatePath path) {
        state.add(path);
    }

    void add(Certificate certificate) {
        certificates.add(certificate);
    }

    void add(ClusterMembership cluster) {
        clusters.add(cluster);
    }

    void add(ProxyRoute route) {
        routes.add(route);
    }

    void add(VirtualAddress address) {
        addresses.add(address);
    }

    void add(Job job) {
        jobs.add(job);
    }

    void add(LogFile log) {
        logs.add(log);
    }

    void add(ConfigFile file) {
        files.add(file);
    }

    void add(Gap gap) {
        gaps.add(gap);
    }

    void addGaps(List<Gap> found) {
        gaps.addAll(found);
    }

    void add(Unparsed line) {
        unparsed.add(line);
    }

    /** The facts so far and these, each of them once. */
    HostFacts addTo(HostFacts soFar) {
        return soFar.with(b -> b.sessionState(both(soFar.sessionState(), sessions))
                .configuredPorts(both(soFar.configuredPorts(), ports))
                .endpoints(both(soFar.endpoints(), endpoints))
                .settings(both(soFar.settings(), settings))
                .webApplications(both(soFar.webApplications(), applications))
                .state(both(soFar.state(), state))
                .certificates(both(soFar.certificates(), certificates))
                .clusters(both(soFar.clusters(), clusters))
                .proxyRoutes(both(soFar.proxyRoutes(), routes))
                .virtualAddresses(both(soFar.virtualAddresses(), addresses))
                .jobs(both(soFar.jobs(), jobs))
                .logs(both(soFar.logs(), logs))
                .configFiles(both(soFar.configFiles(), files))
                .gaps(both(soFar.gaps(), gaps))
                .unparsed(both(soFar.unparsed(), unparsed)));
    }

    private static <T> List<T> both(List<T> before, List<T> more) {
        LinkedHashSet<T> all = new LinkedHashSet<>(before);
        all.addAll(more);
        return List.copyOf(all);
    }
}
