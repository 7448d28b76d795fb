package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import dev.slipway.facts.SessionState.Store;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PHP applications configure themselves: Laravel and others in {@code .env}, WordPress in {@code wp-config.php}. */
final class PhpApplications {
    private static final Pattern DEFINE = Pattern.compile(
            "\\s*define\\(\\s*['\"]([A-Z_]{1,60})['\"]\\s*,\\s*['\"]?([^'\"]{0,400}?)['\"]?\\s*\\)\\s*;.*");

    private final HostFiles files;
    private final PhpSessions sessions;
    private final EndpointFinder endpoints;
    private final ConfigurationFacts facts;

    PhpApplications(HostFiles files, PhpSessions sessions, EndpointFinder endpoints, ConfigurationFacts facts) {
        this.files = files;
        this.sessions = sessions;
        this.endpoints = endpoints;
        this.facts = facts;
    }

    void read() {
        for (SourceFile file : files.all()) {
            String folder = file.path().substring(0, file.path().lastIndexOf('/'));
            if (file.path().endsWith("/.env")) {
                environment(file, folder);
            } else if (file.path().endsWith("/wp-config.php")) {
                wordPress(file, folder);
            }
        }
    }

    private void environment(SourceFile file, String folder) {
        ConfigText text = IniText.parse(file.text());
        facts.addEndpoints(endpoints.in(text, file::at));
        for (ConfigEntry entry : text.entries()) {
            EvidenceLine at = file.at(entry.line());
            switch (entry.key()) {
                case "SESSION_DRIVER" -> session(entry.value(), folder, at);
                case "LOG_CHANNEL" -> log(entry.value(), folder, at);
                case "FILESYSTEM_DISK", "FILESYSTEM_DRIVER" -> disk(entry.value(), folder, at);
                case "CACHE_DRIVER", "CACHE_STORE", "QUEUE_CONNECTION", "BROADCAST_DRIVER", "MAIL_MAILER", "APP_ENV" ->
                    facts.add(new Setting("php", entry.key(), entry.value(), folder, "", List.of(at)));
                default -> {}
            }
        }
    }

    private void session(String driver, String folder, EvidenceLine at) {
        Store store = switch (driver) {
            case "file" -> Store.FILE;
            case "redis", "memcached", "dynamodb", "apc" -> Store.CACHE;
            case "database" -> Store.DATABASE;
            case "cookie" -> Store.COOKIE;
            case "array" -> Store.MEMORY;
            default -> Store.UNKNOWN;
        };
        String path = store == Store.FILE ? folder + "/storage/framework/sessions" : "";
        facts.add(sessions.session("Laravel " + driver, store, path, at).withApplication(folder));
    }

    private void log(String channel, String folder, EvidenceLine at) {
        switch (channel) {
            case "single", "stack" -> file(folder + "/storage/logs/laravel.log", "", at);
            case "daily" -> file(folder + "/storage/logs/laravel-*.log", "laravel", at);
            case "syslog" ->
                facts.add(LogFile.unread("syslog", Via.SYSLOG)
                        .with(log -> log.writer("php").evidence(List.of(at))));
            case "stderr" ->
                facts.add(LogFile.unread("stdout", Via.STDOUT)
                        .with(log -> log.writer("php").evidence(List.of(at))));
            default -> {}
        }
    }

    private void file(String path, String rotatedBy, EvidenceLine at) {
        facts.add(LogFile.unread(path, Via.FILE)
                .with(log -> log.writer("php").rotatedBy(Fact.known(rotatedBy)).evidence(List.of(at))));
    }

    private void disk(String disk, String folder, EvidenceLine at) {
        if (disk.equals("local") || disk.equals("public")) {
            facts.add(StatePath.unread(folder + "/storage/app", "upload").withEvidence(List.of(at)));
        }
    }

    private void wordPress(SourceFile file, String folder) {
        List<ConfigEntry> entries = new ArrayList<>();
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i);
            Matcher define = DEFINE.matcher(line.length() > 1000 ? "" : line);
            if (define.matches()) {
                entries.add(new ConfigEntry("", define.group(1), define.group(2), i + 1));
            }
        }
        facts.addEndpoints(endpoints.in(ConfigText.of(entries), file::at).stream()
                .map(found -> found.key().equals("DB_HOST") ? found.withRole("mysql") : found)
                .toList());
        facts.add(StatePath.unread(folder + "/wp-content/uploads", "upload").withEvidence(List.of(file.at(0))));
    }
}
