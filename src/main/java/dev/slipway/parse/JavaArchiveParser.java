package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Archive;
import dev.slipway.facts.ArchiveBuilder;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the probe {@code java-archive} brought: manifests, entries, and the jars in directories of a class path. */
final class JavaArchiveParser implements Parser {
    private static final Pattern HEADER = Pattern.compile("archive (\\d{0,18}) (/.*)");
    private static final Pattern CONFIGURATION = Pattern.compile(".*\\.(properties|ya?ml|xml|conf|json|ini)");
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|jnilib)");
    private static final Pattern LIBRARY = Pattern.compile(".*\\.(jar|war)");

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        List<Archive> archives = new ArrayList<>(soFar.archives());
        evidence.command("java-archive", "archives").ifPresent(item -> archives(item, archives));
        evidence.command("java-archive", "directories").ifPresent(item -> directories(item, archives));
        return soFar.withArchives(archives);
    }

    private static void archives(EvidenceItem item, List<Archive> archives) {
        List<String> lines = item.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                int end = i + 1;
                while (end < lines.size() && !isHeader(lines.get(end))) {
                    end++;
                }
                archives.add(archive(header, lines.subList(i + 1, end)).withEvidence(List.of(item.at(i + 1, line))));
            } else if (line.startsWith("denied /")) {
                archives.add(denied(line).withEvidence(List.of(item.at(i + 1, line))));
            }
        }
    }

    private static boolean isHeader(String line) {
        return HEADER.matcher(line).matches() || line.startsWith("denied /");
    }

    private static Archive denied(String line) {
        String reason = "needs root";
        return Archive.unread(line.substring("denied ".length()))
                .with(a -> a.sizeBytes(Fact.unknown(reason)).libraries(Fact.unknown(reason)));
    }

    private static Archive archive(Matcher header, List<String> lines) {
        TreeMap<String, String> manifest = new TreeMap<>();
        List<String> entries = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (line.startsWith("manifest ") && colon > 0) {
                manifest.put(
                        line.substring("manifest ".length(), colon),
                        line.substring(colon + 2).strip());
            } else if (line.startsWith("entry ")) {
                entries.add(line.substring("entry ".length()));
            }
        }
        boolean listed = lines.stream().anyMatch(line -> line.startsWith("others "));
        boolean complete = listed && !lines.contains("incomplete");
        ArchiveBuilder archive = ArchiveBuilder.builder(Archive.unread(header.group(2)));
        if (!header.group(1).isEmpty()) {
            archive.sizeBytes(Fact.known(Long.parseLong(header.group(1))));
        }
        fromManifest(archive, manifest);
        List<String> libraries = matching(entries, LIBRARY).stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
        // Names that were seen are certain even where the list is cut; that none was seen is not.
        archive.libraries(
                complete || !libraries.isEmpty()
                        ? Fact.known(libraries)
                        : Fact.unknown("the archive's table of contents was not read whole"));
        archive.configurations(matching(entries, CONFIGURATION));
        archive.nativeLibraries(matching(entries, NATIVE));
        archive.complete(complete);
        springBootOf(libraries)
                .filter(version -> archive.springBootVersion().isEmpty())
                .ifPresent(archive::springBootVersion);
        return archive.build();
    }

    private static void fromManifest(ArchiveBuilder archive, SortedMap<String, String> manifest) {
        archive.mainClass(manifest.getOrDefault("Main-Class", ""));
        archive.startClass(manifest.getOrDefault("Start-Class", ""));
        archive.springBootVersion(manifest.getOrDefault("Spring-Boot-Version", ""));
        archive.title(first(manifest, "Implementation-Title", "Bundle-SymbolicName"));
        archive.version(first(manifest, "Implementation-Version", "Bundle-Version"));
        archive.builtFor(major(first(manifest, "X-Compile-Target-JDK", "Build-Jdk-Spec", "Build-Jdk")));
    }

    private static String first(SortedMap<String, String> manifest, String... keys) {
        for (String key : keys) {
            if (manifest.containsKey(key)) {
                return manifest.get(key);
            }
        }
        return "";
    }

    private static int major(String version) {
        Matcher number = Pattern.compile("(?:1\\.)?(\\d{1,3}).*").matcher(version);
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }

    private static List<String> matching(List<String> entries, Pattern pattern) {
        return entries.stream()
                .filter(entry -> pattern.matcher(entry).matches())
                .toList();
    }

    private static Optional<String> springBootOf(List<String> libraries) {
        Pattern springBoot = Pattern.compile("spring-boot-(\\d.*)\\.jar");
        return libraries.stream()
                .map(springBoot::matcher)
                .filter(Matcher::matches)
                .map(name -> name.group(1))
                .findFirst();
    }

    private static void directories(EvidenceItem item, List<Archive> archives) {
        List<String> lines = item.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("directory /")) {
                int end = i + 1;
                while (end < lines.size() && LIBRARY.matcher(lines.get(end)).matches()) {
                    end++;
                }
                List<String> libraries = List.copyOf(lines.subList(i + 1, end));
                archives.add(Archive.unread(line.substring("directory ".length()))
                        .with(a -> a.libraries(Fact.known(libraries))
                                .springBootVersion(springBootOf(libraries).orElse(""))
                                .complete(!item.cut()))
                        .withEvidence(List.of(item.at(i + 1, line))));
            } else if (line.startsWith("denied /")) {
                archives.add(denied(line).withEvidence(List.of(item.at(i + 1, line))));
            }
        }
    }
}
