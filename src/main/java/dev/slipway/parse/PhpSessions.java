package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.SessionState.Store;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where PHP keeps sessions, and how many files of sessions there are. */
final class PhpSessions {
    private static final Pattern COUNT = Pattern.compile("files (\\d{1,9}) (/.*)");
    private static final Pattern DEPTH = Pattern.compile("(?:\\d+;)?(?:[0-7]+;)?(/.*)");
    private static final Pattern TARGET =
            Pattern.compile("(?:tcp|tls|redis|rediss)?(?:://)?([A-Za-z0-9_.-]+|\\[[0-9a-f:]+])(?::(\\d{1,5}))?.*");
    private static final List<String> COMPILED_IN =
            List.of("/var/lib/php/sessions", "/var/lib/php/session", "/var/lib/php5");

    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private final SortedSet<String> denied = new TreeSet<>();

    PhpSessions(Evidence evidence) {
        for (String line :
                evidence.command("php", "sessions").map(EvidenceItem::lines).orElse(List.of())) {
            Matcher count = COUNT.matcher(line);
            if (count.matches()) {
                counts.put(count.group(2), Integer.parseInt(count.group(1)));
            } else if (line.startsWith("denied ")) {
                denied.add(line.substring("denied ".length()));
            }
        }
    }

    /** Sessions as php.ini and a pool configure them; {@code at} is where the pool or php.ini stands. */
    SessionState of(PhpSettings settings, String application, EvidenceLine at) {
        String handler = settings.find("session.save_handler")
                .map(PhpSettings.Value::text)
                .orElse("files");
        Optional<PhpSettings.Value> place = settings.find("session.save_path");
        EvidenceLine evidence = place.or(() -> settings.find("session.save_handler"))
                .map(value -> value.file().at(value.line()))
                .orElse(at);
        Store store = store(handler);
        String written = place.map(PhpSettings.Value::text).orElse("");
        String path = store == Store.FILE ? folder(written) : "";
        return session("PHP " + handler, store, path, evidence)
                .with(session -> session.application(application)
                        .target(store == Store.CACHE ? target(written, handler) : "")
                        .cookie(settings.find("session.name")
                                .map(PhpSettings.Value::text)
                                .orElse("PHPSESSID"))
                        .timeoutMinutes(minutes(settings)));
    }

    /** Sessions of which the place is known. */
    SessionState session(String mechanism, Store store, String path, EvidenceLine evidence) {
        return SessionState.unread(mechanism, store)
                .with(session -> session.path(path)
                        .survivesRestart(survives(store))
                        .inUse(count(path).map(count -> count > 0))
                        .count(count(path))
                        .evidence(List.of(evidence)));
    }

    private static Fact<Boolean> survives(Store store) {
        return switch (store) {
            case FILE, DATABASE, COOKIE -> Fact.known(true);
            case MEMORY -> Fact.known(false);
            case CACHE, UNKNOWN -> Fact.unknown("not known of the store");
        };
    }

    private Fact<Integer> count(String path) {
        if (path.isEmpty()) {
            return Fact.unknown("only files are counted");
        }
        return Fact.of(
                Optional.ofNullable(counts.get(path)),
                denied.contains(path) ? "needs root" : "the folder was not seen");
    }

    private static Store store(String handler) {
        return switch (handler) {
            case "files", "sqlite" -> Store.FILE;
            case "redis", "rediscluster", "memcached", "memcache", "couchbase" -> Store.CACHE;
            case "mm" -> Store.MEMORY;
            case "mysql", "pgsql", "mongodb" -> Store.DATABASE;
            default -> Store.UNKNOWN;
        };
    }

    /** The folder without what precedes it in {@code N;MODE;/path}; the one that is compiled in where none is written. */
    private String folder(String written) {
        Matcher path = DEPTH.matcher(written);
        if (path.matches()) {
            return path.group(1);
        }
        return COMPILED_IN.stream()
                .filter(folder -> counts.containsKey(folder) || denied.contains(folder))
                .findFirst()
                .orElse("");
    }

    private static String target(String written, String handler) {
        Matcher first = TARGET.matcher(written.split("[,;]", 2)[0].strip());
        if (!first.matches()) {
            return "";
        }
        String usual = handler.startsWith("memcache") ? "11211" : "6379";
        return first.group(1) + ":" + (first.group(2) == null ? usual : first.group(2));
    }

    private static int minutes(PhpSettings settings) {
        String seconds = settings.find("session.gc_maxlifetime")
                .map(PhpSettings.Value::text)
                .orElse("1440");
        return seconds.matches("\\d{1,8}") ? Integer.parseInt(seconds) / 60 : 0;
    }
}
