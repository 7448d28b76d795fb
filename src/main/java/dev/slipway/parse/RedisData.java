package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the probe {@code redis} found in the data directories: sizes, and for whom keys are kept. */
final class RedisData {
    private static final Pattern FILE = Pattern.compile("-\\S+\\s+\\d+\\s+\\d+\\s+\\d+\\s+(\\d{1,18})\\s.*");
    private static final Pattern KEYS = Pattern.compile("keys\\s+(\\d{1,9}) (\\S+)");

    private final SortedMap<String, Directory> directories = new TreeMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    private RedisData() {}

    /** Keys with a beginning by which programs keep sessions or queues. */
    record Keys(String prefix, int count, EvidenceLine evidence) {}

    /**
     * A data directory.
     *
     * @param sizeBytes sum of its files
     */
    record Directory(long sizeBytes, int files, List<Keys> keys, EvidenceLine evidence) {
        Directory {
            keys = List.copyOf(keys);
        }
    }

    static RedisData of(Evidence evidence) {
        RedisData data = new RedisData();
        data.gaps.addAll(Gaps.of(evidence, "redis", "data", "state"));
        evidence.command("redis", "data").ifPresent(data::read);
        return data;
    }

    private void read(EvidenceItem item) {
        String directory = "";
        int number = 0;
        for (String line : item.lines()) {
            number++;
            EvidenceLine evidence = item.at(number, line);
            Matcher file = FILE.matcher(line);
            Matcher keys = KEYS.matcher(line);
            if (line.startsWith("directory /")) {
                directory = line.substring("directory ".length());
                directories.put(directory, new Directory(0, 0, List.of(), evidence));
            } else if (line.startsWith("denied /")) {
                gaps.add(new Gap("state", "redis", line.substring(7) + ": permission denied", Gaps.WITH_ROOT));
                gaps.add(new Gap("sessionState", "redis", line.substring(7) + ": permission denied", Gaps.WITH_ROOT));
            } else if (file.matches()) {
                long size = Long.parseLong(file.group(1));
                directories.computeIfPresent(
                        directory, (path, d) -> new Directory(d.sizeBytes + size, d.files + 1, d.keys, d.evidence));
            } else if (keys.matches()) {
                Keys found = new Keys(keys.group(2), Integer.parseInt(keys.group(1)), evidence);
                directories.computeIfPresent(directory, (path, d) -> {
                    List<Keys> all = new ArrayList<>(d.keys);
                    all.add(found);
                    return new Directory(d.sizeBytes, d.files, all, d.evidence);
                });
            }
        }
    }

    Optional<Directory> directory(String path) {
        return Optional.ofNullable(directories.get(path));
    }

    List<Gap> gaps() {
        return gaps;
    }
}
