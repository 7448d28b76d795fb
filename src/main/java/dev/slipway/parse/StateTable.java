package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.StatePath;
import dev.slipway.parse.FileListing.Entry;
import dev.slipway.parse.StateListing.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The paths that are kept, each once, while they are gathered. */
final class StateTable {
    private static final Pattern SERVICE_ROOT = Pattern.compile("/(?:var/lib|var/spool|var/opt|srv|var/www)/[^/]+");
    private static final Pattern PROGRAM_ROOT = Pattern.compile("/(?:opt|usr/local)/[^/]+|/[^/]+|/var/www");
    /** Files of one folder that are told apart; of more the folder is told. */
    private static final int MAX_SIBLINGS = 5;

    private final StateListing listing;
    private final ServiceProcesses services;
    private final List<OpenFile> open;
    private final SortedMap<String, StatePath> rows = new TreeMap<>();

    StateTable(StateListing listing, ServiceProcesses services, List<OpenFile> open) {
        this.listing = listing;
        this.services = services;
        this.open = open;
    }

    List<StatePath> rows() {
        return List.copyOf(rows.values());
    }

    /** The paths that other parsers know, which name the kind better than their own names do. */
    void addKnown(List<StatePath> known) {
        known.forEach(path -> rows.putIfAbsent(listing.aliases().named(path.path()), path));
    }

    void addPlaces() {
        listing.places().values().stream()
                .filter(place -> services.concerns(place.path()) && !StateNames.isFleeting(place.path()))
                .forEach(place -> kind(place).ifPresent(kind -> add(place.path(), kind, place.evidence())));
    }

    private Optional<String> kind(Place place) {
        boolean changes = place.changed().orElse(1) > 0;
        boolean files = place.files().orElse(1) > 0;
        boolean own = place.userId() != 0 && services.runAs(place.userId());
        Optional<String> byName = StateNames.folder(place.path());
        if (SERVICE_ROOT.matcher(place.path()).matches()) {
            String kind = place.path().startsWith("/var/spool/") ? "queue" : byName.orElse("data");
            // What a web server only gives out is a part of the program.
            boolean written = own || (changes && !place.path().startsWith("/var/www/"));
            return Optional.of(kind).filter(any -> files && written);
        }
        if (PROGRAM_ROOT.matcher(place.path()).matches() && byName.isEmpty()) {
            return Optional.of("deployment").filter(any -> own);
        }
        return byName.filter(kind ->
                kind.equals("upload") || kind.equals("deployment") || (files && (changes || place.userId() != 0)));
    }

    /** Databases and keys, those that lie further up first: a folder that is one stands for all that is in it. */
    void addNamed() {
        listing.named().stream()
                .flatMap(entry -> StateNames.file(entry.path())
                        .map(named ->
                                StatePath.unread(named.path(), named.kind()).withEvidence(List.of(entry.at())))
                        .stream())
                .sorted(Comparator.comparingInt((StatePath path) -> path.path().length())
                        .thenComparing(StatePath::path))
                .filter(path -> services.concerns(path.path()) && !covered(path.path(), List.of(path.kind())))
                .forEach(path -> add(path.path(), path.kind(), path.evidence().get(0)));
    }

    /** Folders that are closed to who looked, as far as their place or name says what they are for. */
    void addClosed() {
        listing.closed().stream()
                .filter(closed -> services.concerns(closed.text()))
                .forEach(closed -> Optional.of("data")
                        .filter(any -> SERVICE_ROOT.matcher(closed.text()).matches())
                        .or(() -> StateNames.folder(closed.text()))
                        .ifPresent(kind -> add(closed.text(), kind, closed)));
    }

    void addChanged() {
        SortedMap<String, List<Entry>> byFolder = new TreeMap<>();
        listing.changed().stream()
                .filter(entry -> entry.kind() == '-' && !entry.ownerMode().contains("x") && isKept(entry.path()))
                .forEach(entry -> byFolder.computeIfAbsent(CronTables.directory(entry.path()), any -> new ArrayList<>())
                        .add(entry));
        byFolder.forEach(this::addFolder);
    }

    /** Few files of a folder are told one by one; where the folder is known, those of them that look like data. */
    private void addFolder(String folder, List<Entry> files) {
        boolean inside = covered(folder, StateNames.dataKinds());
        boolean root = SERVICE_ROOT.matcher(folder).matches();
        List<Entry> told = files.stream()
                .filter(file -> !inside || (root && StateNames.isData(file.path())))
                .toList();
        if (told.size() <= MAX_SIBLINGS) {
            told.forEach(file -> add(file.path(), "data", file.at()));
        } else if (!inside) {
            add(folder, "data", told.get(0).at());
        }
    }

    /** The files that services have open to write to them. */
    void addOpen() {
        open.stream()
                .filter(file -> file.path() && !file.deleted() && services.has(file.pid()) && isKept(file.target()))
                .filter(file -> !covered(file.target(), StateNames.dataKinds()))
                .forEach(file -> add(file.target(), "data", file.at()));
    }

    private boolean isKept(String path) {
        return !StateNames.isFleeting(path)
                && !LogName.isLog(path)
                && !StateNames.isCode(path)
                && StateNames.file(path).isEmpty()
                && services.concerns(path);
    }

    /** Whether the path, or a folder that it lies in, is there already with one of these kinds. */
    private boolean covered(String path, List<String> kinds) {
        String name = listing.aliases().named(path);
        return rows.values().stream()
                .filter(row -> kinds.contains(row.kind()))
                .map(row -> listing.aliases().named(row.path()))
                .anyMatch(row -> name.equals(row) || name.startsWith(row + "/"));
    }

    private void add(String path, String kind, EvidenceLine evidence) {
        String name = listing.aliases().named(path);
        rows.putIfAbsent(name, StatePath.unread(name, kind).withEvidence(List.of(evidence)));
    }
}
