package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Setting;
import java.util.ArrayList;
import java.util.List;

/** What the host itself gives to others over the network: exports of NFS and shares of Samba. */
final class Exports {
    private static final List<String> NO_SHARE = List.of("global", "homes", "printers", "print$");

    private Exports() {}

    /** The settings so far, and one more for each export. */
    static List<Setting> of(Evidence evidence, List<Setting> soFar) {
        List<Setting> settings = new ArrayList<>(soFar);
        HostFiles.of(evidence, "mounts", "exported").all().forEach(file -> {
            if (file.path().endsWith("/smb.conf")) {
                addShares(file, settings);
            } else {
                addExports(file, settings);
            }
        });
        return settings;
    }

    private static void addShares(SourceFile file, List<Setting> settings) {
        IniText.parse(file.text()).entries().stream()
                .filter(entry -> entry.key().equals("path") && !NO_SHARE.contains(entry.section()))
                .map(entry -> new Setting(
                        "samba", "path", entry.value(), entry.section(), "", List.of(file.at(entry.line()))))
                .forEach(settings::add);
    }

    private static void addExports(SourceFile file, List<Setting> settings) {
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i).strip();
            if (line.startsWith("/")) {
                String[] words = line.split("\\s+", 2);
                String clients = words.length > 1 ? words[1] : "*";
                settings.add(new Setting("nfs-server", "export", words[0], clients, "", List.of(file.at(i + 1))));
            }
        }
    }
}
