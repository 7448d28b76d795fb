package dev.slipway.parse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file's name says about it: whether it is a log, which series it belongs to, and whether it is an old copy. */
final class LogName {
    /** Longest path that Linux has. */
    private static final int MAX_PATH = 4096;

    private static final Pattern LOG_FOLDER = Pattern.compile(
            "(?i)/(log|logfiles?|[^/]{0,99}[._-]log|(?!(catalogs|blogs|dialogs|backlogs)/)[^/]{0,99}logs)/");
    private static final Pattern LOG_FILE = Pattern.compile(
            "(?i)[^/]*(\\.(log|out|err|trc|trace)|[._-](log|logs|access|error|audit|trace|debug|console|stdout|stderr))"
                    + "([._-][^/]*)?");

    /** Names that look like logs and are data. */
    private static final Pattern DATA =
            Pattern.compile("(?i).*/(ib_logfile\\d+|ib_redo\\d+|undo\\d*\\.log|redo[^/]*\\.log"
                    + "|[^/]*-bin\\.\\d+|[^/]*-relay-bin[^/]*|aria_log[^/]*|tc\\.log|\\d+\\.log|log\\.[0-9a-f]+|[^/]*\\.(pid|lock|lck|db"
                    + "|sock|socket|journal|swp|wal|tlog|dat|index|idx|mmap|tmp|ref|pos|state|registry|status))");

    private static final List<String> DATA_FOLDERS =
            List.of("/kahadb/", "/version-2/", "/pg_wal/", "/pg_xlog/", "/translog/", "/raft/", "/wal/");
    private static final List<String> NEVER =
            List.of("/dev/", "/proc/", "/sys/", "/run/", "/var/run/", "/memfd:", "/anon_");

    /** Who was logged in when: records of the system in a form of their own. */
    private static final List<String> LOGIN_RECORDS =
            List.of("wtmp", "btmp", "lastlog", "faillog", "tallylog", "utmp", "sulog");

    private static final Pattern COMPRESSED = Pattern.compile("\\.(gz|xz|bz2|zst|Z|zip|lzma)$");
    private static final Pattern COPY = Pattern.compile("(\\.\\d{1,3}|\\.old|\\.bak|\\.prev|[-_.]\\d{8}(-?\\d{2,10})?"
            + "|[-_.]\\d{4}-\\d{2}-\\d{2}([-_T.]?\\d{2}([-_:.]?\\d{2})*)?(\\.\\d{1,4})?)$");
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(20\\d{2}[-_.]\\d{2}[-_.]\\d{2}([-_T.]?\\d{2}([-_:.]\\d{2}){0,2})?|20\\d{6}([-_T]?\\d{4,6})?|20\\d{2}-\\d{2})(?!\\d)");

    private LogName() {}

    /** Whether a file that is written, or lies below /var/log, is a log. */
    static boolean isLog(String path) {
        if (path.length() > MAX_PATH
                || NEVER.stream().anyMatch(path::startsWith)
                || DATA_FOLDERS.stream().anyMatch(path::contains)
                || DATA.matcher(path).matches()) {
            return false;
        }
        String name = name(path);
        return !LOGIN_RECORDS.contains(name.toLowerCase(Locale.ROOT))
                && (LOG_FOLDER.matcher(path).find() || LOG_FILE.matcher(name).matches());
    }

    /** The path with an asterisk for each date in the name: {@code access.2026-11-24.txt} becomes {@code access.*.txt}. */
    static String series(String path) {
        int slash = path.lastIndexOf('/') + 1;
        return path.substring(0, slash) + DATE.matcher(path.substring(slash)).replaceAll("*");
    }

    /** The path of which this one would be an old copy; the same path if it looks like none. */
    static String original(String path) {
        String plain = COMPRESSED.matcher(path).replaceFirst("");
        return COPY.matcher(plain).replaceFirst("");
    }

    static boolean isCompressed(String path) {
        return COMPRESSED.matcher(path).find();
    }

    /** The last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
