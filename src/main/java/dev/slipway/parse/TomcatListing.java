package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the probe {@code tomcat} found by name and number: homes with versions, applications, libraries, session files. */
final class TomcatListing {
    /** In ServerInfo.properties, in the RELEASE-NOTES of a zip, and in the name that a package gives to the jar. */
    private static final Pattern VERSION = Pattern.compile(
            "(?:server\\.info=Apache Tomcat/|\\s*Apache Tomcat Version |link .*catalina-)([0-9][0-9A-Za-z.-]*?)(?:\\.jar|\\s.*)?");

    private final SortedMap<String, Version> versions = new TreeMap<>();
    private final SortedMap<String, EvidenceLine> bases = new TreeMap<>();
    private final SortedMap<String, EvidenceLine> deployments = new TreeMap<>();
    private final SortedMap<String, List<String>> libraries = new TreeMap<>();
    private final SortedMap<String, EvidenceLine> denied = new TreeMap<>();
    private final SortedMap<String, SessionFiles> sessionFiles = new TreeMap<>();
    private String current = "";

    private TomcatListing() {}

    /**
     * Files that keep sessions.
     *
     * @param path file of a StandardManager or directory of a FileStore
     * @param count files in the directory; 1 for a file
     */
    record SessionFiles(String path, boolean directory, int count, EvidenceLine evidence) {}

    /** A Tomcat's version, with the line that says it. */
    record Version(String number, EvidenceLine evidence) {}

    static TomcatListing read(Evidence evidence) {
        TomcatListing listing = new TomcatListing();
        for (String section : List.of("listing", "sessions", "version")) {
            evidence.command("tomcat", section).ifPresent(listing::read);
        }
        return listing;
    }

    private void read(EvidenceItem item) {
        int number = 0;
        for (String line : item.lines()) {
            number++;
            int blank = line.indexOf(' ');
            String value = blank < 0 ? "" : line.substring(blank + 1);
            read(blank < 0 ? line : line.substring(0, blank), value, item.at(number, line));
        }
    }

    private void read(String word, String value, EvidenceLine evidence) {
        switch (word) {
            case "base" -> bases.put(value, evidence);
            case "home" -> current = value;
            case "denied" -> denied.put(value, evidence);
            case "application", "archive" -> {
                deployments.put(value, evidence);
                current = value;
            }
            case "library" ->
                libraries.computeIfAbsent(current, app -> new ArrayList<>()).add(value);
            case "file" -> sessionFile(value, evidence);
            case "store" -> store(value, evidence);
            default -> readVersion(evidence);
        }
    }

    private void readVersion(EvidenceLine line) {
        Matcher version = VERSION.matcher(line.text());
        if (version.matches()) {
            versions.put(current, new Version(version.group(1), line));
        }
    }

    private void sessionFile(String value, EvidenceLine evidence) {
        int slash = value.indexOf('/');
        if (slash >= 0) {
            String path = value.substring(slash);
            sessionFiles.put(path, new SessionFiles(path, false, 1, evidence));
        }
    }

    private void store(String value, EvidenceLine evidence) {
        int slash = value.indexOf(" /");
        if (slash > 0 && value.substring(0, slash).matches("[0-9]{1,9}")) {
            String path = value.substring(slash + 1);
            sessionFiles.put(path, new SessionFiles(path, true, Integer.parseInt(value.substring(0, slash)), evidence));
        }
    }

    /** CATALINA_BASE directories with the line that names them. */
    SortedMap<String, EvidenceLine> bases() {
        return bases;
    }

    /** Directories and archives in the folders for applications, with the line that names them. */
    SortedMap<String, EvidenceLine> deployments() {
        return deployments;
    }

    List<String> libraries(String application) {
        return List.copyOf(libraries.getOrDefault(application, List.of()));
    }

    /** Directories that may not be looked into. */
    List<String> denied() {
        return List.copyOf(denied.keySet());
    }

    /** Whether this directory, or one above it, may not be looked into. */
    boolean denied(String path) {
        return denied.keySet().stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    /** Session files at or below this path. */
    List<SessionFiles> sessionFiles(String path) {
        return sessionFiles.values().stream()
                .filter(files -> files.path().equals(path) || files.path().startsWith(path + "/"))
                .toList();
    }

    /** Version of the Tomcat in this directory. */
    Optional<Version> version(String home) {
        return Optional.ofNullable(versions.get(home));
    }
}
