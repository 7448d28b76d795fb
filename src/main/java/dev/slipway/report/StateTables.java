package dev.slipway.report;

import dev.slipway.facts.HostFacts;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.StatePath;
import dev.slipway.facts.Syslog;
import java.util.List;
import java.util.stream.Collectors;

/** What a host keeps: sessions, logs, files, secrets. */
final class StateTables {
    private final HostFacts facts;
    private final Words words;
    private final Gaps gaps;

    StateTables(HostFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
        this.gaps = new Gaps(facts, words);
    }

    Table sessions() {
        Table.Builder table = Table.named("sessions", words)
                .note(gaps.of("sessionState"))
                .text("workload")
                .text("mechanism")
                .text("store")
                .text("sticky")
                .text("survives")
                .text("in-use")
                .text("source");
        for (SessionState session : facts.sessionState()) {
            table.row(
                    List.of(Part.plain(session.workload()), Part.muted(session.application())),
                    session.mechanism(),
                    List.of(
                            Part.plain(words.term("store", session.store())),
                            Part.code(session.path()),
                            Part.code(session.target())),
                    session.sticky(),
                    words.yesNo(session.survivesRestart()),
                    List.of(
                            Part.plain(words.yesNo(session.inUse())),
                            Part.muted(session.count()
                                    .map(count -> words.count("sessions-count", count))
                                    .orElse(""))),
                    Place.cell(session.evidence()));
        }
        return table.build();
    }

    List<Table> logs() {
        return List.of(logFiles(), forwards(), localFiles(), inputs());
    }

    private Table logFiles() {
        Table.Builder table = Table.named("logs", words)
                .note(gaps.of("logs"))
                .text("writer")
                .text("path")
                .text("via")
                .text("rotated")
                .text("shipped")
                .number("size")
                .text("workload");
        for (LogFile log : facts.logs()) {
            table.row(
                    log.writer(),
                    List.of(Part.code(log.path()), Part.muted(log.deleted() ? words.say("logs-deleted") : "")),
                    words.term("via", log.via()),
                    List.of(
                            none(Part.fact(log.rotatedBy(), by -> by, words)),
                            Part.muted(log.truncated() ? words.say("logs-truncated") : "")),
                    none(Part.fact(log.shippedBy(), by -> by, words)),
                    Part.fact(log.sizeBytes(), Amount::bytes, words),
                    log.workload());
        }
        return table.build();
    }

    /** Nothing, said in a word: an empty cell could be taken for something unknown. */
    private Part none(Part part) {
        return part.isEmpty() ? Part.muted(words.say("none")) : part;
    }

    private Table forwards() {
        Table.Builder table = Table.named("forwards", words)
                .note(gaps.of("syslog.forwards"))
                .text("target")
                .text("protocol")
                .text("selector")
                .text("queue")
                .text("source");
        for (Syslog.Forward forward : facts.syslog().forwards()) {
            table.row(
                    Part.code(forward.port() == 0 ? forward.target() : forward.target() + ":" + forward.port()),
                    forward.protocol(),
                    Part.code(forward.selector()),
                    forward.queue(),
                    Place.cell(forward.evidence()));
        }
        return table.build();
    }

    private Table localFiles() {
        Table.Builder table = Table.named("local-files", words)
                .note(gaps.of("syslog.localFiles"))
                .text("selector")
                .text("path")
                .text("source");
        facts.syslog()
                .localFiles()
                .forEach(file ->
                        table.row(Part.code(file.selector()), Part.code(file.path()), Place.cell(file.evidence())));
        return table.build();
    }

    private Table inputs() {
        Table.Builder table = Table.named("inputs", words)
                .note(gaps.of("syslog.inputs"))
                .text("kind")
                .text("target")
                .text("tag")
                .text("source");
        facts.syslog()
                .inputs()
                .forEach(input -> table.row(
                        Part.code(input.kind()), Part.code(input.target()), input.tag(), Place.cell(input.evidence())));
        return table.build();
    }

    List<Table> files() {
        return List.of(paths(), mounts());
    }

    private Table paths() {
        Table.Builder table = Table.named("state", words)
                .note(gaps.of("state"))
                .text("path")
                .text("kind")
                .number("size")
                .number("files")
                .text("written")
                .text("workload")
                .text("source");
        for (StatePath path : facts.state()) {
            table.row(
                    Part.code(path.path()),
                    List.of(Part.plain(path.kind()), Part.muted(path.fileSystem())),
                    Part.fact(path.sizeBytes(), Amount::bytes, words),
                    Part.fact(path.fileCount(), count -> Amount.whole(count), words),
                    words.yesNo(path.openForWriting()),
                    List.of(Part.plain(path.workload()), Part.muted(String.join(", ", path.sharedWith()))),
                    Place.cell(path.evidence()));
        }
        return table.build();
    }

    private Table mounts() {
        Table.Builder table = Table.named("mounts", words)
                .note(gaps.of("mounts"))
                .text("path")
                .text("device")
                .text("type")
                .text("mounted")
                .number("used");
        facts.mounts()
                .forEach(mount -> table.row(
                        Part.code(mount.path()),
                        Part.code(mount.source()),
                        List.of(
                                Part.plain(mount.type()),
                                Part.muted(mount.network() ? words.say("mounts-network") : "")),
                        words.yesNo(mount.mounted()),
                        Part.fact(mount.usedBytes(), Amount::bytes, words)));
        return table.build();
    }

    Table secrets() {
        Table.Builder table = Table.named("secrets", words)
                .note(gaps.of("secretsFound"))
                .text("where")
                .text("name")
                .text("kind")
                .text("workload")
                .text("source");
        facts.secretsFound()
                .forEach(secret -> table.row(
                        Part.code(secret.where()),
                        Part.code(secret.name()),
                        secret.kind(),
                        secret.workload(),
                        Place.cell(secret.evidence())));
        return table.build();
    }

    /** The daemon that writes the system log and its files, in a sentence. */
    String syslogSentence() {
        String daemon = facts.syslog()
                .daemon()
                .toOptional()
                .map(name -> name.isEmpty() ? words.say("syslog-none") : words.say("syslog-daemon", name))
                .orElseGet(() ->
                        words.say("syslog-unknown", facts.syslog().daemon().reason()));
        String files = facts.syslog().configFiles().stream().collect(Collectors.joining(", "));
        return files.isEmpty() ? daemon : daemon + " " + words.say("syslog-files", files);
    }
}
