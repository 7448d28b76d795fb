package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which file systems a host has mounted, and which it would mount. */
final class MountsParser implements Parser {
    private static final String PROBE = "mounts";
    private static final Pattern SIZE =
            Pattern.compile("(\\S.*?)\\s+(\\d{1,15})\\s+(\\d{1,15})\\s+-?\\d{1,15}\\s+(?:\\d{1,5}%|-)\\s+(/.*)");
    private static final long KIBIBYTE = 1024;

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        HostFiles files = HostFiles.of(evidence, PROBE, "configured");
        SortedMap<String, MountEntry> mounted = new TreeMap<>();
        evidence.command(PROBE, "mounted")
                .ifPresent(item -> mounted(item).forEach(entry -> {
                    // What is mounted later over the same place hides what was there.
                    mounted.put(entry.path(), entry);
                }));
        SortedMap<String, MountEntry> configured = new TreeMap<>();
        configured(files).forEach(entry -> configured.putIfAbsent(entry.path(), entry));
        Sizes sizes = new Sizes(evidence);
        boolean knowsMounted = evidence.command(PROBE, "mounted").isPresent();
        boolean knowsConfigured = files.find("/etc/fstab").isPresent() || !files.saw("/etc/fstab");

        List<Mount> mounts = new ArrayList<>();
        mounted.values().stream()
                .filter(entry -> !entry.isOfSystem())
                .map(entry -> mount(entry, Fact.known(true), sizes)
                        .withConfigured(
                                configured.containsKey(entry.path()) ? Fact.known(true) : configured(knowsConfigured)))
                .forEach(mounts::add);
        configured.values().stream()
                .filter(entry -> !entry.isOfSystem() && !mounted.containsKey(entry.path()))
                .map(entry -> mount(entry, knowsMounted ? Fact.known(false) : Fact.unknown("not read"), sizes))
                .map(mount -> mount.withConfigured(Fact.known(true)))
                .forEach(mounts::add);
        return soFar.with(facts -> facts.mounts(mounts)
                .settings(Exports.of(evidence, soFar.settings()))
                .gaps(gaps(evidence, soFar)));
    }

    private static List<MountEntry> mounted(EvidenceItem item) {
        SourceFile table = SourceFile.of(item);
        List<MountEntry> entries = new ArrayList<>();
        for (int i = 0; i < table.lines().size(); i++) {
            MountEntry.inTable(table.lines().get(i), table.at(i + 1)).ifPresent(entries::add);
        }
        return entries;
    }

    private static List<MountEntry> configured(HostFiles files) {
        List<MountEntry> entries = new ArrayList<>();
        files.find("/etc/fstab").ifPresent(table -> entries.addAll(mounted(table.item())));
        entries.addAll(AutomountMaps.of(files));
        files.all().stream()
                .filter(file -> file.path().endsWith(".mount"))
                .flatMap(file -> unit(file).stream())
                .forEach(entries::add);
        return entries;
    }

    /** A mount unit of systemd. */
    private static Optional<MountEntry> unit(SourceFile file) {
        ConfigText unit = IniText.parse(file.text());
        String path = unit.find("Mount", "Where").map(ConfigEntry::value).orElse("");
        return path.startsWith("/")
                ? Optional.of(MountEntry.of(
                        unit.value("What"),
                        path,
                        unit.value("Type"),
                        unit.value("Options"),
                        file.at(unit.find("Where").map(ConfigEntry::line).orElse(0))))
                : Optional.empty();
    }

    private static Fact<Boolean> configured(boolean known) {
        return known ? Fact.known(false) : Fact.unknown("/etc/fstab could not be read");
    }

    private static Mount mount(MountEntry entry, Fact<Boolean> mounted, Sizes sizes) {
        String reason = !mounted.is(true)
                ? "not mounted"
                : entry.isRemote() ? "lies on another machine, which was not asked" : "df did not say";
        return new Mount(
                entry.source(),
                entry.path(),
                entry.type(),
                entry.options(),
                mounted,
                Fact.known(false),
                entry.isRemote(),
                mounted.is(true) ? sizes.size(entry.path(), reason) : Fact.unknown(reason),
                mounted.is(true) ? sizes.used(entry.path(), reason) : Fact.unknown(reason),
                List.of(entry.evidence()));
    }

    /** What df said, by mount point. */
    private static final class Sizes {
        private final SortedMap<String, Long> size = new TreeMap<>();
        private final SortedMap<String, Long> used = new TreeMap<>();

        private Sizes(Evidence evidence) {
            evidence.command(PROBE, "sizes")
                    .ifPresent(item -> item.lines().forEach(line -> {
                        Matcher row = SIZE.matcher(line);
                        if (row.matches()) {
                            size.put(row.group(4), Long.parseLong(row.group(2)) * KIBIBYTE);
                            used.put(row.group(4), Long.parseLong(row.group(3)) * KIBIBYTE);
                        }
                    }));
        }

        private Fact<Long> size(String path, String otherwise) {
            return Fact.of(Optional.ofNullable(size.get(path)), otherwise);
        }

        private Fact<Long> used(String path, String otherwise) {
            return Fact.of(Optional.ofNullable(used.get(path)), otherwise);
        }
    }

    private static List<Gap> gaps(Evidence evidence, HostFacts soFar) {
        List<Gap> gaps = new ArrayList<>(soFar.gaps());
        gaps.addAll(Gaps.of(evidence, PROBE, "mounted", "mounts"));
        gaps.addAll(Gaps.of(evidence, PROBE, "configured", "mounts"));
        gaps.addAll(Gaps.of(evidence, PROBE, "exported", "settings"));
        return gaps;
    }
}
