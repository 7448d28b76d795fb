package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.SessionState.Store;
import dev.slipway.facts.SessionStateBuilder;
import dev.slipway.parse.TomcatContext.Descriptor;
import dev.slipway.parse.TomcatListing.SessionFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A Manager element that is not the standard one: sessions in files, in a database, in a cache, or in other members. */
final class TomcatSessionStore {
    private static final List<String> CACHES =
            List.of("redis", "redisson", "memcached", "hazelcast", "infinispan", "ignite");

    private final String base;
    private final TomcatListing listing;

    TomcatSessionStore(String base, TomcatListing listing) {
        this.base = base;
        this.listing = listing;
    }

    SessionState state(TomcatContext context, Descriptor manager, String className) {
        List<EvidenceLine> evidence = new ArrayList<>(List.of(manager.evidence()));
        SessionStateBuilder state =
                SessionStateBuilder.builder(SessionState.unread("Tomcat " + simpleName(className), Store.UNKNOWN));
        Optional<Descriptor> store = manager.child("Store");
        String lower = className.toLowerCase(Locale.ROOT);
        if (store.isPresent()) {
            evidence.add(store.get().evidence());
            stored(context, manager, store.get(), state);
        } else if (CACHES.stream().anyMatch(lower::contains)) {
            state.store(Store.CACHE).target(target(manager.element())).survivesRestart(Fact.known(true));
        } else if (className.endsWith("DeltaManager") || className.endsWith("BackupManager")) {
            state.store(Store.MEMORY).survivesRestart(Fact.unknown("depends on the other members of the cluster"));
        } else if (className.endsWith("PersistentManager")) {
            state.store(Store.MEMORY).survivesRestart(Fact.known(false));
        }
        return state.evidence(evidence).build();
    }

    private void stored(TomcatContext context, Descriptor manager, Descriptor store, SessionStateBuilder state) {
        String className = store.element().attribute("className");
        boolean saves = !manager.element().attribute("saveOnRestart").equals("false");
        state.mechanism(state.mechanism() + " with " + simpleName(className)).survivesRestart(Fact.known(saves));
        if (className.endsWith("FileStore")) {
            String path = directory(context, store.element().attribute("directory"));
            state.store(Store.FILE).path(path);
            files(path, state);
        } else if (className.contains("JDBC") || className.contains("DataSource")) {
            String url = store.element().attribute("connectionURL");
            Optional<JdbcUrl> jdbc = JdbcUrl.parse(url);
            state.store(Store.DATABASE)
                    .target(jdbc.flatMap(found -> found.servers().stream().findFirst())
                            .map(ServerAddress::toString)
                            .orElse(store.element().attribute("dataSourceName")));
        }
    }

    /** A relative directory lies in the application's work folder. */
    private String directory(TomcatContext context, String configured) {
        if (configured.startsWith("/")) {
            return configured;
        }
        String work = base + context.workDirectory();
        return configured.isEmpty() || configured.equals(".") ? work : work + "/" + configured;
    }

    private void files(String path, SessionStateBuilder state) {
        Optional<SessionFiles> found = listing.sessionFiles(path).stream()
                .filter(files -> files.path().equals(path) && files.directory())
                .findFirst();
        String reason = listing.denied(path) ? "needs root" : "the directory was not seen";
        state.count(Fact.of(found.map(SessionFiles::count), reason))
                .inUse(
                        found.isPresent() && found.get().count() > 0
                                ? Fact.known(true)
                                : Fact.unknown(found.isPresent() ? "no session file was there" : reason));
    }

    /** The server of an external store, from the attributes by which such managers name it; empty if none does. */
    private static String target(XmlElement manager) {
        String host = manager.attribute("host");
        if (!host.isEmpty()) {
            String port = manager.has("port") ? manager.attribute("port") : "6379";
            return host + ":" + port;
        }
        // memcachedNodes="n1:cache1:11211,n2:cache2:11211"
        String nodes = manager.attribute("memcachedNodes").split("[,\\s]+")[0];
        return nodes.replaceFirst("^[A-Za-z0-9_]+:(?=[^:]+:[0-9]+$)", "");
    }

    static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
