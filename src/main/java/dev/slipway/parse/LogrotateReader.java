package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.parse.LogrotateStanza.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one file of logrotate's configuration: keywords, one on a line, and stanzas, which are file names followed by keywords in
 * braces. A script goes as far as {@code endscript}.
 */
final class LogrotateReader {
    private static final List<String> SCRIPTS =
            List.of("prerotate", "postrotate", "preremove", "firstaction", "lastaction");

    /** Keywords whose value, if any, is the rest of the line. */
    private static final List<String> WITH_VALUE = List.of(
            "addextension",
            "compresscmd",
            "compressext",
            "compressoptions",
            "create",
            "createolddir",
            "dateformat",
            "errors",
            "extension",
            "include",
            "mail",
            "maxage",
            "maxsize",
            "minage",
            "minsize",
            "monthly",
            "olddir",
            "rotate",
            "shredcycles",
            "size",
            "start",
            "su",
            "tabooext",
            "taboopat",
            "uncompresscmd",
            "weekly");

    /** Keywords that stand alone; another may follow on the same line. */
    private static final List<String> FLAGS = List.of(
            "allowhardlink",
            "compress",
            "copy",
            "copytruncate",
            "daily",
            "dateext",
            "datehourago",
            "dateyesterday",
            "delaycompress",
            "hourly",
            "ifempty",
            "ignoreduplicates",
            "mailfirst",
            "maillast",
            "missingok",
            "noallowhardlink",
            "nocompress",
            "nocopy",
            "nocopytruncate",
            "nocreate",
            "nocreateolddir",
            "nodateext",
            "nodelaycompress",
            "noignoreduplicates",
            "nomail",
            "nomissingok",
            "noolddir",
            "norenamecopy",
            "nosharedscripts",
            "noshred",
            "notifempty",
            "renamecopy",
            "sharedscripts",
            "shred",
            "yearly");

    private final Logrotate logrotate;
    private final SourceFile file;
    private final TextCursor in;

    LogrotateReader(Logrotate logrotate, SourceFile file) {
        this.logrotate = logrotate;
        this.file = file;
        this.in = TextCursor.joiningLines(file.text());
    }

    /** Reads the file; the settings outside of all stanzas that are in force at its end. */
    Settings read(Settings inherited) {
        Settings settings = inherited;
        for (in.skipSpace(); !in.atEnd(); in.skipSpace()) {
            EvidenceLine at = file.at(in.line());
            char c = in.peek();
            if (c == '/' || c == '~' || c == '"' || c == '\'' || c == '*') {
                stanza(settings, at);
            } else {
                settings = setting(settings, at);
            }
        }
        return settings;
    }

    private void stanza(Settings outer, EvidenceLine at) {
        List<String> patterns = new ArrayList<>();
        for (in.skipSpace(); !in.atEnd() && in.peek() != '{'; in.skipSpace()) {
            if (in.peek() == '#') {
                in.takeLine();
            } else {
                patterns.add(pattern());
            }
        }
        if (!in.take('{')) {
            logrotate.unparsed(at, "file names without a stanza in braces");
            return;
        }
        Settings settings = outer;
        for (in.skipSpace(); !in.atEnd() && in.peek() != '}'; in.skipSpace()) {
            settings = setting(settings, file.at(in.line()));
        }
        if (in.take('}')) {
            logrotate.add(new LogrotateStanza(patterns, settings, at));
        } else {
            logrotate.unparsed(at, "a stanza that is never closed");
        }
    }

    private String pattern() {
        char c = in.peek();
        if (c == '"' || c == '\'') {
            return in.takeQuoted().orElse("");
        }
        StringBuilder name = new StringBuilder();
        while (!in.atEnd() && !Character.isWhitespace(in.peek()) && in.peek() != '{') {
            boolean escaped = in.take('\\') && !in.atEnd();
            name.append(escaped || !in.atEnd() ? in.take() : "");
        }
        return name.toString();
    }

    /** One line with a keyword; the settings with it in force. */
    private Settings setting(Settings settings, EvidenceLine at) {
        if (in.peek() == '#') {
            in.takeLine();
            return settings;
        }
        String keyword = in.takeWhile(c -> Character.isLetterOrDigit(c));
        if (SCRIPTS.contains(keyword)) {
            in.takeLine();
            script(keyword, at);
            return settings.with(keyword, "");
        }
        if (FLAGS.contains(keyword)) {
            return settings.with(keyword, "");
        }
        in.takeWhile(c -> TextCursor.isBlank(c) || c == '=');
        String value = in.takeWhile(c -> c != '\n' && c != '}' && c != '#').strip();
        if (!WITH_VALUE.contains(keyword)) {
            in.takeLine();
            logrotate.unparsed(at, "not a keyword of logrotate");
        }
        return settingWithValue(settings, keyword, value, at);
    }

    private Settings settingWithValue(Settings settings, String keyword, String value, EvidenceLine at) {
        return switch (keyword) {
            case "include" -> logrotate.include(unquoted(value), settings, at);
            case "tabooext", "taboopat" -> {
                logrotate.taboo(keyword, value);
                yield settings;
            }
            default -> settings.with(keyword, value);
        };
    }

    private void script(String keyword, EvidenceLine at) {
        while (!in.atEnd()) {
            if (in.takeLine().strip().startsWith("endscript")) {
                return;
            }
        }
        logrotate.unparsed(at, keyword + " without endscript");
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && (text.charAt(0) == '"' || text.charAt(0) == '\'');
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
