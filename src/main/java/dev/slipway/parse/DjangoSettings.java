package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.SessionState.Store;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import java.util.List;
import java.util.Optional;

/** A settings file of Django. */
final class DjangoSettings {
    private static final String SESSIONS = "django.contrib.sessions";
    private static final String BACKENDS = SESSIONS + ".backends.";
    private static final List<String> SETTINGS = List.of(
            "DEBUG", "TIME_ZONE", "EMAIL_BACKEND", "DEFAULT_FILE_STORAGE", "CELERY_BEAT_SCHEDULER", "WSGI_APPLICATION");

    private final SourceFile file;
    private final ConfigText text;
    private final List<SourceFile> files;
    private final EndpointFinder endpoints;
    private final ConfigurationFacts facts;
    private final String project;

    DjangoSettings(
            SourceFile file,
            ConfigText text,
            List<SourceFile> files,
            EndpointFinder endpoints,
            ConfigurationFacts facts) {
        this.file = file;
        this.text = text;
        this.files = files;
        this.endpoints = endpoints;
        this.facts = facts;
        this.project = PythonPath.project(file.path());
    }

    void read() {
        session();
        for (ConfigEntry entry : text.entries()) {
            if (entry.key().matches("DATABASES\\.[^.]+\\.NAME")) {
                database(entry);
            } else if (entry.key().matches("DATABASES\\.[^.]+\\.HOST")) {
                server(entry);
            } else if (entry.key().matches("LOGGING\\.handlers\\.[^.]+\\.filename")) {
                log(entry);
            } else if (entry.key().matches("LOGGING\\.handlers\\.[^.]+\\.class")
                    && entry.value().endsWith("SysLogHandler")) {
                facts.add(LogFile.unread("syslog", Via.SYSLOG)
                        .with(log -> log.writer("django").evidence(List.of(at(entry)))));
            } else if (entry.key().equals("MEDIA_ROOT") || entry.key().equals("FILE_UPLOAD_TEMP_DIR")) {
                path(entry, entry.key().equals("MEDIA_ROOT") ? "upload" : "cache");
            } else if (SETTINGS.contains(entry.key())) {
                facts.add(new Setting("django", entry.key(), entry.value(), project, "", List.of(at(entry))));
            }
        }
    }

    private EvidenceLine at(ConfigEntry entry) {
        return file.at(entry.line());
    }

    private void session() {
        Optional<ConfigEntry> engine = text.find("SESSION_ENGINE");
        if (engine.isPresent()) {
            session(engine.get().value().replaceFirst("^" + BACKENDS, ""), at(engine.get()));
            return;
        }
        // Without a word about it they lie in the database, if another file of the same settings says no other.
        Optional<ConfigEntry> installed = text.entries().stream()
                .filter(entry -> entry.key().startsWith("INSTALLED_APPS")
                        && entry.value().equals(SESSIONS))
                .findFirst();
        String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        boolean elsewhere = files.stream()
                .filter(other -> other.path().startsWith(folder))
                .anyMatch(other -> other.text().contains("SESSION_ENGINE"));
        if (installed.isPresent() && !elsewhere) {
            session("db", at(installed.get()));
        }
    }

    private void session(String backend, EvidenceLine evidence) {
        Store store = store(backend);
        Optional<ConfigEntry> folder = text.find("SESSION_FILE_PATH");
        String usual = store == Store.FILE ? "/tmp" : "";
        facts.add(SessionState.unread("Django " + backend, store)
                .with(session -> session.application(project)
                        .path(
                                store == Store.FILE
                                        ? folder.flatMap(entry -> PythonPath.of(entry.value(), project))
                                                .orElse(usual)
                                        : "")
                        .target(store == Store.CACHE ? cacheServer() : "")
                        .cookie(text.find("SESSION_COOKIE_NAME")
                                .map(ConfigEntry::value)
                                .orElse("sessionid"))
                        .timeoutMinutes(minutes())
                        .survivesRestart(
                                store == Store.CACHE || store == Store.UNKNOWN
                                        ? Fact.unknown("not known of the store")
                                        : Fact.known(store != Store.MEMORY))
                        .evidence(List.of(evidence))));
    }

    private Store store(String backend) {
        return switch (backend) {
            case "db", "cached_db" -> Store.DATABASE;
            case "file" -> Store.FILE;
            case "signed_cookies" -> Store.COOKIE;
            case "cache" -> cache();
            default -> backend.contains("redis") || backend.contains("memcache") ? Store.CACHE : Store.UNKNOWN;
        };
    }

    /** The place of the cache that sessions are in; without a word about caches it is the memory of each process. */
    private Store cache() {
        String backend = text.find("CACHES." + alias() + ".BACKEND")
                .map(ConfigEntry::value)
                .orElse("locmem");
        if (backend.contains("locmem") || backend.contains("LocMem") || backend.contains("dummy")) {
            return Store.MEMORY;
        }
        if (backend.contains("filebased")) {
            return Store.FILE;
        }
        return backend.contains(".db.") ? Store.DATABASE : Store.CACHE;
    }

    private String alias() {
        return text.find("SESSION_CACHE_ALIAS").map(ConfigEntry::value).orElse("default");
    }

    private String cacheServer() {
        return text.entries().stream()
                .filter(entry -> entry.key().startsWith("CACHES." + alias() + ".LOCATION"))
                .map(entry -> entry.value()
                        .replaceFirst("^[a-z+]+://(?:[^@/]*@)?", "")
                        .replaceFirst("/.*", ""))
                .findFirst()
                .orElse("");
    }

    private int minutes() {
        String seconds = text.find("SESSION_COOKIE_AGE").map(ConfigEntry::value).orElse("1209600");
        return seconds.matches("\\d{1,9}") ? Integer.parseInt(seconds) / 60 : 0;
    }

    private String beside(ConfigEntry entry, String name) {
        return text.value(entry.key().substring(0, entry.key().lastIndexOf('.') + 1) + name);
    }

    private void database(ConfigEntry name) {
        if (beside(name, "ENGINE").endsWith("sqlite3")) {
            path(name, "database");
        }
    }

    private void server(ConfigEntry host) {
        String engine = beside(host, "ENGINE");
        String role = engine.contains("postg")
                ? "postgresql"
                : engine.contains("mysql") ? "mysql" : engine.contains("oracle") ? "oracle" : "";
        String port = beside(host, "PORT");
        int known = port.matches("\\d{1,5}") ? Integer.parseInt(port) : WellKnownPort.of(role);
        if (ServerAddress.isHost(host.value()) && known <= 65_535) {
            facts.add(endpoints.endpoint(
                    new ServerAddress(host.value(), known), role, beside(host, "NAME"), host.key(), at(host)));
        }
    }

    private void path(ConfigEntry entry, String kind) {
        PythonPath.of(entry.value(), project)
                .ifPresent(path -> facts.add(StatePath.unread(path, kind).withEvidence(List.of(at(entry)))));
    }

    private void log(ConfigEntry entry) {
        boolean rotates = beside(entry, "class").contains("Rotating");
        PythonPath.of(entry.value(), project)
                .ifPresent(path -> facts.add(LogFile.unread(path, Via.FILE)
                        .with(log -> log.writer("django")
                                .rotatedBy(
                                        rotates ? Fact.known("python") : Fact.unknown("Python itself rotates nothing"))
                                .evidence(List.of(at(entry))))));
    }
}
