package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Services that only their files tell of: those of a host whose systemctl did not answer, and those of accounts that run without
 * anybody logged in.
 */
final class UnitFileServices {
    private static final Pattern USER = Pattern.compile("(?:/home/([^/]+)|/root)?/.*systemd/user/[^/]+");
    private static final String ASLEEP = "only its systemd could tell";

    private final UnitFiles files = new UnitFiles();
    private final List<EvidenceItem> items;

    private UnitFileServices(List<EvidenceItem> items) {
        this.items = items;
        items.forEach(files::addFile);
    }

    /** The services that are not among those of systemctl, whose names are given. */
    static List<Unit> of(Evidence evidence, List<String> known) {
        UnitFileServices services =
                new UnitFileServices(evidence.read("units", "unit-files").toList());
        SortedMap<String, EvidenceItem> found = new TreeMap<>();
        services.items.stream()
                .filter(item -> item.name().endsWith(".service"))
                .filter(item -> known.isEmpty() || isOfUser(item.name()))
                // The administrator's own file comes before the link to that of a package.
                .sorted((a, b) -> Boolean.compare(isWanted(a.name()), isWanted(b.name())))
                .forEach(item -> found.putIfAbsent(key(item.name()), item));
        return found.values().stream().map(services::unit).toList();
    }

    private static String key(String path) {
        return (isOfUser(path) ? path : "") + CronTables.name(path);
    }

    private static boolean isOfUser(String path) {
        return USER.matcher(path).matches();
    }

    private static boolean isWanted(String path) {
        return path.contains(".wants/");
    }

    private Unit unit(EvidenceItem item) {
        String name = CronTables.name(item.name());
        List<String> dropIns = items.stream()
                .map(EvidenceItem::name)
                .filter(path -> path.contains("/" + name + ".d/"))
                .sorted()
                .toList();
        List<String> paths = new ArrayList<>(List.of(item.name()));
        paths.addAll(dropIns);
        Unit unit = UnitSettings.apply(Unit.unread(name, "systemd"), files.settings(paths, "Service"));
        List<String> after = files.settings(paths, "Unit").stream()
                .filter(setting -> setting.key().equals("After"))
                .flatMap(setting -> Stream.of(setting.value().split("\\s+")))
                .sorted()
                .toList();
        boolean wanted = items.stream().anyMatch(other -> other.name().endsWith(".wants/" + name));
        return unit.with(u -> u.file(item.name())
                .dropIns(dropIns)
                .packaged(isWanted(item.name()))
                .state(wanted ? Fact.known("enabled") : Fact.unknown(ASLEEP))
                .user(isOfUser(item.name()) ? owner(item.name()) : unit.user())
                .after(after)
                .mainPid(Fact.unknown(ASLEEP))
                .restarts(Fact.unknown(ASLEEP)));
    }

    private static String owner(String path) {
        Matcher home = USER.matcher(path);
        return home.matches() && home.group(1) != null ? home.group(1) : path.startsWith("/root/") ? "root" : "";
    }
}
