package dev.slipway.parse;

import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One way to run PHP: a php.ini with what is scanned after it, and the pools of its process manager if it has one. */
final class PhpPools {
    private static final List<String> OF_PHP = List.of(
            "memory_limit",
            "upload_max_filesize",
            "post_max_size",
            "max_execution_time",
            "sendmail_path",
            "date.timezone",
            "disable_functions",
            "open_basedir",
            "auto_prepend_file");
    private static final List<String> OF_POOL = List.of(
            "user", "pm", "pm.max_children", "pm.max_requests", "ping.path", "pm.status_path", "chroot", "clear_env");

    private final String folder;
    private final HostFiles files;
    private final PhpSessions sessions;
    private final ConfigurationFacts facts;
    private final PhpSettings common;

    PhpPools(String folder, HostFiles files, PhpSessions sessions, ConfigurationFacts facts) {
        this.folder = folder;
        this.files = files;
        this.sessions = sessions;
        this.facts = facts;
        this.common = PhpSettings.of(Stream.of("/php.ini", "/conf.d/*.ini", "/php.d/*.ini")
                .flatMap(name -> files.matching(folder + name).stream())
                .toList());
    }

    /** The files of the process manager that belong to a folder. */
    static List<SourceFile> files(HostFiles files, String folder) {
        return Stream.of("/php-fpm.conf", "/php-fpm.d/*.conf", "/pool.d/*.conf")
                .flatMap(name -> files.matching(folder + name).stream())
                .toList();
    }

    /** Reads the pools; whether there is any. */
    boolean read() {
        boolean any = false;
        for (SourceFile file : files(files, folder)) {
            SortedMap<String, List<ConfigEntry>> sections = new TreeMap<>();
            IniText.parse(file.text())
                    .entries()
                    .forEach(entry -> sections.computeIfAbsent(entry.section(), section -> new ArrayList<>())
                            .add(entry));
            for (String section : sections.keySet()) {
                List<ConfigEntry> entries = List.copyOf(sections.getOrDefault(section, List.of()));
                if (section.equals("global")) {
                    entries.forEach(entry -> log(file, entry, "error_log"));
                } else if (!section.isEmpty()) {
                    pool(section, file, entries);
                    any = true;
                }
            }
        }
        return any;
    }

    /** Reads php.ini for a server that runs PHP inside of itself. */
    void readWithoutPool() {
        files.find(folder + "/php.ini").ifPresent(file -> php(common, "", file.at(0)));
    }

    private void pool(String name, SourceFile file, List<ConfigEntry> entries) {
        for (ConfigEntry entry : entries) {
            if (entry.key().equals("listen")) {
                listen(entry, file.at(entry.line()));
            } else if (OF_POOL.contains(entry.key())) {
                facts.add(new Setting("php-fpm", entry.key(), entry.value(), name, "", List.of(file.at(entry.line()))));
            }
            log(file, named(entry, name), "access.log");
            log(file, named(entry, name), "slowlog");
        }
        EvidenceLine at =
                entries.isEmpty() ? file.at(0) : file.at(entries.get(0).line());
        php(common.with(file, entries), name, at);
    }

    private static ConfigEntry named(ConfigEntry entry, String pool) {
        return new ConfigEntry(entry.section(), entry.key(), entry.value().replace("$pool", pool), entry.line());
    }

    private void listen(ConfigEntry entry, EvidenceLine evidence) {
        String where = entry.value();
        Optional<ServerAddress> address = where.matches("\\d{1,5}")
                ? Optional.of(new ServerAddress("", Integer.parseInt(where)))
                : ServerAddress.parse(where);
        if (where.startsWith("/")) {
            facts.add(new ConfiguredPort("php-fpm", Protocol.UNIX, where, 0, "fastcgi", false, "", List.of(evidence)));
        } else {
            address.ifPresent(found -> facts.add(new ConfiguredPort(
                    "php-fpm", Protocol.TCP, found.host(), found.port(), "fastcgi", false, "", List.of(evidence))));
        }
    }

    private void log(SourceFile file, ConfigEntry entry, String key) {
        if (entry.key().equals(key) && !entry.value().isEmpty()) {
            log(entry.value(), file.at(entry.line()));
        }
    }

    private void log(String target, EvidenceLine evidence) {
        boolean output = target.matches("/dev/(?:stdout|stderr)|/proc/self/fd/[12]");
        if (target.equals("syslog") || output || target.startsWith("/")) {
            Via via = target.equals("syslog") ? Via.SYSLOG : output ? Via.STDOUT : Via.FILE;
            facts.add(LogFile.unread(output ? "stdout" : target, via)
                    .with(log -> log.writer("php-fpm")
                            .rotatedBy(Fact.unknown("PHP itself rotates nothing"))
                            .evidence(List.of(evidence))));
        }
    }

    /** What php.ini and the pool set together. */
    private void php(PhpSettings settings, String pool, EvidenceLine at) {
        facts.add(sessions.of(settings, pool, at));
        for (String name : OF_PHP) {
            settings.find(name)
                    .ifPresent(value -> facts.add(new Setting(
                            "php",
                            name,
                            value.text(),
                            pool,
                            "",
                            List.of(value.file().at(value.line())))));
        }
        settings.find("error_log")
                .ifPresent(value -> log(value.text(), value.file().at(value.line())));
        settings.find("upload_tmp_dir")
                .ifPresent(value -> facts.add(StatePath.unread(value.text(), "cache")
                        .withEvidence(List.of(value.file().at(value.line())))));
    }
}
