package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that a section of a probe brought, by absolute path. */
final class HostFiles {
    private final List<EvidenceItem> items;
    private final SortedMap<String, SourceFile> files = new TreeMap<>();

    private HostFiles(List<EvidenceItem> items) {
        this.items = items;
        items.stream()
                .filter(item -> item.kind() == EvidenceItem.Kind.FILE)
                .filter(item -> item.outcome() != EvidenceItem.Outcome.DENIED)
                .forEach(item -> files.putIfAbsent(item.name(), SourceFile.of(item)));
    }

    static HostFiles of(Evidence evidence, String probe, String section) {
        return new HostFiles(evidence.items(probe, section).toList());
    }

    Optional<SourceFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The files whose paths fit a pattern, in the order of their paths, as programs that include them sort them. */
    List<SourceFile> matching(String pattern) {
        if (Glob.isLiteral(pattern)) {
            return find(pattern).stream().toList();
        }
        Glob glob = Glob.of(pattern);
        return files.values().stream().filter(file -> glob.matches(file.path())).toList();
    }

    List<SourceFile> all() {
        return List.copyOf(files.values());
    }

    /** Whether this path was there, readable or not. */
    boolean saw(String path) {
        return items.stream().anyMatch(item -> item.name().equals(path));
    }
}
