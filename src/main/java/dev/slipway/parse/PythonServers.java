package dev.slipway.parse;

import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.Setting;
import java.util.List;

/** Configuration of the servers that run Python applications: gunicorn in Python, uWSGI as INI. */
final class PythonServers {
    private static final List<String> OF_GUNICORN = List.of(
            "workers", "threads", "worker_class", "timeout", "graceful_timeout", "preload_app", "worker_tmp_dir");
    private static final List<String> OF_UWSGI = List.of(
            "processes",
            "workers",
            "threads",
            "module",
            "wsgi-file",
            "chdir",
            "cheaper",
            "harakiri",
            "cron",
            "cron2",
            "spooler",
            "mule",
            "die-on-term");

    private final SourceFile file;
    private final ConfigurationFacts facts;

    PythonServers(SourceFile file, ConfigurationFacts facts) {
        this.file = file;
        this.facts = facts;
    }

    void gunicorn(ConfigText text) {
        for (ConfigEntry entry : text.entries()) {
            switch (entry.key()) {
                case "bind" -> port("gunicorn", entry.value(), "http", entry);
                case "errorlog", "accesslog", "logfile" -> log("gunicorn", entry);
                default -> {
                    if (OF_GUNICORN.contains(entry.key())) {
                        // A count of the processors, whatever is made of it, is what others call "auto".
                        boolean counted = entry.value().contains("cpu_count");
                        setting("gunicorn", counted ? new ConfigEntry("", entry.key(), "auto", entry.line()) : entry);
                    }
                }
            }
        }
    }

    void uwsgi() {
        for (ConfigEntry entry : IniText.parse(file.text()).entries()) {
            if (!entry.section().equals("uwsgi")) {
                continue;
            }
            switch (entry.key()) {
                case "socket", "uwsgi-socket" -> port("uwsgi", entry.value(), "uwsgi", entry);
                case "http", "http-socket" -> port("uwsgi", entry.value(), "http", entry);
                case "logto", "logto2", "daemonize", "daemonize2", "logger" -> log("uwsgi", entry);
                default -> {
                    if (OF_UWSGI.contains(entry.key())) {
                        setting("uwsgi", entry);
                    }
                }
            }
        }
    }

    private EvidenceLine at(ConfigEntry entry) {
        return file.at(entry.line());
    }

    private void setting(String product, ConfigEntry entry) {
        facts.add(new Setting(product, entry.key(), entry.value(), file.path(), "", List.of(at(entry))));
    }

    private void port(String product, String written, String role, ConfigEntry entry) {
        String where = written.replaceFirst("^unix:", "");
        if (where.startsWith("/")) {
            facts.add(new ConfiguredPort(product, Protocol.UNIX, where, 0, role, false, "", List.of(at(entry))));
            return;
        }
        ServerAddress.parse(where.startsWith(":") ? "0.0.0.0" + where : where)
                .filter(address -> address.port() > 0)
                .ifPresent(address -> facts.add(new ConfiguredPort(
                        product,
                        Protocol.TCP,
                        IpAddress.parse(address.host()).map(IpAddress::isAny).orElse(false) ? "" : address.host(),
                        address.port(),
                        role,
                        false,
                        "",
                        List.of(at(entry)))));
    }

    private void log(String product, ConfigEntry entry) {
        boolean output = entry.value().equals("-") || entry.value().matches("/dev/(?:stdout|stderr)");
        if (output || entry.value().startsWith("/")) {
            facts.add(LogFile.unread(output ? "stdout" : entry.value(), output ? Via.STDOUT : Via.FILE)
                    .with(log -> log.writer(product)
                            .rotatedBy(output ? Fact.known("") : Fact.unknown(product + " itself rotates nothing"))
                            .evidence(List.of(at(entry)))));
        } else if (entry.value().startsWith("syslog")) {
            facts.add(LogFile.unread("syslog", Via.SYSLOG)
                    .with(log -> log.writer(product).evidence(List.of(at(entry)))));
        }
    }
}
