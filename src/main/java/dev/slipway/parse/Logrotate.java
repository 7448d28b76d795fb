package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that logrotate is told to do, in the order in which it reads it: the first stanza that names a file counts. */
final class Logrotate {
    private static final String PROBE = "logrotate";
    private static final List<String> MAIN = List.of("/etc/logrotate.conf", "/usr/etc/logrotate.conf");

    /** Names that logrotate passes over in a folder. */
    private static final List<String> TABOO = List.of(
            ",v",
            ".bak",
            ".cfsaved",
            ".disabled",
            ".dpkg-bak",
            ".dpkg-del",
            ".dpkg-dist",
            ".dpkg-new",
            ".dpkg-old",
            ".dpkg-tmp",
            ".rpmnew",
            ".rpmorig",
            ".rpmsave",
            ".swp",
            ".ucf-dist",
            ".ucf-new",
            ".ucf-old",
            "~");

    private final HostFiles files;
    private final List<LogrotateStanza> stanzas = new ArrayList<>();
    private final List<Unparsed> unparsed = new ArrayList<>();
    private final List<String> loaded = new ArrayList<>();
    private final List<String> taboo = new ArrayList<>(TABOO);
    private final List<Glob> tabooPatterns = new ArrayList<>();

    private Logrotate(HostFiles files) {
        this.files = files;
    }

    /** What the configuration says; nothing if logrotate is not installed, for then it is left over. */
    static Logrotate of(Evidence evidence) {
        Logrotate logrotate = new Logrotate(HostFiles.of(evidence, PROBE, "config"));
        boolean installed = evidence.command(PROBE, "program")
                .map(item -> item.text().contains("/logrotate"))
                .orElse(true);
        if (installed) {
            MAIN.stream()
                    .flatMap(path -> logrotate.files.find(path).stream())
                    .findFirst()
                    .ifPresent(main -> logrotate.load(main, LogrotateStanza.Settings.DEFAULTS));
        }
        return logrotate;
    }

    List<LogrotateStanza> stanzas() {
        return List.copyOf(stanzas);
    }

    List<Unparsed> unparsed() {
        return List.copyOf(unparsed);
    }

    private LogrotateStanza.Settings load(SourceFile file, LogrotateStanza.Settings inherited) {
        loaded.add(file.path());
        return new LogrotateReader(this, file).read(inherited);
    }

    void add(LogrotateStanza stanza) {
        stanzas.add(stanza);
    }

    void unparsed(EvidenceLine at, String reason) {
        unparsed.add(new Unparsed(at, reason));
    }

    /** Reads a file or the files of a folder, with the settings in force there; what they change stays in force. */
    LogrotateStanza.Settings include(String path, LogrotateStanza.Settings settings, EvidenceLine at) {
        Optional<SourceFile> single = files.find(path);
        String folder = path.endsWith("/") ? path : path + "/";
        List<SourceFile> included = single.isPresent()
                ? List.of(single.get())
                : files.matching(folder + "*").stream().filter(this::allowed).toList();
        LogrotateStanza.Settings current = settings;
        for (SourceFile file : included) {
            if (loaded.contains(file.path())) {
                unparsed(at, "includes " + file.path() + " again");
            } else {
                current = load(file, current);
            }
        }
        return current;
    }

    /** {@code tabooext} and {@code taboopat}: replaces the list unless it begins with a plus sign. */
    void taboo(String keyword, String value) {
        boolean adds = value.startsWith("+");
        List<String> words = List.of((adds ? value.substring(1) : value).strip().split("[,\\s]+"));
        if (keyword.equals("tabooext")) {
            if (!adds) {
                taboo.clear();
            }
            words.stream().filter(word -> !word.isEmpty()).forEach(taboo::add);
        } else {
            words.stream().map(Glob::of).forEach(tabooPatterns::add);
        }
    }

    private boolean allowed(SourceFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return taboo.stream().noneMatch(name::endsWith)
                && tabooPatterns.stream().noneMatch(pattern -> pattern.matches(name));
    }
}
