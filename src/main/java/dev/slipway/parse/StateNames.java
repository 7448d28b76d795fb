package dev.slipway.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of files and folders say about what is in them. */
final class StateNames {
    private static final Pattern KEY = Pattern.compile(
            "(?i).*(?:\\.key|[-_.]key\\.pem|/privkey[^/]*\\.pem|\\.jks|\\.p12|\\.pfx|\\.keystore|\\.keytab)");
    /** Keys that installing a package makes, which are the same as none. */
    private static final Pattern DEFAULT_KEY = Pattern.compile(".*/(?:ssl-cert-snakeoil|localhost)\\.key");

    private static final Pattern DATABASE =
            Pattern.compile("(?i).*\\.(?:sqlite3?|db3?|mv\\.db|h2\\.db|mdb|mapdb|rrd)(?:-wal|-shm|-journal)?");
    private static final Pattern NO_DATABASE = Pattern.compile("(?i).*/(?:thumbs|aliases|help|font[^/]*|man)\\.db");
    private static final Pattern BESIDE = Pattern.compile("(.*)-(?:wal|shm|journal)");
    private static final Pattern IN_DATABASE =
            Pattern.compile(".*/(?:ibdata1|PG_VERSION|derby\\.log|[^/]+\\.rdb|[^/]+\\.aof)");
    private static final Pattern DATA_FILE = Pattern.compile(
            "(?i).*\\.(?:csv|tsv|json|ndjson|xml|dat|data|bin|ser|idx|index|xlsx?|docx?|pdf|zip|gz|tar|parquet|avro|orc|dump|sql|bak"
                    + "|png|jpe?g|gif|tiff?|mp[34]|wav|lic)");
    private static final Pattern CODE = Pattern.compile(
            "(?i).*\\.(?:xml|properties|ya?ml|conf|cfg|ini|toml|md|txt|jar|war|ear|zip|tgz|tar|gz|html?|css|js|ts|map|jsp|jspx|tag"
                    + "|tld|so|dll|exe|ttf|woff2?|svg|ico|template|tpl|service|dist|example|sample|rst|groovy|pl|pm|rb|py|php|go|c|h"
                    + "|gitignore|lock|lck|pid|tmp|swp)");
    private static final Pattern CODE_FOLDER = Pattern.compile(
            ".*/(?:bin|sbin|lib|lib64|libs|conf|config|etc|WEB-INF|META-INF|work|temp|tmp|cache|\\.[^/]+|include|share|doc|docs"
                    + "|releases|classes|modules|plugins|webapps|deployments|src|node_modules|vendor|static|templates)/.*");
    private static final String SERVICE_DATA = "/var/lib/";
    private static final Pattern FLEETING = Pattern.compile(
            "/(?:dev|proc|sys|run|tmp|var/run|var/tmp|var/log|var/cache|boot|usr/lib|usr/share|var/lib/(?:systemd|dpkg|apt|rpm|dnf|yum"
                    + "|docker|containerd|containers|kubelet|NetworkManager|dhcp|dhclient|rsyslog|syslog-ng|chrony|ntp|nfs|fwupd"
                    + "|PackageKit|udisks2|upower|logrotate|sss|snapd))/.*|/(?:memfd:|SYSV|\\[).*|.* \\(deleted\\)");

    private StateNames() {}

    /** The kind of a folder by its own name; empty if that says nothing. */
    static Optional<String> folder(String path) {
        String name = CronTables.name(path);
        if (name.matches("(?i).*upload.*|attachments?|userfiles")) {
            return Optional.of("upload");
        }
        return switch (name) {
            case "session", "sessions" -> Optional.of("session");
            case "webapps", "deployments" -> Optional.of("deployment");
            case "db", "database", "databases" -> Optional.of("database");
            case "queue", "queues", "spool", "kahadb" -> Optional.of("queue");
            case "data", "datas", "media", "storage", "state", "files" -> Optional.of("data");
            default -> Optional.empty();
        };
    }

    /** The path to keep for a file with a name of its own, and what it is. */
    static Optional<Named> file(String path) {
        if (KEY.matcher(path).matches()) {
            return DEFAULT_KEY.matcher(path).matches() ? Optional.empty() : Optional.of(new Named(path, "key"));
        }
        if (IN_DATABASE.matcher(path).matches()) {
            return Optional.of(new Named(CronTables.directory(path), "database"));
        }
        if (path.endsWith("/SESSIONS.ser")) {
            return Optional.of(new Named(path, "session"));
        }
        Matcher beside = BESIDE.matcher(path);
        boolean database =
                DATABASE.matcher(path).matches() && !NO_DATABASE.matcher(path).matches();
        return database
                ? Optional.of(new Named(beside.matches() ? beside.group(1) : path, "database"))
                : Optional.empty();
    }

    /**
     * A path with what is there.
     *
     * @param kind as in a state path
     */
    record Named(String path, String kind) {}

    /** Whether it looks like something that a program makes for people or other programs. */
    static boolean isData(String path) {
        return DATA_FILE.matcher(path).matches();
    }

    /** Whether it looks like a part of a program or its configuration, not like what it makes. */
    static boolean isCode(String path) {
        String below = path.startsWith(SERVICE_DATA) ? path.substring(SERVICE_DATA.length() - 1) : path;
        return CODE.matcher(path).matches() || CODE_FOLDER.matcher(below).matches();
    }

    /** Whether it lies where nothing is kept, or where only the system keeps things. */
    static boolean isFleeting(String path) {
        return FLEETING.matcher(path).matches();
    }

    static List<String> dataKinds() {
        return List.of("data", "upload", "session", "queue", "database");
    }
}
