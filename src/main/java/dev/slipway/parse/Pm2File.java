package dev.slipway.parse;

import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import dev.slipway.facts.Setting;
import java.util.List;

/** The file that tells pm2 which programs to run: JSON, or JavaScript that is nearly so. */
final class Pm2File {
    private static final List<String> SETTINGS = List.of(
            "instances",
            "exec_mode",
            "cron_restart",
            "max_memory_restart",
            "node_args",
            "script",
            "cwd",
            "watch",
            "kill_timeout");
    private static final List<String> LOGS = List.of("out_file", "error_file", "log_file", "output", "error", "log");

    private final SourceFile file;
    private final ConfigurationFacts facts;

    Pm2File(SourceFile file, ConfigurationFacts facts) {
        this.file = file;
        this.facts = facts;
    }

    void read() {
        int start = file.text().indexOf('{');
        int end = file.text().lastIndexOf('}');
        if (start < 0 || end < start) {
            return;
        }
        int before = (int)
                file.text().substring(0, start).chars().filter(c -> c == '\n').count();
        ConfigText text = JsonText.parse(file.text().substring(start, end + 1));
        for (ConfigEntry entry : text.entries()) {
            String app = entry.key().replaceFirst("\\.[^.]*$", "");
            String name = entry.key().substring(entry.key().lastIndexOf('.') + 1);
            String scope = text.value(app + ".name");
            ConfigEntry moved = new ConfigEntry("", name, entry.value(), entry.line() + before);
            if (SETTINGS.contains(name)) {
                facts.add(new Setting("pm2", name, entry.value(), scope, "", List.of(file.at(moved.line()))));
            } else if (LOGS.contains(name) && !entry.value().isEmpty()) {
                log(moved);
            }
        }
        if (text.problemLine() > 0) {
            facts.add(file.unparsed(text.problemLine() + before, "more than a list of programs"));
        }
    }

    private void log(ConfigEntry entry) {
        String folder = file.path().substring(0, file.path().lastIndexOf('/'));
        String path = entry.value().replaceFirst("^\\./", "");
        facts.add(LogFile.unread(path.startsWith("/") ? path : folder + "/" + path, Via.FILE)
                .with(log -> log.writer("pm2")
                        .rotatedBy(Fact.unknown("pm2 rotates only with pm2-logrotate"))
                        .evidence(List.of(file.at(entry.line())))));
    }
}
