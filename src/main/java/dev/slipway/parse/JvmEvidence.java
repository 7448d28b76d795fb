package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.jvm.PerformanceData;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the probe {@code jvm} brought, by process.
 *
 * @param counters decoded counters
 * @param programs path of the launcher by process id
 * @param files text of the {@code release} and option files by path
 */
record JvmEvidence(ByProcess counters, SortedMap<Integer, String> programs, SortedMap<String, EvidenceItem> files) {
    private static final Pattern PROGRAM = Pattern.compile("(\\d{1,9}) (/.*)");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+)=\"?([^\"]*)\"?");

    JvmEvidence {
        programs = new TreeMap<>(programs);
        files = new TreeMap<>(files);
    }

    static JvmEvidence of(Evidence evidence) {
        TreeMap<Integer, String> programs = new TreeMap<>();
        evidence.command("jvm", "programs")
                .map(EvidenceItem::lines)
                .orElse(List.of())
                .forEach(line -> {
                    Matcher program = PROGRAM.matcher(line);
                    if (program.matches()) {
                        programs.put(Integer.parseInt(program.group(1)), program.group(2));
                    }
                });
        TreeMap<String, EvidenceItem> files = new TreeMap<>();
        evidence.read("jvm", "release").forEach(item -> files.put(item.name(), item));
        evidence.read("jvm", "options").forEach(item -> files.put(item.name(), item));
        return new JvmEvidence(ByProcess.read(evidence.command("jvm", "counters"), "counters"), programs, files);
    }

    /** The counters of a process; empty if it shows none. */
    Optional<PerformanceData> countersOf(int pid) {
        return counters.find(pid).map(block -> {
            TreeMap<String, String> values = new TreeMap<>();
            for (String line : block.lines()) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return new PerformanceData(values);
        });
    }

    Optional<EvidenceLine> placeOf(int pid) {
        return counters.find(pid).map(ByProcess.Block::header);
    }

    /** What the file {@code release} below this directory, or the one above it, assigns. */
    SortedMap<String, String> release(String home) {
        TreeMap<String, String> values = new TreeMap<>();
        Optional.ofNullable(files.get(home + "/release"))
                .or(() -> Optional.ofNullable(files.get(home.replaceFirst("/jre$", "") + "/release")))
                .ifPresent(item -> item.lines().forEach(line -> {
                    Matcher assignment = ASSIGNMENT.matcher(line);
                    if (assignment.matches()) {
                        values.put(assignment.group(1), assignment.group(2));
                    }
                }));
        return values;
    }
}
