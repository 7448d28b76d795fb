package dev.slipway.parse;

/**
 * Where a logging configuration sends lines.
 *
 * @param kind kind of target
 * @param target file's path with {@code *} for what changes from file to file, or {@code host:port}; as written but for that
 * @param rolls whether the program begins new files by itself
 * @param keptDays how many days of old files it keeps; 0 if it does not say
 * @param line line in the configuration
 */
record Appender(Kind kind, String target, boolean rolls, int keptDays, int line) {

    /** Kinds of target. */
    enum Kind {
        FILE,
        SYSLOG,
        CONSOLE,
        /** Somebody else on the network: a collector, a broker. */
        NETWORK
    }

    static Appender console(int line) {
        return new Appender(Kind.CONSOLE, "stdout", false, 0, line);
    }

    static Appender syslog(String host, String port, int line) {
        return new Appender(
                Kind.SYSLOG,
                (host.isEmpty() ? "localhost" : host) + ":" + (port.isEmpty() ? "514" : port),
                false,
                0,
                line);
    }

    /**
     * A file, or a series of them.
     *
     * @param file the one that is written; empty if the pattern alone names it
     * @param pattern name of those that are closed; empty if there is none
     */
    static Appender file(String file, String pattern, boolean rolls, String keptDays, int line) {
        String path = file.isEmpty() ? series(pattern) : file;
        int days = keptDays.matches("[0-9]{1,5}") ? Integer.parseInt(keptDays) : 0;
        return new Appender(Kind.FILE, path, rolls, days, line);
    }

    /** The pattern with an asterisk for dates and numbers: {@code app-%d{yyyy-MM-dd}.%i.log.gz} becomes {@code app-*.*.log}. */
    private static String series(String pattern) {
        return pattern.replaceAll("%\\d*d(?:ate)?(?:\\{[^}]*})*", "*")
                .replaceAll("%\\d*i", "*")
                .replaceAll("\\$\\$?\\{date:[^}]*}", "*")
                .replaceFirst("\\.(?:gz|zip|bz2|xz|zst)$", "");
    }
}
