package dev.slipway.parse;

import dev.slipway.facts.Fact;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.SessionState.Store;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of a Flask application that configures it, or that of another small framework with the same names. */
final class FlaskSettings {
    private static final Pattern USES_SESSION = Pattern.compile("from flask import [^\\n]{0,200}\\bsession\\b");
    private static final Pattern RANDOM_KEY = Pattern.compile(
            "(?m)^[^#\\n]{0,80}(?:SECRET_KEY|secret_key)[\"'\\]]{0,2}\\s{0,8}=\\s{0,8}(?:os\\.urandom|secrets\\.|uuid)");
    private static final Pattern SQLITE = Pattern.compile("sqlite:///(/?[^\"'\\s?]{1,200})");

    private final SourceFile file;
    private final ConfigText text;
    private final ConfigurationFacts facts;
    private final String folder;

    FlaskSettings(SourceFile file, ConfigText text, ConfigurationFacts facts) {
        this.file = file;
        this.text = text;
        this.facts = facts;
        this.folder = file.path().substring(0, Math.max(0, file.path().lastIndexOf('/')));
    }

    void read() {
        Optional<ConfigEntry> type = text.find("SESSION_TYPE");
        if (type.isPresent()) {
            session(type.get());
        } else if (USES_SESSION.matcher(file.text()).find()) {
            cookie();
        }
        for (ConfigEntry entry : text.entries()) {
            if (entry.key().equals("UPLOAD_FOLDER") || entry.key().equals("UPLOADED_FILES_DEST")) {
                path(entry, "upload");
            } else if (entry.key().equals("SQLALCHEMY_DATABASE_URI")) {
                Matcher sqlite = SQLITE.matcher(entry.value());
                if (sqlite.find()) {
                    path(new ConfigEntry("", entry.key(), sqlite.group(1), entry.line()), "database");
                }
            } else if (entry.key().equals("DEBUG") || entry.key().equals("CACHE_TYPE")) {
                facts.add(new Setting("flask", entry.key(), entry.value(), folder, "", List.of(file.at(entry.line()))));
            }
        }
    }

    private void session(ConfigEntry type) {
        Store store = switch (type.value()) {
            case "filesystem", "cachelib" -> Store.FILE;
            case "redis", "memcached" -> Store.CACHE;
            case "sqlalchemy", "mongodb", "dynamodb" -> Store.DATABASE;
            case "null", "None" -> Store.COOKIE;
            default -> Store.UNKNOWN;
        };
        String path = text.find("SESSION_FILE_DIR")
                .flatMap(entry -> PythonPath.of(entry.value(), folder))
                .orElse(folder + "/flask_session");
        facts.add(SessionState.unread("Flask-Session " + type.value(), store)
                .with(session -> session.application(folder)
                        .path(store == Store.FILE ? path : "")
                        .survivesRestart(
                                store == Store.CACHE || store == Store.UNKNOWN
                                        ? Fact.unknown("not known of the store")
                                        : Fact.known(true))
                        .evidence(List.of(file.at(type.line())))));
    }

    /** By itself Flask signs a cookie; a key that is made at each start makes all others worthless. */
    private void cookie() {
        boolean random = RANDOM_KEY.matcher(file.text()).find();
        facts.add(SessionState.unread(
                        random ? "Flask cookie, signed with a key made at each start" : "Flask signed cookie",
                        random ? Store.MEMORY : Store.COOKIE)
                .with(session -> session.application(folder)
                        .survivesRestart(Fact.known(!random))
                        .evidence(List.of(file.at(0)))));
    }

    private void path(ConfigEntry entry, String kind) {
        PythonPath.of(entry.value(), folder)
                .ifPresent(
                        path -> facts.add(StatePath.unread(path, kind).withEvidence(List.of(file.at(entry.line())))));
    }
}
