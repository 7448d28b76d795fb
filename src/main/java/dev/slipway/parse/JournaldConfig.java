package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** journald.conf with its drop-ins: a file's name decides the order, its folder which of two with the same name counts. */
final class JournaldConfig {
    private static final List<String> MAIN = List.of("/etc/systemd/journald.conf", "/usr/lib/systemd/journald.conf");
    private static final List<String> FOLDERS = List.of(
            "/lib/systemd/journald.conf.d/",
            "/usr/lib/systemd/journald.conf.d/",
            "/usr/local/lib/systemd/journald.conf.d/",
            "/run/systemd/journald.conf.d/",
            "/etc/systemd/journald.conf.d/");

    private final boolean exists;
    private final SortedMap<String, Value> values = new TreeMap<>();
    private final SortedMap<String, String> shippedDefaults = new TreeMap<>();
    private final List<String> filesThatSet = new ArrayList<>();
    private final List<Unparsed> unparsed = new ArrayList<>();

    /** A value and the line that sets it. */
    private record Value(String text, EvidenceLine at) {}

    private JournaldConfig(Optional<SourceFile> main, List<SourceFile> dropIns) {
        exists = main.isPresent() || !dropIns.isEmpty();
        main.ifPresent(this::read);
        dropIns.forEach(this::read);
    }

    static JournaldConfig of(HostFiles files) {
        Optional<SourceFile> main =
                MAIN.stream().flatMap(path -> files.find(path).stream()).findFirst();
        SortedMap<String, SourceFile> dropIns = new TreeMap<>();
        for (String folder : FOLDERS) {
            for (SourceFile file : files.matching(folder + "*.conf")) {
                dropIns.put(file.path().substring(folder.length()), file);
            }
        }
        return new JournaldConfig(main, List.copyOf(dropIns.values()));
    }

    private void read(SourceFile file) {
        for (int number = 1; number <= file.lines().size(); number++) {
            String line = file.lines().get(number - 1).strip();
            int equals = line.indexOf('=');
            if (line.startsWith("#") || line.startsWith(";")) {
                if (equals > 0 && line.indexOf(' ') < 0) {
                    shippedDefaults.putIfAbsent(line.substring(1, equals), line.substring(equals + 1));
                }
            } else if (equals > 0) {
                String key = line.substring(0, equals).strip();
                values.put(key, new Value(line.substring(equals + 1).strip(), file.at(number)));
                if (!filesThatSet.contains(file.path())) {
                    filesThatSet.add(file.path());
                }
            } else if (!line.isEmpty() && !line.startsWith("[")) {
                unparsed.add(file.unparsed(number, "neither a section nor a setting"));
            }
        }
    }

    boolean exists() {
        return exists;
    }

    /** What is set, else the default that the distribution's file shows. */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key))
                .map(Value::text)
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.ofNullable(shippedDefaults.get(key)))
                .filter(text -> !text.isEmpty());
    }

    Optional<EvidenceLine> at(String key) {
        return Optional.ofNullable(values.get(key)).map(Value::at);
    }

    /** Paths of the files that set something, in the order of their effect. */
    List<String> filesThatSet() {
        return List.copyOf(filesThatSet);
    }

    List<Unparsed> unparsed() {
        return List.copyOf(unparsed);
    }
}
