package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the automounter would mount: the master map, and the maps that are files. */
final class AutomountMaps {
    private static final List<String> MASTERS =
            List.of("/etc/auto.master", "/etc/auto_master", "/etc/autofs/auto.master");
    private static final String TYPE = "-fstype=";

    private final HostFiles files;
    private final List<MountEntry> entries = new ArrayList<>();

    private AutomountMaps(HostFiles files) {
        this.files = files;
    }

    static List<MountEntry> of(HostFiles files) {
        AutomountMaps maps = new AutomountMaps(files);
        files.all().stream()
                .filter(file -> MASTERS.contains(file.path()) || file.path().startsWith("/etc/auto.master.d/"))
                .forEach(maps::readMaster);
        return maps.entries;
    }

    /** {@code /mnt/shared /etc/auto.shared --timeout=60}. */
    private void readMaster(SourceFile master) {
        for (int i = 0; i < master.lines().size(); i++) {
            String[] words = master.lines().get(i).strip().split("\\s+");
            if (words.length < 2 || !words[0].startsWith("/")) {
                continue;
            }
            String map = words[1].replaceFirst("^(?:file|program)(?:,\\w+)?:", "");
            Optional<SourceFile> file = files.find(map);
            if (file.isPresent() && !file.get().text().startsWith("#!")) {
                readMap(words[0].equals("/-") ? "" : words[0] + "/", file.get());
            } else if (words[1].equals("-hosts") || !map.startsWith("/")) {
                // A map that a directory service keeps, or one that mounts whatever server is named.
                entries.add(MountEntry.of(words[1], words[0], "autofs", "", master.at(i + 1)));
            }
        }
    }

    /** {@code data -fstype=nfs4,rw nas:/export/data}. */
    private void readMap(String base, SourceFile map) {
        for (int i = 0; i < map.lines().size(); i++) {
            String line = map.lines().get(i).strip();
            String[] words = line.split("\\s+");
            if (words.length >= 2 && !line.startsWith("#") && !line.startsWith("+")) {
                boolean options = words.length > 2 && words[1].startsWith("-");
                entry(base + words[0], options ? words[1] : "", words[options ? 2 : 1], map.at(i + 1));
            }
        }
    }

    private void entry(String path, String options, String location, EvidenceLine evidence) {
        String type = Stream.of(options.split(","))
                .map(option -> option.startsWith("-") ? option : "-" + option)
                .filter(option -> option.startsWith(TYPE))
                .map(option -> option.substring(TYPE.length()))
                .findFirst()
                .orElse("nfs");
        entries.add(
                MountEntry.of(location.replaceFirst("^:", ""), path, type, options.replaceFirst("^-", ""), evidence));
    }
}
