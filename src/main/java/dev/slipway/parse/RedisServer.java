package dev.slipway.parse;

import dev.slipway.facts.ClusterMembership;
import dev.slipway.facts.ClusterMembership.Discovery;
import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.SessionState.Store;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One Redis: where it listens, what it keeps, and with whom it forms a group. */
final class RedisServer {
    private static final List<String> SETTINGS =
            List.of("maxmemory", "maxmemory-policy", "appendonly", "save", "databases", "notify-keyspace-events");
    private static final List<String> SESSION_KEYS = List.of(
            "spring:session",
            "PHPREDIS_SESSION",
            "sess",
            "session",
            "django.contrib.sessions",
            "laravel_session",
            "shiro_redis_session",
            "redisson:tomcat_session");

    private final SourceFile file;
    private final List<ConfigDirective> lines;
    private final RedisData data;
    private final EndpointFinder endpoints;
    private final ConfigurationFacts facts;

    RedisServer(SourceFile file, HostFiles files, RedisData data, EndpointFinder endpoints, ConfigurationFacts facts) {
        this.file = file;
        this.data = data;
        this.endpoints = endpoints;
        this.facts = facts;
        List<ConfigDirective> all = new ArrayList<>();
        for (ConfigDirective line : WordLines.parse(file)) {
            List<SourceFile> included = line.is("include") ? files.matching(line.argument(0)) : List.of();
            all.add(line);
            included.forEach(other -> all.addAll(WordLines.parse(other)));
        }
        this.lines = List.copyOf(all);
    }

    private Optional<ConfigDirective> setting(String name) {
        return all(name).reduce((first, second) -> second);
    }

    private Stream<ConfigDirective> all(String name) {
        return lines.stream().filter(line -> line.is(name));
    }

    void read() {
        boolean sentinel = all("sentinel").findAny().isPresent();
        ports(sentinel);
        for (String name : SETTINGS) {
            setting(name)
                    .ifPresent(line ->
                            facts.add(new Setting("redis", name, line.text(), "", "", List.of(line.evidence()))));
        }
        groups();
        if (!sentinel) {
            state();
        }
    }

    private void ports(boolean sentinel) {
        port(setting("port"), sentinel ? 26379 : 6379, false);
        setting("tls-port").ifPresent(line -> port(Optional.of(line), 0, true));
        setting("unixsocket")
                .ifPresent(line -> facts.add(new ConfiguredPort(
                        "redis", Protocol.UNIX, line.argument(0), 0, "redis", false, "", List.of(line.evidence()))));
    }

    private void port(Optional<ConfigDirective> line, int otherwise, boolean tls) {
        String written = line.map(found -> found.argument(0)).orElse(String.valueOf(otherwise));
        if (!written.matches("[0-9]{1,5}") || written.equals("0")) {
            return;
        }
        Optional<ConfigDirective> bind = setting("bind");
        // a dash before an address says that it may be missing
        List<String> addresses = bind.map(ConfigDirective::arguments).orElse(List.of("")).stream()
                .map(address -> address.replaceFirst("^-", ""))
                .map(address -> address.equals("*") || address.equals("0.0.0.0") || address.equals("::") ? "" : address)
                .distinct()
                .toList();
        EvidenceLine evidence =
                line.or(() -> bind).map(ConfigDirective::evidence).orElse(file.at(0));
        for (String address : addresses) {
            facts.add(new ConfiguredPort(
                    "redis", Protocol.TCP, address, Integer.parseInt(written), "redis", tls, "", List.of(evidence)));
        }
    }

    private void groups() {
        Stream.of("replicaof", "slaveof")
                .flatMap(this::all)
                .filter(line -> !line.argument(0).equalsIgnoreCase("no"))
                .forEach(line -> ServerAddress.parse(line.argument(0) + ":" + line.argument(1))
                        .map(master -> endpoints.endpoint(master, "redis", "", line.name(), line.evidence()))
                        .ifPresent(facts::add));
        setting("cluster-enabled")
                .filter(line -> line.argument(0).equals("yes"))
                .ifPresent(line -> facts.add(new ClusterMembership(
                        "Redis Cluster", Discovery.MEMBER_LIST, List.of(), "", "", List.of(line.evidence()))));
        all("sentinel")
                .filter(line -> line.argument(0).equals("monitor"))
                .forEach(line -> facts.add(new ClusterMembership(
                        "Redis Sentinel",
                        Discovery.MEMBER_LIST,
                        List.of(line.argument(2) + ":" + line.argument(3)),
                        line.argument(1),
                        "",
                        List.of(line.evidence()))));
    }

    /** Whether data outlives a restart; without a word about it Redis saves by its defaults. */
    private boolean persists() {
        boolean log = setting("appendonly")
                .map(line -> line.argument(0).equals("yes"))
                .orElse(false);
        List<ConfigDirective> saves = all("save").toList();
        boolean off = !saves.isEmpty()
                && saves.stream().allMatch(line -> line.argument(0).isEmpty());
        return log || !off;
    }

    private void state() {
        Optional<ConfigDirective> dir =
                setting("dir").filter(line -> line.argument(0).startsWith("/"));
        if (dir.isEmpty()) {
            return;
        }
        String path = dir.get().argument(0);
        Optional<RedisData.Directory> found = data.directory(path);
        facts.add(StatePath.unread(path, "database")
                .with(b -> b.sizeBytes(Fact.of(found.map(RedisData.Directory::sizeBytes), "the directory was not read"))
                        .fileCount(Fact.of(found.map(RedisData.Directory::files), "the directory was not read"))
                        .evidence(List.of(dir.get().evidence()))));
        found.stream().flatMap(directory -> directory.keys().stream()).forEach(keys -> keys(keys, path));
    }

    private void keys(RedisData.Keys keys, String path) {
        if (!SESSION_KEYS.contains(keys.prefix())) {
            facts.add(new Setting("redis", "queue keys", keys.prefix() + ":*", "", "", List.of(keys.evidence())));
            return;
        }
        facts.add(SessionState.unread("redis keys " + keys.prefix() + ":*, kept for others", Store.CACHE)
                .with(b -> b.application(keys.prefix())
                        .path(path)
                        .survivesRestart(Fact.known(persists()))
                        .inUse(Fact.known(true))
                        .count(Fact.known(keys.count()))
                        .evidence(List.of(keys.evidence()))));
    }
}
