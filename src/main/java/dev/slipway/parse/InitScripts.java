package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Unit;
import dev.slipway.parse.FileListing.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scripts in /etc/init.d, for SysV's init and for OpenRC: which are there, which of them start, and what they say. */
final class InitScripts {
    private static final Pattern SCRIPT = Pattern.compile("/etc/(?:rc\\.d/)?init\\.d/([^/]+)");
    private static final Pattern BACKUP =
            Pattern.compile(".*(?:~|\\.(?:dpkg-\\w+|rpm\\w+|bak|old|orig|swp|sample))|\\..*");
    private static final Pattern START = Pattern.compile("/etc/(?:rc\\.d/|init\\.d/)?rc[2-5S]\\.d/S\\d\\d(.+)");
    private static final Pattern LEVEL = Pattern.compile("/etc/runlevels/[^/]+/(.+)");
    private static final Pattern STARTED =
            Pattern.compile("/(?:run/openrc|var/lib/init\\.d|lib/rc/init\\.d)/started/(.+)");
    private static final Pattern PACKAGED = Pattern.compile("(?:[0-9a-f]{32}|-) (/etc/init.*)");

    private final SortedMap<String, Entry> scripts = new TreeMap<>();
    private final SortedMap<String, SourceFile> texts = new TreeMap<>();
    private final SortedSet<String> starting = new TreeSet<>();
    private final SortedSet<String> started = new TreeSet<>();
    private final SortedSet<String> packaged = new TreeSet<>();
    private final PidFiles pids;

    InitScripts(Evidence evidence, PidFiles pids) {
        this.pids = pids;
        evidence.command("units", "listing")
                .map(FileListing::read)
                .orElse(FileListing.empty())
                .entries()
                .forEach(this::add);
        evidence.read("units", "scripts")
                .filter(item -> item.kind() == EvidenceItem.Kind.FILE)
                .forEach(item -> texts.putIfAbsent(CronTables.name(item.name()), SourceFile.of(item)));
        evidence.command("units", "packaged")
                .map(EvidenceItem::lines)
                .orElse(List.of())
                .forEach(line -> {
                    Matcher form = PACKAGED.matcher(line);
                    if (form.matches()) {
                        packaged.add(form.group(1));
                    }
                });
    }

    private void add(Entry entry) {
        Matcher script = SCRIPT.matcher(entry.path());
        if (script.matches()
                && entry.kind() != 'd'
                && !BACKUP.matcher(script.group(1)).matches()) {
            scripts.putIfAbsent(script.group(1), entry);
        }
        noteName(START.matcher(entry.path()), entry, starting);
        noteName(LEVEL.matcher(entry.path()), entry, starting);
        noteName(STARTED.matcher(entry.path()), entry, started);
    }

    private static void noteName(Matcher path, Entry entry, SortedSet<String> names) {
        if (path.matches()) {
            String name = entry.target().isEmpty() ? path.group(1) : CronTables.name(entry.target());
            names.add(name);
        }
    }

    /** Whether a package brought this file, by its list where there is one, else by the name. */
    boolean isPackaged(String path) {
        return packaged.contains(path) || OsScripts.brings(CronTables.name(path));
    }

    /** What the script at this path says, on top of what is known of a unit that runs it. */
    Unit describe(Unit unit) {
        return script(unit.file())
                .map(name -> texts.get(name))
                .map(text -> new InitScript(text, pids).describe(unit))
                .orElse(unit)
                .withPackaged(isPackaged(unit.file()));
    }

    static Optional<String> script(String path) {
        Matcher script = SCRIPT.matcher(path);
        return script.matches() ? Optional.of(script.group(1)) : Optional.empty();
    }

    /** The scripts that start something: those that are linked to, and those of no package. Names given are left out. */
    List<Unit> units(SortedSet<String> except) {
        List<Unit> units = new ArrayList<>();
        scripts.forEach((name, entry) -> {
            boolean own = !isPackaged(entry.path());
            boolean program = texts.containsKey(name)
                    ? isScript(texts.get(name))
                    : entry.ownerMode().contains("x");
            if (!except.contains(name) && program && (own || starting.contains(name))) {
                units.add(unit(name, entry));
            }
        });
        return units;
    }

    private static boolean isScript(SourceFile text) {
        return text.lines().get(0).startsWith("#!") && !text.path().endsWith("/functions");
    }

    private Unit unit(String name, Entry entry) {
        boolean openRc = !started.isEmpty()
                || Optional.ofNullable(texts.get(name))
                        .filter(text -> text.lines().get(0).matches(".*(?:openrc-run|runscript).*"))
                        .isPresent();
        EvidenceLine place =
                Optional.ofNullable(texts.get(name)).map(text -> text.at(0)).orElse(entry.at());
        Unit unit = describe(Unit.unread(entry.path(), openRc ? "openrc" : "sysv")
                .with(u -> u.file(entry.path())
                        .execStart(List.of(entry.path() + " start"))
                        .execStop(List.of(entry.path() + " stop"))
                        .killSignal("SIGTERM")
                        .mainPid(pids.process(InitScript.usualPidFiles(name)))
                        .evidence(List.of(place))));
        return unit.withState(state(name, unit.mainPid()));
    }

    private Fact<String> state(String name, Fact<Integer> mainPid) {
        if (started.contains(name) || mainPid.orElse(0) > 0) {
            return Fact.known("active");
        }
        return Fact.known(starting.contains(name) ? "enabled" : "inactive");
    }
}
