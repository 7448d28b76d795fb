package dev.slipway.draft;

import dev.slipway.facts.LogFile;
import dev.slipway.facts.StatePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where a container would write, and what of that has to outlive it. */
final class StoragePlan {
    private static final List<String> KEPT = List.of("data", "upload", "database", "session", "queue");
    private static final List<String> TOO_BROAD = List.of(
            "/",
            "/bin",
            "/boot",
            "/dev",
            "/etc",
            "/home",
            "/lib",
            "/media",
            "/mnt",
            "/opt",
            "/proc",
            "/root",
            "/run",
            "/sbin",
            "/srv",
            "/sys",
            "/usr",
            "/usr/local",
            "/usr/share",
            "/usr/lib",
            "/var",
            "/var/lib",
            "/var/log",
            "/var/run",
            "/tmp");
    private static final List<String> SERVER_FOLDERS = List.of("/work/", "/temp/", "/logs/");
    private static final long GIB = 1L << 30;

    private final List<Place> places;
    private final List<String> questions;

    private StoragePlan(List<Place> places, List<String> questions) {
        this.places = List.copyOf(places);
        this.questions = List.copyOf(questions);
    }

    /**
     * A directory of the container that can be written.
     *
     * @param name name of its volume
     * @param sizeGiB size of a claim; 0 for a directory that goes with the pod
     * @param limitMiB most that a directory may grow that goes with the pod
     */
    record Place(String name, String path, long sizeGiB, int limitMiB, Note.Kind kind, String reason) {
        boolean kept() {
            return sizeGiB > 0;
        }
    }

    static StoragePlan of(Subject subject, BaseImage image) {
        List<Place> places = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        claims(subject, places, questions);
        scratch(places, "tmp", "/tmp", 256, Note.Kind.DEFAULT, "temporary files");
        subject.jvm()
                .ifPresent(jvm -> scratch(
                        places,
                        "dumps",
                        "/dumps",
                        (int) dumpMiB(subject),
                        Note.Kind.DEFAULT,
                        "heap dumps; they go with the pod: copy them away"));
        for (String path : image.writes()) {
            scratch(places, lastPart(path), path, 256, Note.Kind.DEFAULT, "the image's program writes there");
        }
        for (var log : logFolders(subject).entrySet()) {
            scratch(
                    places,
                    "logs",
                    log.getKey(),
                    512,
                    Note.Kind.FROM,
                    log.getValue() + " writes there; better log to standard output");
        }
        return new StoragePlan(places, questions);
    }

    private static long dumpMiB(Subject subject) {
        return Math.max(512, MemoryPlan.of(subject).heapMiB() * 12 / 10);
    }

    private static void claims(Subject subject, List<Place> places, List<String> questions) {
        SortedMap<String, List<StatePath>> byFolder = new TreeMap<>();
        subject.everywhere(facts -> facts.state(), StatePath::workload)
                .filter(state -> KEPT.contains(state.kind()))
                .filter(state -> !ofTheServer(subject, state.path()))
                .sorted(Comparator.comparing(StatePath::path))
                .forEach(state -> {
                    String folder = folder(state);
                    if (!PlainText.simplePath(folder)
                            || TOO_BROAD.contains(folder)
                            || folder.equals(codeFolder(subject))) {
                        questions.add("what of " + state.path() + " (" + state.kind()
                                + ") has to be kept, and in which directory of its own?");
                    } else {
                        byFolder.computeIfAbsent(top(byFolder, folder), key -> new ArrayList<>())
                                .add(state);
                    }
                });
        byFolder.forEach((folder, states) -> places.add(claim(folder, states, places)));
    }

    /** Whether it lies where the server itself writes; the image has places of its own for that. */
    private static boolean ofTheServer(Subject subject, String path) {
        return subject.runtime().equals("tomcat")
                && (path.matches(".*/(apache-)?tomcat[^/]*/(work|temp|logs)(/.*)?") && !path.startsWith("/var/log/")
                        || SERVER_FOLDERS.stream()
                                .anyMatch(folder ->
                                        path.startsWith(subject.workload().rootDirectory() + folder)));
    }

    private static String codeFolder(Subject subject) {
        return subject.workload().rootDirectory();
    }

    /** A file's directory; a directory itself. */
    private static String folder(StatePath state) {
        String path = state.path().replaceAll("/+$", "");
        boolean file = state.fileCount().is(1) && lastPart(path).contains(".");
        return file ? path.substring(0, Math.max(1, path.lastIndexOf('/'))) : path;
    }

    private static String top(SortedMap<String, List<StatePath>> known, String folder) {
        return known.keySet().stream()
                .filter(other -> folder.equals(other) || folder.startsWith(other + "/"))
                .findFirst()
                .orElse(folder);
    }

    private static Place claim(String folder, List<StatePath> states, List<Place> others) {
        SortedSet<String> seen = new TreeSet<>();
        long bytes = states.stream()
                .filter(state -> seen.add(state.path()))
                .mapToLong(state -> state.sizeBytes().orElse(0L))
                .sum();
        boolean known = states.stream().allMatch(state -> state.sizeBytes().isKnown());
        long gib = Math.max(1, (2 * bytes + GIB - 1) / GIB);
        String reason = String.join(", ", seen)
                + (known
                        ? String.format(Locale.ROOT, ": %.1f MiB, twice that and at least 1 GiB", bytes / 1048576.0)
                        : ": its size could not be read");
        return new Place(
                name(lastPart(folder), others), folder, gib, 0, known ? Note.Kind.FROM : Note.Kind.DEFAULT, reason);
    }

    private static void scratch(
            List<Place> places, String name, String path, int limitMiB, Note.Kind kind, String reason) {
        boolean covered =
                places.stream().anyMatch(place -> path.equals(place.path()) || path.startsWith(place.path() + "/"));
        if (!covered && PlainText.simplePath(path)) {
            places.add(new Place(name(name, places), path, 0, limitMiB, kind, reason));
        }
    }

    private static SortedMap<String, String> logFolders(Subject subject) {
        SortedMap<String, String> folders = new TreeMap<>();
        subject.everywhere(facts -> facts.logs(), LogFile::workload)
                .filter(log -> log.via() == LogFile.Via.FILE && log.path().startsWith("/"))
                .filter(log -> !ofTheServer(subject, log.path()))
                .forEach(log -> {
                    String fixed = log.path().replaceFirst("\\*.*", "");
                    int end = fixed.lastIndexOf('/');
                    if (end > 0 && !TOO_BROAD.contains(fixed.substring(0, end)) && !fixed.startsWith("/dev/")) {
                        folders.putIfAbsent(fixed.substring(0, end), log.path());
                    }
                });
        return folders;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String name(String wanted, List<Place> others) {
        String name = ObjectName.of(wanted);
        long same = others.stream()
                .filter(place -> place.name().equals(name) || place.name().startsWith(name + "-"))
                .count();
        return same == 0 ? name : name + "-" + (same + 1);
    }

    /** Every directory that can be written. */
    List<Place> places() {
        return places;
    }

    List<Place> kept() {
        return places.stream().filter(Place::kept).toList();
    }

    List<String> questions() {
        return questions;
    }
}
